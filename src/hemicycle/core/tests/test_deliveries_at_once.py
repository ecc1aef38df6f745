"""Several workers at once, with real commits. It stands alone and so runs last: it leaves the database empty."""

import threading

import pytest
from django.db import connection, connections

from hemicycle.core import deliveries, journal
from hemicycle.core.tests.offered import reader, subjects, terms
from hemicycle.topics import states


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_two_workers_at_once_share_the_work_and_repeat_none():
    topics = terms(*(f"work.t{number}" if number else "work" for number in range(60)))
    got: list[str] = []
    lock = threading.Lock()

    def read(entries):
        with lock:
            got.extend(subjects(entries))

    def work(tested):
        while deliveries.deliver(tested, most=5):
            pass
        connections.close_all()

    with reader(read) as tested:
        journal.record_all(states.LOADED, topics, by=None)
        workers = [threading.Thread(target=work, args=(tested,)) for _number in range(3)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

    assert sorted(got) == sorted(str(topic.uid) for topic in topics)
    assert connection.vendor in {"sqlite", "postgresql"}
