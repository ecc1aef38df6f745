"""What the chain of seals promises, and how it tells that somebody has tampered."""

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection

from hemicycle.core import canonical, journal, seals
from hemicycle.core.models import Entry, Seal, Unsealed
from hemicycle.core.tests.lifted import triggers_lifted
from hemicycle.core.tests.offered import terms
from hemicycle.topics import states

pytestmark = pytest.mark.django_db

SUBJECT = UUID("6f1d3c1e-6c0e-5d0b-9a53-8a1f6c0b7e21")
TEXT = (
    '["hemicycle entry",1,7,1767225600000001,"case.confirmed","case","6f1d3c1e-6c0e-5d0b-9a53-8a1f6c0b7e21","",'
    '"public","a","n",0,"b","b",1,"c","i",-3,"d","s","in_use"]'
)
DIGEST = "87f57a83a54390320861063b29548cd2c68263fb0dc6169afe1312794e723f62"
HASH = "5d38bd0d8c86eb88e834ee1bae31d3bd45886077b0901f941578298f0593491c"


def an_entry(**facts) -> Entry:
    return Entry(
        pk=7,
        at=datetime(2026, 1, 1, 0, 0, 0, 1, tzinfo=UTC),
        verb="case.confirmed",
        kind="case",
        subject=SUBJECT,
        audience="public",
        facts=facts,
    )


@pytest.fixture
def chain() -> list[Seal]:
    """Five sealed entries."""
    terms("work", "work.a", "work.b", "work.c", "work.d")
    seals.seal_all()
    return list(Seal.objects.all())


def test_the_text_of_an_entry_is_made_of_strings_and_integers():
    text = canonical.text_1(an_entry(d="in_use", c=-3, b=True, a=None))

    assert text == TEXT
    assert {type(element) for element in json.loads(text)} == {str, int}


def test_old_seals_rest_on_hashes_that_never_change():
    entry = an_entry(d="in_use", c=-3, b=True, a=None)

    assert canonical.digest_of(entry) == DIGEST
    assert canonical.hash_of(1, canonical.FIRST, DIGEST) == HASH


@pytest.mark.parametrize(("one", "other"), [(1, True), ("1", 1), (None, 0), ("", None), (False, 0), ("a", "A")])
def test_facts_that_differ_have_texts_that_differ(one, other):
    assert canonical.text_1(an_entry(fact=one)) != canonical.text_1(an_entry(fact=other))


def test_letters_of_all_scripts_become_ascii():
    assert canonical.text_1(an_entry(fact='é"\\\n\x7f😀')).endswith(r'"fact","s","\u00e9\"\\\n\u007f\ud83d\ude00"]')


def test_every_entry_waits_and_then_has_its_seal():
    topics = terms("work", "work.a")
    assert (seals.waiting(), seals.sealed()) == (2, 0)

    assert seals.seal() == 2

    assert (seals.waiting(), seals.sealed()) == (0, 2)
    assert [row.entry.subject for row in Seal.objects.all()] == [topic.uid for topic in topics]


def test_seals_are_counted_from_one_and_each_names_the_one_before(chain):
    assert [row.order for row in chain] == [1, 2, 3, 4, 5]
    assert [row.previous for row in chain] == ["0" * 64, *(row.hash for row in chain[:-1])]


def test_nothing_to_seal_is_one_small_question(chain, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert seals.seal() == 0


def test_an_entry_that_is_committed_late_is_sealed_late(chain):
    (work,) = terms("work")
    late = Entry.objects.order_by("pk").first().pk - 1
    Entry.objects.create(pk=late, verb=states.LOADED, kind="topic", subject=work.uid, audience="public")

    assert seals.seal_all() == 1

    assert Seal.objects.last().entry_id == late
    assert seals.verify() == seals.Verdict(6, Seal.objects.last().hash)


def test_a_batch_is_sealed_in_few_statements(django_assert_max_num_queries):
    terms("work", *(f"work.t{number}" for number in range(40)))

    with django_assert_max_num_queries(10):
        assert seals.seal() == 41


def test_an_entry_that_waits_twice_is_sealed_once(chain):
    Unsealed.objects.create(entry_id=chain[0].entry_id)

    assert seals.seal() == 0

    assert (seals.waiting(), seals.sealed()) == (0, 5)


def test_an_empty_journal_verifies():
    assert seals.verify() == seals.Verdict(0, canonical.FIRST)


def test_a_whole_chain_verifies_portion_by_portion(chain, monkeypatch):
    monkeypatch.setattr(seals, "PORTION", 2)

    assert seals.verify() == seals.Verdict(5, chain[-1].hash)


TAMPERING = {
    "a verb": ("UPDATE core_entry SET verb = 'topic.gone' WHERE id = {entry}", "the entry was changed"),
    "a fact": ("UPDATE core_entry SET facts = '{{\"order\": 99}}' WHERE id = {entry}", "the entry was changed"),
    "facts that are none": ("UPDATE core_entry SET facts = '[]' WHERE id = {entry}", "the entry was changed"),
    "an actor": ("UPDATE core_entry SET actor = subject WHERE id = {entry}", "the entry was changed"),
    "an audience": ("UPDATE core_entry SET audience = 'staff' WHERE id = {entry}", "the entry was changed"),
    "a digest": ("UPDATE core_seal SET digest = hash WHERE entry_id = {entry}", "the seal was changed"),
    "a hash": ("UPDATE core_seal SET hash = digest WHERE entry_id = {entry}", "the seal was changed"),
    "a link": (
        "UPDATE core_seal SET previous = digest WHERE entry_id = {entry}",
        "the seal does not name the one before it",
    ),
    "a version": (
        "UPDATE core_seal SET version = 9 WHERE entry_id = {entry}",
        "the seal follows a version that this release does not know",
    ),
    "an order": ('UPDATE core_seal SET "order" = -3 WHERE entry_id = {entry}', "seal 1 is missing"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_is_found_at_its_place(chain, what):
    statement, reason = TAMPERING[what]
    struck = chain[2]
    with triggers_lifted() as cursor:
        cursor.execute(statement.format(entry=struck.entry_id))

    broken = seals.verify().broken

    assert (broken.entry, broken.reason) == (struck.entry_id, reason)


def test_only_the_first_broken_place_is_named(chain):
    with triggers_lifted() as cursor:
        cursor.execute("UPDATE core_entry SET verb = 'topic.gone'")

    assert seals.verify() == seals.Verdict(
        0, canonical.FIRST, seals.Broken(1, chain[0].entry_id, "the entry was changed")
    )


def test_a_seal_that_was_taken_out_is_missed(chain):
    with triggers_lifted() as cursor:
        cursor.execute('DELETE FROM core_seal WHERE "order" = 3')

    assert seals.verify() == seals.Verdict(2, chain[1].hash, seals.Broken(4, chain[3].entry_id, "seal 3 is missing"))


def test_an_entry_whose_seal_was_cut_off_is_missed(chain):
    with triggers_lifted() as cursor:
        cursor.execute('DELETE FROM core_seal WHERE "order" = 5')

    left_out = seals.Broken(None, chain[4].entry_id, "the entry is not sealed and does not wait to be")
    assert seals.verify() == seals.Verdict(4, chain[3].hash, left_out)


def test_a_forged_entry_with_a_forged_seal_breaks_the_next_link(chain):
    with triggers_lifted() as cursor:
        cursor.execute(f"UPDATE core_entry SET verb = 'topic.gone' WHERE id = {chain[1].entry_id}")
        digest = canonical.digest_of(Entry.objects.get(pk=chain[1].entry_id))
        forged = canonical.hash_of(2, chain[0].hash, digest)
        cursor.execute('UPDATE core_seal SET digest = %s, hash = %s WHERE "order" = 2', [digest, forged])

    broken = seals.verify().broken

    assert broken == seals.Broken(3, chain[2].entry_id, "the seal does not name the one before it")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps the types of its columns")
def test_an_entry_that_cannot_be_read_is_named(chain):
    with triggers_lifted() as cursor:
        cursor.execute(f"UPDATE core_entry SET at = '2026-99-99 00:00:00' WHERE id = {chain[3].entry_id}")

    broken = seals.verify().broken

    assert broken == seals.Broken(4, chain[3].entry_id, "the entry is missing or cannot be read")


def test_erasing_people_and_things_deletes_no_entry(person):
    author = person(name="Author")
    work, sittings = terms("work", "work.sittings")
    journal.record(states.LOADED, work, by=author, order=2)
    seals.seal_all()
    entries = list(Entry.objects.values())

    author.delete()
    sittings.delete()
    work.delete()

    assert list(Entry.objects.values()) == entries
    assert seals.verify() == seals.Verdict(3, Seal.objects.last().hash)
