"""One round of the worker."""

import pytest

from hemicycle.core import seals
from hemicycle.core.models import Delivery, Entry
from hemicycle.core.tests.lifted import triggers_lifted
from hemicycle.core.tests.offered import terms
from hemicycle.project import work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_a_round_seals_what_was_committed():
    terms("work", "work.a")

    work.do_what_is_due()

    assert (seals.sealed(), seals.waiting()) == (2, 0)


def test_a_full_batch_is_followed_by_another_round(monkeypatch):
    terms("work", "work.a", "work.b")
    while work.do_what_is_due():
        pass
    terms("work", "work.a", "work.b", "work.c", "work.d")
    Delivery.objects.all().delete()
    monkeypatch.setattr(seals, "BATCH", 1)

    assert [work.do_what_is_due() for _round in range(3)] == [True, True, False]


def test_an_entry_that_cannot_be_sealed_holds_up_nothing_else(caplog):
    terms("work")
    with triggers_lifted() as cursor:
        cursor.execute("UPDATE core_entry SET facts = '[1]'")

    work.do_what_is_due()

    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == ["sealing failed"]
    assert Entry.objects.filter(deliveries__state="done").count() == 1
    assert seals.waiting() == 1
