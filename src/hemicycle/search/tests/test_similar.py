"""Things that are alike are known before anybody asks."""

import pytest
from django.utils import timezone

from hemicycle.core import counters
from hemicycle.core.catalogue import PANELS
from hemicycle.core.models import Listing
from hemicycle.search import actions, offer, queries
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


def test_the_panel_leads_to_what_is_alike(things):
    panel = offer.alike(things["remote"].uid, "remote", "fr")

    assert {(link.label, link.address, link.language) for link in panel.links} == {
        ("FR app", "/fr/cases/app/", "fr"),
        ("Electronic divisions", "/fr/cases/division/", "en"),
    }
    assert offer.alike(things["bread"].uid, "bread", "fr") is None


def test_every_kind_that_has_topics_shows_what_is_alike():
    panels = {name: panel.shows for name, panel in PANELS.items() if name.startswith("search.")}

    shows = ("search.neighbours", "case", "use_case")
    assert panels == {"search.case": shows, "search.use_case": shows}


def changes_pages(change) -> bool:
    """Whether pages that name similar things are made anew after the change."""
    before = counters.key(["search.neighbours"])
    change()
    return counters.key(["search.neighbours"]) != before


def test_pages_are_made_anew_when_a_neighbour_changes_or_goes(things):
    assert changes_pages(lambda: index().put([a_record("app", {"en": ("Another title", "Members vote.")})]))
    assert changes_pages(lambda: index().remove([things["remote"].uid]))


def test_pages_stay_when_nothing_similar_changes(things):
    assert not changes_pages(actions.keep_up)
    assert not changes_pages(lambda: index().put([a_record("ZM", {"en": ("Zambia, again", "")}, kind="parliament")]))


def test_what_was_withdrawn_is_not_named_even_before_the_index_hears_of_it(things):
    withdraw(things["app"])

    assert similar(things["remote"]) == ["division"]
    assert [hit.key for hit in queries.search("app phone", language="en").hits] == []


def withdraw(record) -> None:
    now = timezone.now()
    Listing.objects.create(
        uid=record.uid,
        kind=record.kind,
        key=record.key,
        path=record.path,
        public_since=now,
        changed_at=now,
        gone_since=now,
    )
