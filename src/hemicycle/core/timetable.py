"""Recurring work: each appointment is kept by one worker, however many run."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from hemicycle.core.models import Appointment

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Recurring:
    """Work to be done every so often; it must bear being done once too often."""

    name: str
    every: timedelta
    work: Callable[[], object]


RECURRING: dict[str, Recurring] = {}


def recurring(*works: Recurring) -> None:
    for each in works:
        RECURRING[each.name] = each


def keep() -> list[str]:
    """Do what is due; the names of what was done. A failure is logged and waits for its next date."""
    done = []
    for each in RECURRING.values():
        if not _taken(each):
            continue
        try:
            each.work()
        except Exception as error:  # one failing appointment must not hold up the others.
            log.exception("appointment failed", extra={"appointment": each.name, "error": type(error).__name__})
        else:
            done.append(each.name)
    return done


def _taken(each: Recurring) -> bool:
    """Move the date on if it is due; only one worker's update finds the old date."""
    now = timezone.now()
    row, made = Appointment.objects.get_or_create(name=each.name, defaults={"due_at": now + each.every})
    if made:
        return True
    return bool(
        Appointment.objects.filter(name=each.name, due_at=row.due_at, due_at__lte=now).update(due_at=now + each.every)
    )
