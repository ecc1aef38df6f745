"""The lists of hubs, of what they made and tell, and the same as open data."""

import csv
import io
import json

import pytest
from django.core.cache import caches

from hemicycle.hubs import actions
from hemicycle.hubs.models import Output
from hemicycle.hubs.tests.factories import an_open_hub
from hemicycle.network.tests.reading import facet_of, text_of


@pytest.mark.parametrize("hubs", [1, 3])
def test_the_list_of_hubs_costs_three_queries_however_many_there_are(
    client, zambia, focal_point, administrator, hubs, django_assert_num_queries
):
    for n in range(hubs):
        an_open_hub(zambia, offered_by=focal_point, opened_by=administrator, name=f"Lakes {n}")
    client.get("/en/hubs/")
    caches["pages"].clear()

    with django_assert_num_queries(3):
        page = client.get("/en/hubs/")

    assert f"Lakes {hubs - 1}" in page.content.decode()


@pytest.mark.usefixtures("shipped_hubs")
class TestShipped:
    """The lists of what ships."""

    pytestmark = pytest.mark.django_db

    def test_ten_hubs_are_listed_with_facets_that_count(self, client):
        page = client.get("/en/hubs/")

        assert "10 hubs" in text_of(page)
        assert facet_of(page, "sort") == {"Regional": 5, "Thematic": 5}
        assert facet_of(page, "language") == {"English": 7, "Portuguese": 1, "Spanish": 1}
        assert facet_of(page, "practice") == {
            "Citizen engagement": 1,
            "Openness and open data": 2,
            "Strategic planning": 2,
        }

    @pytest.mark.parametrize(
        ("narrowed", "slugs"),
        [
            ("sort=regional&region=americas", ["caribbean-hub", "hispanophone-hub"]),
            ("region=oceania", ["pacific-hub"]),
            ("language=pt", ["parliamentary-data-science-hub"]),
            ("technology=open-data", ["parliamentary-data-science-hub"]),
        ],
    )
    def test_a_narrowed_list_is_the_same_on_the_page_in_csv_and_in_json(self, client, narrowed, slugs):
        page = client.get(f"/en/hubs/?{narrowed}")
        table = client.get(f"/en/hubs.csv?{narrowed}").content.decode("utf-8-sig")
        data = json.loads(client.get(f"/en/hubs.json?{narrowed}").content)

        assert [slug for slug in slugs if f"/en/hubs/{slug}/" not in page.content.decode()] == []
        assert sorted(row["slug"] for row in csv.DictReader(io.StringIO(table))) == slugs
        assert sorted(record["key"] for record in data["items"]) == slugs

    def test_a_value_that_no_hub_has_is_not_found(self, client):
        assert client.get("/en/hubs/?sort=lunar").status_code == 404

    def test_outputs_are_listed_by_hub_and_kind(self, client):
        page = client.get("/en/hubs/outputs/?hub=parliamentary-data-science-hub")

        assert f"{Output.objects.filter(hub__slug='parliamentary-data-science-hub').count()} outputs" in text_of(page)
        assert facet_of(page, "sort") == {
            "Survey": 1,
            "Guideline": 1,
            "Use cases": 1,
            "Webinar": 1,
            "Portal or platform": 1,
            "Event": 3,
        }

    def test_open_data_holds_hosts_members_and_sources_of_each_hub(self, client):
        record = json.loads(client.get("/en/hubs/pacific-hub.json").content)
        facts = record["facts"]

        assert [(host["body"], host["took_over_from"]) for host in facts["hosts"]] == [
            ("NZ-LC01", ""),
            ("FJ-LC01", "NZ-LC01"),
        ]
        assert (len(facts["members"]), len(facts["sources"]), facts["compiled_on"]) == (12, 3, "2026-11-22")
        assert set(record["leads"]) == {"en", "fr", "es", "pt", "ar"}

    def test_the_world_shows_who_hosts_who_takes_part_and_for_whom_hubs_are(self, client):
        page = client.get("/en/hubs/").content.decode()
        table = client.get("/en/hubs/world.csv").content.decode()

        assert [words in page for words in ("Fiji: hosts<", "Botswana: takes part<")] == [True, True]
        assert "a regional hub is for it" in table

    def test_the_home_page_counts_the_network(self, client):
        text = text_of(client.get("/en/"))

        assert "The network Hubs 10 Partner organisations 13 Projects 3" in text


def test_an_update_is_told_in_the_nearest_language(client, lakes, focal_point):
    words = {"title": "Nous nous sommes réunis", "text": "À Lusaka."}
    actions.publish_update(actions.draft_update(lakes, words, language="fr", by=focal_point), by=focal_point)

    page = client.get("/en/hubs/updates/").content.decode()

    assert 'lang="fr" dir="ltr"><a' in page
    assert "1 update" in page
