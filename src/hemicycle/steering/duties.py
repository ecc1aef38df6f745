"""What awaits a person about the committee, each with the page where it is done."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core import texts
from hemicycle.core.catalogue import Duty, Task, Waiting
from hemicycle.steering import policy, queries, wording
from hemicycle.steering.models import Decision, Procedure
from hemicycle.ui.languages import active_language


def advice(person: Any) -> Iterable[Task]:
    """Questions that were asked in writing."""
    return _of_procedures(list(queries.open_procedures_for(person)))


def follow_ups(person: Any) -> Iterable[Task]:
    """Decisions that this person, or a body for which they act, follows up."""
    return _of_decisions(list(queries.open_decisions_of(person)))


def orphans(person: Any) -> Iterable[Task]:
    """Decisions of which whoever followed them up has left."""
    return _of_decisions(list(queries.to_follow())) if policy.may_keep(person) else ()


def to_close(person: Any) -> Iterable[Task]:
    """Written procedures whose day is over, or in which everybody has answered."""
    return _of_procedures(queries.to_close()) if policy.may_keep(person) else ()


def to_minute(person: Any) -> Iterable[Task]:
    """Sittings that are over and have no published minutes."""
    if not policy.may_keep(person):
        return ()
    sittings = list(queries.to_minute())
    words = _titles([sitting.meeting.uid for sitting in sittings])
    return [
        Task(words[sitting.meeting.uid], sitting.meeting.ends_at, wording.address(f"{sitting.path}minutes/"))
        for sitting in sittings
        if sitting.meeting.uid in words
    ]


def queue_to_close() -> Iterable[Waiting]:
    return [Waiting(procedure.opened_at, _evening(procedure.closes_on)) for procedure in queries.to_close()]


def queue_to_minute() -> Iterable[Waiting]:
    return [Waiting(sitting.meeting.ends_at) for sitting in queries.to_minute()]


def queue_of_orphans() -> Iterable[Waiting]:
    return [Waiting(_morning(decision.taken_on)) for decision in queries.to_follow()]


def _of_procedures(procedures: Sequence[Procedure]) -> list[Task]:
    words = _titles([procedure.uid for procedure in procedures])
    return [
        Task(
            words[procedure.uid],
            procedure.opened_at,
            procedure.get_absolute_url(),
            due=_evening(procedure.closes_on),
        )
        for procedure in procedures
        if procedure.uid in words
    ]


def _of_decisions(decisions: Sequence[Decision]) -> list[Task]:
    words = _titles([decision.uid for decision in decisions])
    return [
        Task(
            _("%(number)s: %(title)s") % {"number": wording.decision_name(decision), "title": words[decision.uid]},
            _morning(decision.taken_on),
            decision.get_absolute_url(),
            due=_evening(decision.due) if decision.due else None,
        )
        for decision in decisions
        if decision.uid in words
    ]


def _titles(uids: Sequence[UUID]) -> Mapping[UUID, str]:
    readings = texts.read(uids, active_language()) if uids else {}
    return {uid: reading["title"] for uid, reading in readings.items()}


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _evening(day: date) -> datetime:
    """A day that was promised is over when it is over."""
    return timezone.make_aware(datetime.combine(day, time.max))


DUTIES = (
    Duty("steering.advice", gettext_lazy("Advice that the steering committee is asked for"), advice),
    Duty("steering.follow_ups", gettext_lazy("Decisions to follow up"), follow_ups),
    Duty("steering.to_close", gettext_lazy("Written procedures to close"), to_close, queue_to_close),
    Duty("steering.to_minute", gettext_lazy("Minutes to publish"), to_minute, queue_to_minute),
    Duty("steering.orphans", gettext_lazy("Decisions that nobody follows up"), orphans, queue_of_orphans),
)
