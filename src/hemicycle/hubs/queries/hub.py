"""Reads of hubs: which one sees, which are quiet, which belong to somebody."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.hubs.models import Hub, Output, Update
from hemicycle.hubs.states import PUBLIC_STATES, QUIET_AFTER, HubState, MemberState
from hemicycle.network import policy as network
from hemicycle.network.models import Office
from hemicycle.network.queries.agreements import representatives_of, running_hosts_of
from hemicycle.network.states import SPEAKING_ROLES, Role


def visible_to(viewer: Any) -> QuerySet[Hub]:
    """The hubs that this person may see; agrees with `policy.may_see`, by test."""
    hubs = Hub.objects.select_related("body")
    if network.is_secretariat(viewer):
        return hubs
    roles = {*SPEAKING_ROLES, Role.PARTNER}
    held = [office.body_id for office in network.offices_today(viewer) if office.role in roles]
    offered = Q(body__hosted_by__body__in=held) | Q(body__hosted_by__body__parent__in=held)
    return (
        hubs.filter(Q(state__in=PUBLIC_STATES) | offered).distinct() if held else hubs.filter(state__in=PUBLIC_STATES)
    )


def is_quiet(hub: Hub, now: datetime | None = None) -> bool:
    """Only what was recorded here can fall silent: a hub of which nothing was ever recorded is not called quiet."""
    moment = now or timezone.now()
    return hub.state == HubState.OPEN and hub.last_sign_at is not None and hub.last_sign_at < moment - QUIET_AFTER


def quiet_hubs(now: datetime | None = None) -> QuerySet[Hub]:
    limit = (now or timezone.now()) - QUIET_AFTER
    return Hub.objects.filter(state=HubState.OPEN, last_sign_at__lt=limit).select_related("body")


def run_by(person: Any) -> list[Hub]:
    """The hubs that this person runs: as coordinator, or speaking for a host."""
    held = {office.body_id for office in network.offices_today(person)}
    if not held:
        return []
    mine = Q(body__in=held) | Q(body__hosted_by__body__in=held) | Q(body__hosted_by__body__parent__in=held)
    hubs = Hub.objects.filter(mine, state=HubState.OPEN).select_related("body").distinct()
    return [hub for hub in hubs if network.runs_hub(person, hub.body)]


def runners_of(hub: Hub) -> set[UUID]:
    """Who hears of what a hub's coordinator decides: the coordinators, or the host where there is none."""
    coordinators = Office.objects.running().filter(body=hub.body, role=Role.COORDINATOR, person__is_active=True)
    found = set(coordinators.values_list("person__uid", flat=True))
    return found or hosts_people(hub)


def hosts_people(hub: Hub) -> set[UUID]:
    """Who speaks today for a host of the hub."""
    bodies = [agreement.body_id for agreement in running_hosts_of(hub.body)]
    return set(representatives_of(bodies).filter(person__is_active=True).values_list("person__uid", flat=True))


def members_people(hub: Hub) -> set[UUID]:
    """Who takes part inside: correspondents, speakers of members without any, hosts, those with an office here."""
    running = hub.memberships.filter(state=MemberState.MEMBER)
    named = Q(correspondences__membership__in=running)
    silent = running.filter(correspondents=None).values_list("body", flat=True)
    speaking = Q(pk__in=representatives_of(list(silent)).values("person"))
    inside = Q(pk__in=Office.objects.running().filter(body=hub.body).values("person"))
    people = Person.objects.filter(named | speaking | inside, is_active=True)
    return set(people.values_list("uid", flat=True)) | hosts_people(hub)


def by_body(bodies: Iterable[int]) -> dict[int, Hub]:
    return {hub.body_id: hub for hub in Hub.objects.filter(body__in=list(bodies)).select_related("body")}


def outputs_visible_to(viewer: Any) -> QuerySet[Output]:
    """What was not withdrawn, and all for those who run the hub; agrees with `policy.may_see_output`."""
    shown = Q(withdrawn_at=None, hub__state__in=PUBLIC_STATES)
    return Output.objects.filter(shown | Q(hub__in=[hub.pk for hub in run_by(viewer)]))


def updates_visible_to(viewer: Any) -> QuerySet[Update]:
    """What was published and not withdrawn, and all for those who run the hub; agrees with `policy.may_see_update`."""
    shown = Q(published_at__isnull=False, withdrawn_at=None, hub__state__in=PUBLIC_STATES)
    return Update.objects.filter(shown | Q(hub__in=[hub.pk for hub in run_by(viewer)]))
