"""Who has a seat today: by right of a keystone agreement that runs, or by invitation for a term. Reads only."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from hemicycle.network.models import Body, Office
from hemicycle.network.queries.agreements import keystone_bodies
from hemicycle.network.states import Role
from hemicycle.steering.models import Seat


@dataclass(frozen=True)
class Held:
    """One seat as it is held on a day."""

    body: Body
    by_right: bool  # Of a keystone agreement; else by invitation.
    until: str  # The last day of an invitation; empty for a seat by right.


def seats_on(day: date | None = None) -> list[Held]:
    """Every seat of the committee: those by right first, each body once."""
    on = day or timezone.localdate()
    by_right = [Held(body, by_right=True, until="") for body in keystone_bodies(on)]
    known = {held.body.pk for held in by_right}
    invited = Seat.objects.filter(since__lte=on, until__gte=on).exclude(body__in=known).select_related("body__country")
    return [*by_right, *(Held(seat.body, by_right=False, until=seat.until.isoformat()) for seat in invited)]


def seated_bodies(day: date | None = None) -> list[Body]:
    return [held.body for held in seats_on(day)]


def members_on(day: date | None = None) -> QuerySet[Office]:
    """The people who sit today: an office in a body that has a seat."""
    bodies = [body.pk for body in seated_bodies(day)]
    return (
        Office.objects.running(day).filter(role=Role.STEERING_MEMBER, body__in=bodies).select_related("person", "body")
    )
