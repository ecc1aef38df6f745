"""Reads for those who run a hub, and for the bodies around it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from hemicycle.accounts.models import Person
from hemicycle.hubs import policy
from hemicycle.hubs.models import Activity, Hub, Membership, Plan
from hemicycle.hubs.queries.hub import run_by
from hemicycle.hubs.states import WAITING_STATES, HubState, MemberState
from hemicycle.network import policy as network
from hemicycle.network.models import Body, Office, Project
from hemicycle.network.queries.agreements import running_hosts_of
from hemicycle.network.states import HUB_ROLES


def bodies_spoken_for(person: Any) -> QuerySet[Body]:
    """The bodies for which this person may offer, ask and answer; of a parliament its chambers as well."""
    spoken = [office.body_id for office in network.offices_today(person) if office.role in policy.SPEAKING]
    bodies = Body.objects.filter(Q(pk__in=spoken) | Q(parent__in=spoken), kind__in=policy.HOSTING_KINDS)
    return bodies.select_related("country", "parent")


def terms_of(hub: Hub, bodies: Iterable[Body]) -> list[Membership]:
    """Every request, invitation and term of these bodies in the hub, the latest first."""
    found = hub.memberships.filter(body__in=list(bodies)).select_related("body__parent", "body__country", "hub__body")
    return list(found.order_by("body", "-pk"))


def waiting_in(hub: Hub) -> list[Membership]:
    """Requests that wait for those who run the hub, and invitations that wait for an answer, the oldest first."""
    waiting = hub.memberships.filter(state__in=WAITING_STATES).select_related("body__parent", "body__country")
    return list(waiting.order_by("asked_at", "pk"))


def members_of(hub: Hub) -> list[Membership]:
    """Who is a member today, each with those whom it has named."""
    running = hub.memberships.filter(state=MemberState.MEMBER).select_related("body__parent", "body__country")
    return list(running.prefetch_related("correspondents__person").order_by("body__key", "pk"))


def bodies_to_invite(hub: Hub) -> QuerySet[Body]:
    """Who neither takes part, nor hosts, nor has been asked."""
    inside = hub.memberships.filter(state__in=(MemberState.MEMBER, *WAITING_STATES)).values("body")
    hosting = [agreement.body_id for agreement in running_hosts_of(hub.body)]
    others = Body.objects.filter(kind__in=policy.HOSTING_KINDS).exclude(pk__in=inside).exclude(pk__in=hosting)
    return others.select_related("country", "parent")


def bodies_inside(hub: Hub) -> list[Body]:
    """Hosts and members: who may take on an activity."""
    members = hub.memberships.filter(state=MemberState.MEMBER).values("body")
    hosting = [agreement.body_id for agreement in running_hosts_of(hub.body)]
    return list(Body.objects.filter(Q(pk__in=members) | Q(pk__in=hosting)).select_related("country"))


def offices_in(hub: Hub) -> list[Office]:
    """Coordinators and the hub's own steering group, as they run today."""
    running = Office.objects.running().filter(body=hub.body, role__in=HUB_ROLES)
    return list(running.select_related("person", "body").order_by("role", "since", "pk"))


def seated_in(body: Body) -> list[Person]:
    """Who has a seat in the body, its parliament, or one of its chambers: whom it can name for a hub."""
    same = [body.pk, *([body.parent_id] if body.parent_id else [])]
    offices = Office.objects.running().filter(Q(body__in=same) | Q(body__parent=body), role__in=policy.SEATED)
    return list(Person.objects.filter(pk__in=offices.values("person"), is_active=True).order_by("name", "pk"))


def newest_plan(hub: Hub, year: int | None = None) -> Plan | None:
    """The plan that holds: of a year, or of the latest for which there is one."""
    plans = hub.plans.filter(year=year) if year is not None else hub.plans.all()
    return plans.first()


def activities_of(plan: Plan | None) -> list[Activity]:
    if plan is None:
        return []
    whole = plan.activities.select_related("project").prefetch_related("people", "bodies__country")
    return list(whole.order_by("order"))


def projects() -> list[Project]:
    """Of which an activity or an output can be a part, those that began last first."""
    return list(Project.objects.order_by("-since", "slug"))


def requests_for(person: Any) -> list[Membership]:
    """Requests that wait for this person in the hubs that they run, the oldest first."""
    from_hubs = Q(hub__in=[hub.pk for hub in run_by(person)])
    waiting = Membership.objects.filter(from_hubs, state=MemberState.ASKED)
    return list(waiting.select_related("body", "hub__body").order_by("asked_at", "pk"))


def invitations_for(person: Any) -> list[Membership]:
    """Invitations that this person may answer for a body, the oldest first."""
    spoken = [office.body_id for office in network.offices_today(person) if office.role in policy.SPEAKING]
    mine = Q(body__in=spoken) | Q(body__parent__in=spoken)
    waiting = Membership.objects.filter(mine, state=MemberState.INVITED, hub__state=HubState.OPEN)
    return list(waiting.select_related("body", "hub__body").order_by("asked_at", "pk"))
