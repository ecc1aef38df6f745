"""Reads of the steering committee."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from hemicycle.network import policy as network
from hemicycle.steering import policy
from hemicycle.steering.models import Decision, Paper, Procedure, Sitting
from hemicycle.steering.seats import Held, members_on, seats_on
from hemicycle.steering.states import FollowUp

__all__ = [
    "Held",
    "decisions_visible_to",
    "members_on",
    "members_people",
    "open_decisions_of",
    "open_procedures_for",
    "papers_visible_to",
    "procedures_visible_to",
    "seats_on",
    "sittings_visible_to",
]


def sittings_visible_to(viewer: Any) -> QuerySet[Sitting]:
    """Agrees with `policy.may_see_sitting`, by test."""
    sittings = Sitting.objects.select_related("meeting")
    if policy.may_read_inside(viewer):
        return sittings
    return sittings.filter(Q(papers_published_at__isnull=False) | Q(minutes_published_at__isnull=False))


def papers_visible_to(viewer: Any) -> QuerySet[Paper]:
    """Agrees with `policy.may_see_paper`, by test."""
    if policy.may_read_inside(viewer):
        return Paper.objects.all()
    return Paper.objects.filter(sitting__papers_published_at__isnull=False)


def procedures_visible_to(viewer: Any) -> QuerySet[Procedure]:
    """Agrees with `policy.may_see_procedure`, by test."""
    return Procedure.objects.all() if policy.may_read_inside(viewer) else Procedure.objects.none()


def decisions_visible_to(viewer: Any) -> QuerySet[Decision]:
    """Agrees with `policy.may_see_decision`, by test."""
    decisions = Decision.objects.select_related("sitting__meeting", "procedure", "person", "body")
    if policy.may_read_inside(viewer):
        return decisions
    return decisions.filter(Q(sitting__minutes_published_at__isnull=False) | _followed_up_by(viewer))


def open_decisions_of(viewer: Any) -> QuerySet[Decision]:
    """What this person follows up, the first promise first."""
    open_ones = Decision.objects.filter(_followed_up_by(viewer), state=FollowUp.OPEN)
    return open_ones.select_related("person", "body").order_by("due", "pk")


def open_procedures_for(viewer: Any) -> QuerySet[Procedure]:
    """Questions that await this person's advice."""
    held = policy.seats_held(viewer)
    if not held:
        return Procedure.objects.none()
    waiting = Procedure.objects.filter(closed_at=None, asked__in=held, closes_on__gte=timezone.localdate())
    return waiting.exclude(advice__body__in=held).distinct()


def members_people() -> set[UUID]:
    return set(members_on().filter(person__is_active=True).values_list("person__uid", flat=True))


def _followed_up_by(viewer: Any) -> Q:
    if viewer is None or not viewer.is_authenticated:
        return Q(pk__in=[])
    held = [office.body_id for office in network.offices_today(viewer)]
    return Q(person=viewer) | Q(body__in=held)
