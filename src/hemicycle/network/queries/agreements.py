"""Reads of agreements, partners and projects."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from hemicycle.core.dates import holds, latest
from hemicycle.core.models import File
from hemicycle.network import policy
from hemicycle.network.agreeing import running
from hemicycle.network.models import Agreement, Body, Office, Project
from hemicycle.network.states import SPEAKING_ROLES, BodyKind, Role
from hemicycle.network.states.agreements import AGREEMENT_ENDING_SOON, PAPER_KIND, AgreementState, Level


def agreements_visible_to(viewer: Any) -> QuerySet[Agreement]:
    """What was signed, and the talks of those bodies that the viewer represents; agrees with `may_see_agreement`."""
    if policy.is_secretariat(viewer):
        return Agreement.objects.all()
    return Agreement.objects.filter(Q(state=AgreementState.SIGNED) | _represented(viewer))


def agreements_with_papers_for(viewer: Any) -> QuerySet[Agreement]:
    """The agreements whose documents the viewer may read; agrees with `may_see_agreement_papers`."""
    return Agreement.objects.all() if policy.is_secretariat(viewer) else Agreement.objects.filter(_represented(viewer))


def organisations(viewer: Any = None) -> QuerySet[Body]:  # noqa: ARG001 - all of them are public.
    return Body.objects.filter(kind=BodyKind.ORGANISATION)


def projects(viewer: Any = None) -> QuerySet[Project]:  # noqa: ARG001 - all of them are public.
    return Project.objects.all()


def hosts_of(hub: Body) -> QuerySet[Agreement]:
    """Every signed agreement by which somebody hosts or hosted the hub, the latest first."""
    signed = Agreement.objects.filter(hub=hub, state=AgreementState.SIGNED)
    return signed.select_related("body__country", "takes_over__body", "renews").order_by("-since", "-pk")


def running_hosts_of(hub: Body, day: date | None = None) -> list[Agreement]:
    return running(hosts_of(hub), day)


def keystone_bodies(day: date | None = None) -> list[Body]:
    """Who sits on the steering committee by right: bodies with a keystone agreement that runs."""
    held = running(Agreement.objects.filter(level=Level.KEYSTONE).select_related("body__country"), day)
    return list({agreement.body_id: agreement.body for agreement in held}.values())


def agreements_ending_soon(viewer: Any) -> list[Agreement]:
    """Signed agreements of the viewer's concern that end within half a year and that nothing follows."""
    return list(_ending(agreements_with_papers_for(viewer)))


def all_ending_soon() -> QuerySet[Agreement]:
    """The same for everybody, in one query."""
    return _ending(Agreement.objects.all())


def _ending(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """A last day that is only known as a month or a year is taken to be the last of it."""
    today = timezone.localdate()
    horizon = (today + AGREEMENT_ENDING_SOON).isoformat()
    signed = agreements.filter(state=AgreementState.SIGNED, renewals=None, handovers=None).exclude(until="")
    near = signed.filter(until__gte=str(today.year), until__lte=horizon)
    pks = [
        pk
        for pk, since, until in near.values_list("pk", "since", "until")
        if holds(since, until, today) and latest(until) <= horizon
    ]
    return Agreement.objects.filter(pk__in=pks).select_related("body", "hub", "project").order_by("until")


def papers_of(agreement: Agreement) -> QuerySet[File]:
    return File.objects.filter(subject=agreement.uid, kind=PAPER_KIND).order_by("kept_at")


def representatives_of(bodies: Collection[int]) -> QuerySet[Office]:
    """Those who speak today for these bodies, partner organisations among them."""
    roles = (*SPEAKING_ROLES, Role.PARTNER)
    return Office.objects.running().filter(body__in=bodies, role__in=roles).select_related("person", "body")


def _represented(viewer: Any) -> Q:
    roles = {*SPEAKING_ROLES, Role.PARTNER}
    held = [office.body_id for office in policy.offices_today(viewer) if office.role in roles]
    return Q(body__in=held) | Q(body__parent__in=held) if held else Q(pk__in=[])
