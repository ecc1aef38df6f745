"""Reads of the catalogue's duties for one person, and of what was withdrawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from hemicycle.core.catalogue import DUTIES, Duty, Task
from hemicycle.core.models import Listing


@dataclass(frozen=True)
class Queue:
    """All tasks of one duty that await one person, the oldest promise first."""

    name: str
    label: str
    tasks: tuple[Task, ...]

    @property
    def oldest(self) -> datetime:
        return min(task.since for task in self.tasks)


def queues_of(person: Any) -> tuple[Queue, ...]:
    """The duties that have something for this person, that with the oldest promise first."""
    found = (Queue(duty.name, str(duty.label), in_order(duty.awaiting(person))) for duty in DUTIES.values())
    return tuple(sorted((queue for queue in found if queue.tasks), key=lambda queue: promise(queue.tasks[0])))


def tasks_of(person: Any) -> list[tuple[Duty, Task]]:
    """Everything that awaits this person, across all subjects, the oldest promise first."""
    found = [(duty, task) for duty in DUTIES.values() for task in duty.awaiting(person)]
    return sorted(found, key=lambda pair: promise(pair[1]))


def in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(sorted(tasks, key=promise))


def promise(task: Task) -> tuple[datetime, datetime]:
    """By when it was promised; what was promised to nobody counts from when it began to wait."""
    return (task.due or task.since, task.since)


def days_since(moment: datetime) -> int:
    return (timezone.now() - moment).days


def is_late(task: Task) -> bool:
    return task.due is not None and task.due < timezone.now()


def is_gone(kind: str, uid: UUID) -> bool:
    """Whether everybody could read of the thing once."""
    return Listing.objects.filter(uid=uid, kind=kind).exclude(gone_since=None).exists()


def way_to_desk(person: Any) -> str:
    """The desk's address if anything awaits this person; asked once, when they sign in."""
    waits = any(True for duty in DUTIES.values() for _task in duty.awaiting(person))
    return reverse("desk:desk") if waits else ""
