"""How the committee holds its meetings: the secretariat runs them, the members are asked to come."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy

from hemicycle.core import counters
from hemicycle.meetings.hosts import Host
from hemicycle.network.models import Body
from hemicycle.network.states import BodyKind
from hemicycle.steering import policy, queries, wording
from hemicycle.steering.models import Sitting
from hemicycle.ui.parts import Link


def runs(person: Any, body: Body) -> bool:
    return body.kind == BodyKind.SECRETARIAT and policy.may_keep(person)


def run_by(person: Any) -> set[int]:
    return _secretariat() if policy.may_keep(person) else set()


def inside(person: Any) -> set[int]:
    return _secretariat() if policy.may_read_inside(person) else set()


def members(body: Body) -> set[UUID]:  # noqa: ARG001 - there is one committee.
    return queries.members_people()


def named(bodies: Iterable[Body]) -> Mapping[int, Link]:
    committee = wording.committee()
    return {body.pk: Link(wording.body(body).label, committee.address) for body in bodies}


def alive(body: Body, *, by: Any) -> None:  # noqa: ARG001 - whoever it was.
    """A sitting that is moved or cancelled is so at once on the pages that are kept."""
    counters.move((Sitting.kind,))


def _secretariat() -> set[int]:
    return set(Body.objects.filter(kind=BodyKind.SECRETARIAT).values_list("pk", flat=True))


HOST = Host(
    runs=runs,
    run_by=run_by,
    inside=inside,
    members=members,
    named=named,
    alive=alive,
    members_words=gettext_lazy("Members of the steering committee"),
)
