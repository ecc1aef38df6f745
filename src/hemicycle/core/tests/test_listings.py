"""Listings are true at commit, and the counter of a kind moves only when its public content changes."""

import pytest

from hemicycle.core import counters, journal, listings
from hemicycle.core.models import Address, Counter, Listing, Mark
from hemicycle.core.tests.offered import rename, terms
from hemicycle.topics import offer, states
from hemicycle.topics.models import Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def hidden(monkeypatch):
    """Lets a test take topics out of public sight, as a withdrawal would."""
    from hemicycle.core import catalogue

    def hide(code: str) -> None:
        seen = lambda viewer: Topic.objects.exclude(code=code)  # noqa: E731
        changed = catalogue.Offer(**{**vars(catalogue.OFFERS["topic"]), "visible": seen})
        monkeypatch.setitem(catalogue.OFFERS, "topic", changed)

    return hide


def test_withdrawal_closes_the_listing_and_takes_its_marks_away(hidden):
    branch, topic = terms("change", "change.process")
    counter = _counter()
    hidden("change.process")

    journal.record(states.LOADED, topic, by=None)

    row = Listing.objects.get(uid=topic.uid)
    assert row.gone_since is not None
    assert not Mark.objects.filter(listing=row).exists()
    assert Address.objects.get(path="/topics/change/process/").listing_id == topic.uid
    assert Listing.objects.get(uid=branch.uid).gone_since is None
    assert _counter() == counter + 1


def test_a_thing_that_comes_back_keeps_its_first_date(hidden, monkeypatch):
    _branch, topic = terms("work", "work.sittings")
    since = Listing.objects.get(uid=topic.uid).public_since
    hidden("work.sittings")
    journal.record(states.LOADED, topic, by=None)
    monkeypatch.undo()

    journal.record(states.LOADED, topic, by=None)

    row = Listing.objects.get(uid=topic.uid)
    assert (row.gone_since, row.public_since) == (None, since)


def test_recording_without_a_change_moves_no_counter():
    (topic,) = terms("work")
    before = _counter()

    journal.record(states.LOADED, topic, by=None)

    assert _counter() == before


def test_a_change_moves_the_counter_of_its_kind_and_no_other():
    (topic,) = terms("work")
    Counter.objects.create(kind="other", value=5, mark="fixed")
    before = _counter()

    rename(topic, "Work of parliament")

    assert _counter() == before + 1
    assert Counter.objects.get(kind="other").mark == "fixed"


def test_a_counter_never_shows_the_same_mark_twice_even_after_a_rollback():
    (topic,) = terms("work")
    first = counters.key(["topic"])
    rename(topic, "Second")
    second = counters.key(["topic"])
    Counter.objects.filter(kind="topic").update(value=1)
    rename(topic, "Third")

    assert len({first, second, counters.key(["topic"])}) == 3


def test_marks_say_what_the_record_says():
    terms("work", "work.sittings", "change")

    marks = sorted(Mark.objects.values_list("facet", "value", "listing__key"))

    assert marks == [("branch", "change", "change"), ("branch", "work", "work"), ("branch", "work", "work.sittings")]


def test_the_digest_follows_every_field_of_the_record():
    (topic,) = terms("work")
    (record,) = offer.records([topic])
    first = listings.digest_of(record)
    topic.note = "A note."

    (changed,) = offer.records([topic])

    assert listings.digest_of(changed) != first


def _counter() -> int:
    return Counter.objects.get(kind="topic").value
