"""Who has a seat today: by right of a keystone agreement that runs, or by invitation for a term. Reads only."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from hemicycle.core import days
from hemicycle.network.models import Body, Office
from hemicycle.network.queries.agreements import keystone_bodies
from hemicycle.network.states import Role
from hemicycle.steering.models import Seat


@dataclass(frozen=True)
class Held:
    """One seat as it is held on a day."""

    body: Body
    seat: Seat | None  # The term of an invitation; nothing for a seat by right of a keystone agreement.

    @property
    def by_right(self) -> bool:
        return self.seat is None


def seats_on(day: date | None = None) -> list[Held]:
    """Every seat of the committee: those by right first, each body once."""
    on = day or days.today()
    by_right = sorted((Held(body, None) for body in keystone_bodies(on)), key=lambda held: held.body.name)
    known = {held.body.pk for held in by_right}
    invited = Seat.objects.filter(since__lte=on, until__gte=on).exclude(body__in=known)
    rows = invited.select_related("body__country").order_by("body__name", "until")
    return [*by_right, *(Held(seat.body, seat) for seat in rows)]


def seated_bodies(day: date | None = None) -> list[Body]:
    return [held.body for held in seats_on(day)]


def has_seat(body: Body, day: date) -> bool:
    return body.pk in {seated.pk for seated in seated_bodies(day)}


def members_on(day: date | None = None) -> QuerySet[Office]:
    """The people who sit today: an office in a body that has a seat."""
    return members_of([body.pk for body in seated_bodies(day)], day)


def members_of(bodies: Collection[int], day: date | None = None) -> QuerySet[Office]:
    """Who sits today for these bodies (primary keys), which have a seat."""
    sitting = Office.objects.running(day).filter(role=Role.STEERING_MEMBER, body__in=bodies, person__is_active=True)
    return sitting.select_related("person", "body").order_by("person__name", "pk")
