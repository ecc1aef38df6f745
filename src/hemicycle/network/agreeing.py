"""What is wrong with an agreement: the rules of the four levels, checked before anything is written."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.core.dates import earliest, holds, overlap
from hemicycle.network.models import Agreement, Body, Office
from hemicycle.network.states import SPEAKING_ROLES, BodyKind, Role
from hemicycle.network.states.agreements import KEYSTONE_GIFTS, AgreementState, Level
from hemicycle.ui.formatting import format_date


class AgreementRefused(ValidationError):
    """The rules of the levels do not allow this; the message says what is missing and who can add it."""


def running(agreements: QuerySet[Agreement], day: date | None = None) -> list[Agreement]:
    """Of these, the signed ones whose period holds the day; few per body, so they are sifted here."""
    on = day or timezone.localdate()
    signed = agreements.filter(state=AgreementState.SIGNED)
    return [agreement for agreement in signed if holds(agreement.since, agreement.until, on)]


def check_signing(agreement: Agreement) -> None:
    """Raise `AgreementRefused` if the agreement, as it would be signed, breaks a rule."""
    _check_period(agreement)
    _check_place(agreement)
    _check_level(agreement)
    _check_overlap(agreement)


def check_host(body: Body) -> None:
    """A hub is run by people: whoever takes it on has somebody here who speaks for it."""
    roles = (*SPEAKING_ROLES, Role.PARTNER)
    bodies = Q(body=body) | Q(body=body.parent_id) if body.parent_id else Q(body=body)
    if not Office.objects.running().filter(bodies, role__in=roles).exists():
        message = _("%(body)s has nobody here who speaks for it. Invite its focal point first, then hand the hub over.")
        raise AgreementRefused({"body": message % {"body": body.name}})


def _check_period(agreement: Agreement) -> None:
    if agreement.since and agreement.until and earliest(agreement.until) < earliest(agreement.since):
        raise AgreementRefused({"until": _("The agreement would end before it begins.")})


def _check_place(agreement: Agreement) -> None:
    if agreement.hub is not None and agreement.hub.kind != BodyKind.HUB:
        raise AgreementRefused({"hub": _("Choose a hub that the partner hosts.")})
    if agreement.level == Level.PROJECT and agreement.project is None:
        raise AgreementRefused({"project": _("A project agreement names its project. Open the project first.")})


def _check_level(agreement: Agreement) -> None:
    """Keystone partners host a hub or give core money; a level that is not known is left out of the rules."""
    if agreement.level != Level.KEYSTONE or agreement.hub is not None:
        return
    if agreement.contributions.filter(gift__in=KEYSTONE_GIFTS).exists() or _hosts(agreement):
        return
    message = _(
        "A keystone partner hosts a hub or gives core funding, and this agreement says neither. "
        "Name the hub, record the core funding, or choose another level."
    )
    raise AgreementRefused({"level": message})


def _hosts(agreement: Agreement) -> bool:
    """Whether the body hosts a hub by another agreement while this one runs."""
    period = (agreement.since, agreement.until)
    others = Agreement.objects.filter(body=agreement.body, state=AgreementState.SIGNED, hub__isnull=False)
    return any(overlap(period, (other.since, other.until)) for other in others.exclude(pk=agreement.pk))


def _check_overlap(agreement: Agreement) -> None:
    """One body has one agreement at a time for the same hub, the same project, or the same level."""
    same = Agreement.objects.filter(body=agreement.body, state=AgreementState.SIGNED).exclude(pk=agreement.pk)
    if agreement.hub_id or agreement.project_id:
        same = same.filter(hub=agreement.hub_id, project=agreement.project_id)
    else:
        same = same.filter(hub=None, project=None, level=agreement.level)
    for other in same:
        if overlap((agreement.since, agreement.until), (other.since, other.until)):
            message = _(
                "%(body)s already has such an agreement for that time: it began %(since)s and ends %(until)s. "
                "Renew it or end it first."
            )
            raise AgreementRefused(
                {
                    "since": message
                    % {"body": agreement.body.name, "since": _told(other.since), "until": _told(other.until)}
                }
            )


def _told(moment: str) -> str:
    return format_date(moment) if moment else _("at a time that is not known")
