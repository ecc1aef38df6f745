"""What the journal promises."""

import pytest
from django.db import transaction

from hemicycle.core import catalogue, journal
from hemicycle.core.models import Delivery, Entry, Listing
from hemicycle.core.tests.offered import reader, rename, subjects, terms
from hemicycle.topics import states

pytestmark = pytest.mark.django_db


def test_an_entry_and_its_deliveries_are_written_with_the_change():
    (topic,) = terms("work")

    with reader(lambda entries: None):
        entry = journal.record(states.LOADED, topic, by=None, order=1)

    assert (entry.verb, entry.kind, entry.subject, entry.actor, entry.audience, entry.facts) == (
        "topic.loaded",
        "topic",
        topic.uid,
        None,
        "public",
        {"order": 1},
    )
    assert Delivery.objects.filter(entry=entry, reader="tested", state="waiting").count() == 1


def test_nothing_is_left_of_a_change_that_failed():
    (topic,) = terms("work")
    entries = Entry.objects.count()

    with pytest.raises(RuntimeError), transaction.atomic():
        rename(topic, "Renamed")
        raise RuntimeError

    assert Entry.objects.count() == entries
    assert Listing.objects.get(uid=topic.uid).digest == _digest(topic.uid)


def test_a_verb_that_nobody_declared_is_refused():
    (topic,) = terms("work")

    with pytest.raises(journal.UndeclaredVerb):
        journal.record("topic.whispered", topic, by=None)


@pytest.mark.parametrize("fact", ["Ada Lovelace", "ada@example.org", "a\nb", "x" * 121, 1.5, ["a"]])
def test_names_addresses_and_free_text_are_refused_as_facts(fact):
    (topic,) = terms("work")

    with pytest.raises(journal.FactRefused):
        journal.record(states.LOADED, topic, by=None, note=fact)


@pytest.mark.parametrize("fact", ["in_use", "ZM-LC01", "2021-10-21", 7, True, None])
def test_identifiers_and_plain_facts_are_kept(fact):
    (topic,) = terms("work")

    entry = journal.record(states.LOADED, topic, by=None, note=fact)

    assert Entry.objects.get(pk=entry.pk).facts == {"note": fact}


def test_a_batch_writes_one_entry_per_thing_in_few_statements(django_assert_max_num_queries):
    topics = terms("work", "work.a", "work.b", "work.c")
    before = Entry.objects.count()

    with reader(lambda entries: None), django_assert_max_num_queries(12):
        entries = journal.record_all(states.LOADED, topics, by=None)

    assert subjects(entries) == [str(topic.uid) for topic in topics]
    assert Entry.objects.count() == before + 4


def test_a_reader_gets_only_the_kinds_it_wants():
    (topic,) = terms("work")
    with reader(lambda entries: None, "picky") as picky:
        journal.READERS["picky"] = journal.Reader("picky", picky.read, wants=lambda kind: kind == "case")

        journal.record(states.LOADED, topic, by=None)

    assert not Delivery.objects.filter(reader="picky").exists()


def test_a_reader_gets_only_the_verbs_it_hears():
    (topic,) = terms("work")
    with reader(lambda entries: None, "picky") as picky:
        journal.READERS["picky"] = journal.Reader("picky", picky.read, hears=lambda verb: verb != states.LOADED)

        journal.record(states.LOADED, topic, by=None)

    assert not Delivery.objects.filter(reader="picky").exists()


def test_an_audience_must_be_one_of_three():
    with pytest.raises(ValueError, match="no audience"):
        catalogue.verbs({"topic.shouted": "everyone"})


def test_two_packages_cannot_offer_the_same_kind():
    offer = catalogue.OFFERS["topic"]
    other = catalogue.Offer("topic", ("a", "b"), offer.visible, offer.records, offer.cards, "x.html")

    with pytest.raises(catalogue.AlreadyOffered):
        catalogue.offer(other)


def _digest(uid):
    from hemicycle.core import listings

    (record,) = listings.public_records("topic", [uid])
    return listings.digest_of(record)
