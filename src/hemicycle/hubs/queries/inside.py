"""Which hubs somebody runs or takes part in; agrees with the policy, by test."""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from hemicycle.core.dates import holds
from hemicycle.hubs.models import Hub, Membership
from hemicycle.hubs.states import HubState, MemberState
from hemicycle.network import policy as network
from hemicycle.network.models import Agreement
from hemicycle.network.states import SPEAKING_ROLES, BodyKind, Role
from hemicycle.network.states.agreements import AgreementState

REPRESENTING = (*SPEAKING_ROLES, Role.PARTNER)


def bodies_run_by(person: Any) -> set[int]:
    """The bodies of open hubs that this person runs, as coordinator or speaking for a host; two queries."""
    found = _coordinated(person) | _hosted(person)
    if not found:
        return set()
    return set(Hub.objects.filter(body__in=found, state=HubState.OPEN).values_list("body", flat=True))


def bodies_inside(person: Any) -> set[int]:
    """The bodies of hubs in which this person takes part, in whatever way; agrees with `policy.is_member`."""
    if person is None or not person.is_authenticated or not person.is_active:
        return set()
    offices = network.offices_today(person)
    own = {office.body_id for office in offices if office.body.kind == BodyKind.HUB}
    spoken = [office.body_id for office in offices if office.role in REPRESENTING]
    mine = Q(body__in=spoken) | Q(body__parent__in=spoken) | Q(correspondents__person=person)
    members = Membership.objects.filter(mine, state=MemberState.MEMBER).values_list("hub__body", flat=True)
    return own | set(members) | _hosted(person)


def _coordinated(person: Any) -> set[int]:
    return {office.body_id for office in network.offices_today(person) if office.role == Role.COORDINATOR}


def _hosted(person: Any) -> set[int]:
    """Hubs that are hosted today by a body for which this person speaks, or by a part of it."""
    held = [office.body_id for office in network.offices_today(person) if office.role in REPRESENTING]
    if not held:
        return set()
    signed = Agreement.objects.filter(
        Q(body__in=held) | Q(body__parent__in=held), hub__isnull=False, state=AgreementState.SIGNED
    )
    today = timezone.localdate()
    rows = signed.values_list("hub", "since", "until")
    return {hub for hub, since, until in rows if hub is not None and holds(since, until, today)}
