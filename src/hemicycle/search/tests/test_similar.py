"""Things that are alike are known before anybody asks."""

import pytest

from hemicycle.search import actions, queries
from hemicycle.search.index import index
from hemicycle.search.models import Neighbour
from hemicycle.search.tests.factories import a_record

pytestmark = pytest.mark.django_db
VOTING = {
    "app": ("An app for voting", "Members vote with an app on their phone."),
    "remote": ("Remote voting", "Members on leave vote from home by computer."),
    "division": ("Electronic divisions", "Members vote by pressing a button."),
    "bread": ("Bread in the canteen", "The canteen bakes its own bread every morning."),
}


@pytest.fixture
def things():
    records = {
        key: a_record(key, {"en": texts, "fr": (f"FR {key}", "")} if key == "app" else {"en": texts}, topics=topics)
        for (key, texts), topics in zip(
            VOTING.items(), [("sittings", "mobile"), ("sittings",), ("sittings",), ("management",)], strict=True
        )
    }
    index().put([*records.values(), a_record("ZM", {"en": ("Zambia", "")}, kind="parliament")])
    actions.keep_up()
    return records


def similar(record, language="en", **given):
    return [each.key for each in queries.similar(record.uid, language, **given)]


def test_what_shares_topics_and_meaning_is_alike(things):
    assert set(similar(things["app"])) == {"remote", "division"}
    assert set(similar(things["remote"], limit=1)) <= {"app", "division"}
    assert similar(things["bread"]) == []


def test_similar_things_are_read_in_one_query_and_titled_for_the_reader(things, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = {each.key: each for each in queries.similar(things["remote"].uid, "fr")}

    assert (found["app"].title, found["app"].language, found["app"].path) == ("FR app", "fr", "/cases/app/")
    assert (found["division"].title, found["division"].language) == ("Electronic divisions", "en")


def test_what_is_withdrawn_is_nobodys_neighbour(things):
    index().remove([things["app"].uid])

    assert "app" not in similar(things["remote"])


def test_nothing_is_worked_out_while_nothing_moves(things, django_assert_num_queries):
    # The counters, and from which of their states the neighbours are.
    with django_assert_num_queries(2):
        assert actions.refresh_neighbours() == 0


def test_things_without_topics_have_no_neighbours(things):
    assert not Neighbour.objects.filter(thing__key="ZM").exists()
    assert not Neighbour.objects.filter(other__key="ZM").exists()
