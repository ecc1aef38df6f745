"""Tests that commit for real can be cleaned up after, though the journal refuses to be emptied."""

import pytest

from hemicycle.core import guards, seals
from hemicycle.core.models import Entry, Seal
from hemicycle.core.tests.offered import terms

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.mark.parametrize("time", ["first", "second"])
def test_each_starts_with_an_empty_journal_and_all_triggers(time):
    assert (Entry.objects.count(), Seal.objects.count(), guards.missing()) == (0, 0, [])

    terms("work", "work.a")

    assert seals.seal_all() == 2
