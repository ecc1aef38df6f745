"""Claimed deliveries: nothing is lost, nothing blocks, nothing is done for another's claim."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.core import deliveries, journal
from hemicycle.core.deliveries import MOST_ATTEMPTS
from hemicycle.core.models import Delivery
from hemicycle.core.tests.offered import reader, subjects, terms
from hemicycle.topics import states


def _due() -> None:
    Delivery.objects.filter(reader="tested").update(due_at=timezone.now())


@pytest.mark.django_db
def test_a_delivery_reaches_its_reader_once():
    (topic,) = terms("work")
    got = []
    with reader(lambda entries: got.extend(subjects(entries))) as tested:
        journal.record(states.LOADED, topic, by=None)

        first, second = deliveries.deliver(tested), deliveries.deliver(tested)

    assert (first, second) == (1, 0)
    assert got == [str(topic.uid)]
    assert Delivery.objects.get(reader="tested").state == "done"


@pytest.mark.django_db
def test_one_bad_entry_holds_up_no_other():
    good, bad = terms("work", "change")
    got = []

    def read(entries):
        if any(entry.subject == bad.uid for entry in entries):
            raise KeyError("secret words")
        got.extend(subjects(entries))

    with reader(read) as tested:
        journal.record_all(states.LOADED, [good, bad], by=None)
        deliveries.deliver(tested)

    failed = Delivery.objects.get(reader="tested", entry__subject=bad.uid)
    assert got == [str(good.uid)]
    assert (failed.state, failed.error, failed.attempts) == ("waiting", "KeyError", 1)
    assert failed.due_at > timezone.now()


@pytest.mark.django_db
def test_a_failing_reader_stops_no_other_reader():
    (topic,) = terms("work")
    got = []

    def fail(entries):
        raise RuntimeError

    with reader(fail, "failing"), reader(lambda entries: got.extend(subjects(entries))):
        journal.record(states.LOADED, topic, by=None)
        deliveries.deliver_all()

    assert got == [str(topic.uid)]


@pytest.mark.django_db
def test_after_the_last_attempt_a_delivery_waits_for_a_person():
    (topic,) = terms("work")

    def fail(entries):
        raise RuntimeError

    with reader(fail) as tested:
        journal.record(states.LOADED, topic, by=None)
        for _attempt in range(MOST_ATTEMPTS):
            _due()
            deliveries.deliver(tested)
        _due()
        further = deliveries.deliver(tested)

    assert (further, deliveries.dead()) == (0, 1)


@pytest.mark.django_db
def test_what_a_killed_worker_had_claimed_is_delivered_after_its_lease():
    (topic,) = terms("work")
    got = []
    with reader(lambda entries: got.extend(subjects(entries))) as tested:
        journal.record(states.LOADED, topic, by=None)
        rows = deliveries._claim("tested", uuid.uuid4(), 10)
        held = deliveries.deliver(tested)
        Delivery.objects.filter(reader="tested").update(lease_until=timezone.now() - timedelta(seconds=1))

        taken_over = deliveries.deliver(tested)

    assert (len(rows), held, taken_over) == (1, 0, 1)
    assert got == [str(topic.uid)]


@pytest.mark.django_db
def test_a_worker_whose_lease_ran_out_closes_nothing():
    (topic,) = terms("work")
    with reader(lambda entries: None):
        journal.record(states.LOADED, topic, by=None)
        late = uuid.uuid4()
        rows = deliveries._claim("tested", late, 10)
        Delivery.objects.filter(reader="tested").update(claim=uuid.uuid4())

        deliveries._finish(late, [delivery for delivery, _entry in rows])

    assert Delivery.objects.get(reader="tested").state == "claimed"
