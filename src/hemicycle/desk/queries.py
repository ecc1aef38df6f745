"""Reads of the catalogue's duties for one person, and of what was withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from hemicycle.core.catalogue import DUTIES, Duty, Task, Waiting
from hemicycle.core.models import Listing
from hemicycle.desk import policy


@dataclass(frozen=True)
class Queue:
    """How much of one duty awaits the secretariat, and for how long."""

    label: str
    waiting: int
    taken: int  # Of these, how many somebody works on.
    late: int  # Of these, how many are beyond what was promised.
    oldest: datetime


def queues(person: Any) -> tuple[Queue, ...]:
    """The queues of the secretariat for its people, the one with the oldest promise first; empty ones are left out."""
    if not policy.may_see_queues(person):
        return ()
    found = [(str(duty.label), list(duty.queue())) for duty in DUTIES.values() if duty.queue is not None]
    held = sorted(((label, rows) for label, rows in found if rows), key=lambda pair: min(map(promise, pair[1])))
    return tuple(_queue(label, rows) for label, rows in held)


def _queue(label: str, rows: list[Waiting]) -> Queue:
    return Queue(
        label,
        waiting=len(rows),
        taken=sum(row.taken for row in rows),
        late=sum(is_late(row) for row in rows),
        oldest=min(row.since for row in rows),
    )


def tasks_of(person: Any) -> list[tuple[Duty, Task]]:
    """Everything that awaits this person, across all subjects, the oldest promise first."""
    found = [(duty, task) for duty in DUTIES.values() for task in duty.awaiting(person)]
    return sorted(found, key=lambda pair: promise(pair[1]))


def promise(task: Task | Waiting) -> tuple[datetime, datetime]:
    """By when it was promised; what was promised to nobody counts from when it began to wait."""
    return (task.due or task.since, task.since)


def days_since(moment: datetime) -> int:
    return (timezone.now() - moment).days


def is_late(task: Task | Waiting) -> bool:
    return task.due is not None and task.due < timezone.now()


def is_gone(kind: str, uid: UUID) -> bool:
    """Whether everybody could read of the thing once."""
    return Listing.objects.filter(uid=uid, kind=kind).exclude(gone_since=None).exists()


def way_to_desk(person: Any) -> str:
    """The desk's address if anything awaits this person; asked once, when they sign in."""
    waits = any(True for duty in DUTIES.values() for _task in duty.awaiting(person))
    return reverse("desk:desk") if waits else ""
