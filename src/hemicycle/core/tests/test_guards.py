"""The database itself refuses to change what the journal says."""

import pytest
from django.db import IntegrityError, connection, transaction

from hemicycle.core import guards, seals
from hemicycle.core.models import Delivery, Entry, Seal
from hemicycle.core.tests.lifted import triggers_lifted
from hemicycle.core.tests.offered import reader, terms

pytestmark = pytest.mark.django_db

CHANGES = {
    "change an entry": "UPDATE core_entry SET verb = 'topic.invented'",
    "change a moment": "UPDATE core_entry SET at = at",
    "delete an entry": "DELETE FROM core_entry",
    "change a seal": "UPDATE core_seal SET previous = ''",
    "delete a seal": "DELETE FROM core_seal",
}
REPLACED = "REPLACE INTO core_seal SELECT * FROM core_seal"
REPLACED_ENTRY = "REPLACE INTO core_entry SELECT * FROM core_entry"
EMPTIED = ("TRUNCATE core_entry CASCADE", "TRUNCATE core_seal")


@pytest.fixture
def sealed():
    terms("work", "work.a")
    assert seals.seal_all() == 2


def everything():
    return list(Entry.objects.values()), list(Seal.objects.values())


def ways() -> list[str]:
    return [*CHANGES.values(), *({"sqlite": (REPLACED, REPLACED_ENTRY)}.get(connection.vendor, EMPTIED))]


@pytest.mark.parametrize("number", range(len(CHANGES) + 2))
def test_what_was_written_stays_whatever_is_tried(sealed, number):
    before = everything()
    connection.check_constraints()  # PostgreSQL empties no table that has checks still to come.

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ways()[number])

    assert everything() == before


def test_the_tables_of_the_program_refuse_as_well(sealed):
    entry = Entry.objects.first()

    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(verb="topic.invented")
    with pytest.raises(IntegrityError), transaction.atomic():
        Seal.objects.all().delete()

    assert Seal.objects.count() == 2


def test_deliveries_go_their_way():
    with reader(lambda entries: None):
        terms("work")
        Delivery.objects.filter(reader="tested").update(attempts=3)

        assert Delivery.objects.filter(reader="tested").delete()[0] == 1


def test_all_triggers_are_there():
    assert guards.missing() == []


def test_a_trigger_that_is_gone_is_named():
    with triggers_lifted():
        assert guards.missing() == sorted(guards.expected())

    assert guards.missing() == []
