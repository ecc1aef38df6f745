"""Several workers seal while several writers write, with real commits; the database is left empty."""

import threading

import pytest
from django.db import connections, transaction

from hemicycle.core import journal, seals
from hemicycle.core.models import Entry, Seal
from hemicycle.core.tests.offered import terms
from hemicycle.topics import states

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def at_once(*works) -> None:
    failures = []

    def run(work):
        try:
            work()
        except Exception as error:  # noqa: BLE001 - what fails in a thread must fail the test.
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_two_workers_make_one_chain_while_others_write():
    topics = terms(*(f"work.t{number}" if number else "work" for number in range(20)))
    writing = threading.Barrier(2)
    written = threading.Event()

    def write():
        for topic in topics:
            journal.record(states.LOADED, topic, by=None)
        if writing.wait() == 0:
            written.set()

    def seal():
        while not written.is_set() or seals.waiting():
            seals.seal(most=7)

    at_once(write, write, seal, seal)

    assert Entry.objects.count() == 60
    assert list(Seal.objects.values_list("order", flat=True)) == list(range(1, 61))
    assert seals.verify() == seals.Verdict(60, Seal.objects.last().hash)


def test_what_is_not_committed_yet_is_not_sealed_yet():
    (work,) = terms("work")
    seals.seal_all()
    begun, counted = threading.Event(), threading.Event()
    found = []

    def write():
        with transaction.atomic():
            journal.record(states.LOADED, work, by=None)
            begun.set()
            counted.wait()

    def look():
        begun.wait()
        found.extend([seals.waiting(), seals.seal()])
        counted.set()

    at_once(write, look)

    assert found == [0, 0]
    assert seals.seal_all() == 1
