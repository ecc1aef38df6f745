"""Who hears of what happens in the committee: each verb's audience, as uids of people."""

from typing import Any
from uuid import UUID

from hemicycle.steering import queries
from hemicycle.steering.models import Decision, Procedure, Sitting


def sitting_of(entry: Any) -> Sitting | None:
    found: Sitting | None = Sitting.objects.select_related("meeting__body").filter(uid=entry.subject).first()
    return found


def procedure_of(entry: Any) -> Procedure | None:
    found: Procedure | None = Procedure.objects.filter(uid=entry.subject).first()
    return found


def decision_of(entry: Any) -> Decision | None:
    rows = Decision.objects.select_related("person", "body__parent", "sitting", "procedure")
    found: Decision | None = rows.filter(uid=entry.subject).first()
    return found


def to_members(entry: Any) -> set[UUID]:  # noqa: ARG001 - whatever it was.
    return queries.members_people()


def to_asked(entry: Any) -> set[UUID]:
    procedure = procedure_of(entry)
    return queries.asked_people(procedure) if procedure else set()


def to_awaited(entry: Any) -> set[UUID]:
    """Those whose seat has answered hear no more of it."""
    procedure = procedure_of(entry)
    return queries.awaited_people(procedure) if procedure else set()


def to_followers(entry: Any) -> set[UUID]:
    decision = decision_of(entry)
    concerns = entry.facts.get("follower", True)
    return queries.followers_of(decision) if decision and concerns else set()


def to_keepers(entry: Any) -> set[UUID]:  # noqa: ARG001 - whatever it was.
    return queries.staff_people()


def to_who_wrote(entry: Any) -> set[UUID]:
    """A page says at once what was recorded; whoever wrote a mail is told by mail."""
    return {entry.actor} if entry.actor and entry.facts.get("letter") else set()
