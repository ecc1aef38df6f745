"""Recurring work is done when due, by one worker."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.core import timetable
from hemicycle.core.models import Appointment
from hemicycle.core.timetable import Recurring

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch):
    done = []
    monkeypatch.setattr(timetable, "RECURRING", {})
    timetable.recurring(Recurring("tidy", timedelta(hours=1), lambda: done.append("tidy")))
    return done


def test_work_is_done_at_first_sight_and_then_only_when_due(done):
    first, second = timetable.keep(), timetable.keep()
    Appointment.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    third = timetable.keep()

    assert (first, second, third) == (["tidy"], [], ["tidy"])
    assert done == ["tidy", "tidy"]


def test_what_fails_waits_for_its_next_date_and_holds_up_nothing(done):
    def fail():
        raise RuntimeError

    timetable.recurring(
        Recurring("failing", timedelta(hours=1), fail), Recurring("zeal", timedelta(hours=1), done.clear)
    )

    kept = timetable.keep()

    assert kept == ["tidy", "zeal"]
    assert Appointment.objects.get(name="failing").due_at > timezone.now()
