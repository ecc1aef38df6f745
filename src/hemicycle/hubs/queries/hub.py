"""Reads of hubs: which one sees, which are quiet, which belong to somebody."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core.dates import holds
from hemicycle.hubs import policy
from hemicycle.hubs.models import Correspondent, Hub, HubPaper, Membership, Output, Update, YearReport
from hemicycle.hubs.states import PUBLIC_STATES, QUIET_AFTER, HubState, MemberState
from hemicycle.network import policy as network
from hemicycle.network.models import Agreement, Office
from hemicycle.network.queries.agreements import (
    agreements_with_papers_for,
    representatives_of,
    running_hosts_of,
)
from hemicycle.network.states import Role
from hemicycle.network.states.agreements import AgreementState


def visible_to(viewer: Any) -> QuerySet[Hub]:
    """The hubs that this person may see; agrees with `policy.may_see`, by test."""
    hubs = Hub.objects.select_related("body")
    if network.is_secretariat(viewer):
        return hubs
    shown = Q(state__in=PUBLIC_STATES)
    held = [office.body_id for office in network.offices_today(viewer) if office.role in policy.SPEAKING]
    if not held:
        return hubs.filter(shown)
    mine = Agreement.objects.filter(Q(body__in=held) | Q(body__parent__in=held), hub__isnull=False)
    return hubs.filter(shown | Q(body__in=mine.values("hub")))


def is_quiet(hub: Hub, now: datetime | None = None) -> bool:
    """Only what was recorded here can fall silent: a hub of which nothing was ever recorded is not called quiet."""
    moment = now or timezone.now()
    return hub.state == HubState.OPEN and hub.last_sign_at is not None and hub.last_sign_at < moment - QUIET_AFTER


def quiet_hubs(now: datetime | None = None) -> QuerySet[Hub]:
    limit = (now or timezone.now()) - QUIET_AFTER
    return Hub.objects.filter(state=HubState.OPEN, last_sign_at__lt=limit).select_related("body")


def run_by(person: Any, among: Collection[str] = (HubState.OPEN,)) -> QuerySet[Hub]:
    """The hubs that this person runs, as coordinator or speaking for a host; agrees with `policy.runs`, by test."""
    offices = network.offices_today(person)
    spoken = [office.body_id for office in offices if office.role in policy.SPEAKING]
    bodies = {office.body_id for office in offices if office.role == Role.COORDINATOR}
    if spoken:
        signed = Agreement.objects.filter(state=AgreementState.SIGNED, hub__isnull=False)
        hosting = signed.filter(Q(body__in=spoken) | Q(body__parent__in=spoken))
        today = timezone.localdate()
        rows = hosting.values_list("hub", "since", "until")
        bodies |= {hub for hub, since, until in rows if hub and holds(since, until, today)}
    if not bodies:
        return Hub.objects.none()
    return Hub.objects.filter(body__in=bodies, state__in=among).select_related("body")


def inside_of(person: Any) -> QuerySet[Hub]:
    """The hubs in which this person takes part; agrees with `policy.is_member`, by test."""
    offices = network.offices_today(person)
    if not offices:
        return Hub.objects.none()
    members = Membership.objects.filter(policy.taking_part(person)).values("hub")
    here = [office.body_id for office in offices]
    run = list(run_by(person, tuple(HubState)).values_list("pk", flat=True))
    hubs = Hub.objects.filter(Q(pk__in=members) | Q(body__in=here) | Q(pk__in=run))
    return hubs.select_related("body")


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
    """Who hears of what happens inside: correspondents, speakers of members without any, hosts, those with an office
    here.
    """
    running = hub.memberships.filter(state=MemberState.MEMBER)
    named = Q(pk__in=_seated_correspondents(running).values("person"))
    silent = running.exclude(pk__in=_seated_correspondents(running).values("membership"))
    speaking = Q(pk__in=representatives_of(list(silent.values_list("body", flat=True))).values("person"))
    inside = Q(pk__in=Office.objects.running().filter(body=hub.body).values("person"))
    people = Person.objects.filter(named | speaking | inside, is_active=True)
    return set(people.values_list("uid", flat=True)) | hosts_people(hub)


def _seated_correspondents(memberships: QuerySet[Membership]) -> QuerySet[Correspondent]:
    """Those who still have a seat in the member that named them, or in a house of the same parliament."""
    seats = Office.objects.running().filter(person=OuterRef("person"), role__in=policy.SEATED)
    same = Q(body=OuterRef("membership__body")) | Q(body=OuterRef("membership__body__parent"))
    seated = seats.filter(same | Q(body__parent=OuterRef("membership__body")))
    return Correspondent.objects.filter(Exists(seated), membership__in=memberships)


def by_body(bodies: Iterable[int]) -> dict[int, Hub]:
    return {hub.body_id: hub for hub in Hub.objects.filter(body__in=list(bodies)).select_related("body")}


def outputs_visible_to(viewer: Any) -> QuerySet[Output]:
    """What was published, and all for those who run the hub; agrees with `policy.may_see_output`."""
    return Output.objects.filter(_told(viewer))


def updates_visible_to(viewer: Any) -> QuerySet[Update]:
    """What was published, and all for those who run the hub; agrees with `policy.may_see_update`."""
    return Update.objects.filter(_told(viewer))


def reports_visible_to(viewer: Any) -> QuerySet[YearReport]:
    """What was published, and all for those who run the hub; agrees with `policy.may_see_report`."""
    shown = Q(published_at__isnull=False, hub__state__in=PUBLIC_STATES)
    return YearReport.objects.filter(shown | Q(hub__in=_kept_by(viewer)))


def papers_visible_to(viewer: Any) -> QuerySet[HubPaper]:
    """Papers for everybody, and those of the hubs in which the viewer takes part; agrees with `may_see_paper`."""
    shown = Q(public=True, hub__state__in=PUBLIC_STATES)
    inside = list(inside_of(viewer).values_list("pk", flat=True))
    return HubPaper.objects.filter(shown | Q(hub__in=inside) if inside else shown)


def offers_visible_to(viewer: Any) -> QuerySet[Agreement]:
    """Agreements about the hosting of a hub, for their two sides; agrees with `policy.may_see_offer`."""
    return agreements_with_papers_for(viewer).filter(hub__isnull=False)


def memberships_visible_to(viewer: Any) -> QuerySet[Membership]:
    """Members and those who left; what waits and what was refused is for the two sides; agrees with
    `policy.may_see_membership`.
    """
    spoken = [office.body_id for office in network.offices_today(viewer) if office.role in policy.SPEAKING]
    mine = Q(hub__in=_kept_by(viewer)) | Q(body__in=spoken) | Q(body__parent__in=spoken)
    return Membership.objects.filter(Q(state__in=(MemberState.MEMBER, MemberState.LEFT)) | mine)


def _told(viewer: Any) -> Q:
    shown = Q(published_at__isnull=False, withdrawn_at=None, hub__state__in=PUBLIC_STATES)
    kept = _kept_by(viewer)
    return shown | Q(hub__in=kept) if kept else shown


def _kept_by(viewer: Any) -> list[int]:
    return list(run_by(viewer, tuple(HubState)).values_list("pk", flat=True))
