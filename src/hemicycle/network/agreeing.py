"""What is wrong with an agreement: the rules of the four levels, checked before anything is written."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from hemicycle.core.dates import earliest, holds, is_partial_date, latest, overlap
from hemicycle.network.bearing import AgreementRefused, is_borne, told
from hemicycle.network.hosting import is_open
from hemicycle.network.models import Agreement, Body, Office
from hemicycle.network.states import SPEAKING_ROLES, BodyKind, Role
from hemicycle.network.states.agreements import AgreementState, Level

PARTNER_KINDS = (BodyKind.PARLIAMENT, BodyKind.CHAMBER, BodyKind.REGIONAL_BODY, BodyKind.ORGANISATION)


def running(agreements: QuerySet[Agreement], day: date | None = None) -> list[Agreement]:
    """Of these, the signed ones whose period holds the day; few per body, so they are sifted here."""
    on = day or timezone.localdate()
    signed = agreements.filter(state=AgreementState.SIGNED)
    return [agreement for agreement in signed if holds(agreement.since, agreement.until, on)]


def check_partner(body: Body) -> None:
    """Agreements are with parliaments and organisations, not with hubs or the secretariat itself."""
    if body.kind not in PARTNER_KINDS:
        raise AgreementRefused({"body": _("Choose a parliament, a chamber, a regional body or an organisation.")})


def check_talks(agreement: Agreement) -> None:
    """One talk about one thing: what is open already is gone on with."""
    same = Agreement.objects.filter(body=agreement.body_id, state=AgreementState.TALKS, level=agreement.level)
    if same.filter(hub=agreement.hub_id, project=agreement.project_id).exclude(pk=agreement.pk).exists():
        message = _("Talks with %(body)s about this are open already. Go on with them.")
        raise AgreementRefused({"level": message % {"body": agreement.body.name}})


def check_signing(agreement: Agreement) -> None:
    """Raise `AgreementRefused` if the agreement, as it would be signed, breaks a rule."""
    check_period(agreement)
    check_place(agreement)
    check_level(agreement)
    check_overlap(agreement)


def check_host(body: Body) -> None:
    """A hub is run by people: whoever takes it on has somebody here who speaks for it."""
    roles = (*SPEAKING_ROLES, Role.PARTNER)
    bodies = Q(body=body) | Q(body=body.parent_id) if body.parent_id else Q(body=body)
    if not Office.objects.running().filter(bodies, role__in=roles).exists():
        message = _("%(body)s has nobody here who speaks for it. Invite its focal point first, then hand the hub over.")
        raise AgreementRefused({"body": message % {"body": body.name}})


def check_hub_kept(agreement: Agreement) -> None:
    """An open hub is not left without a host: it is handed over, or closed first."""
    hub = agreement.hub
    if hub is None or not is_open(hub) or not agreement.until:
        return
    others = Agreement.objects.filter(hub=hub, state=AgreementState.SIGNED).exclude(pk=agreement.pk)
    if not any(latest(other.until) > latest(agreement.until) for other in others):
        message = _("%(hub)s would have no host from then on. Hand it over to another host, or close the hub first.")
        raise AgreementRefused({"until": message % {"hub": hub.name}})


def check_day(name: str, moment: str) -> None:
    """A day, a month or a year that the calendar has."""
    if moment and not is_partial_date(moment):
        message = _("“%(date)s” is not a date; write 2026, 2026-01 or 2026-01-05.")
        raise ValidationError({name: message % {"date": moment}})


def check_whole_day(name: str, moment: str) -> None:
    """A day on which something else begins or ends, and so no month and no year."""
    check_day(name, moment)
    if parse_date(moment) is None:
        raise ValidationError({name: _("Give the day, such as 2027-01-01.")})


def check_period(agreement: Agreement) -> None:
    for name in ("signed_on", "since", "until"):
        check_day(name, getattr(agreement, name))
    if agreement.since and agreement.until and latest(agreement.until) < earliest(agreement.since):
        raise AgreementRefused({"until": _("The agreement would end before it begins.")})


def check_place(agreement: Agreement) -> None:
    """A keystone agreement may name a hub; a project agreement names its one project."""
    if agreement.hub is not None and agreement.hub.kind != BodyKind.HUB:
        raise AgreementRefused({"hub": _("Choose a hub that the partner hosts.")})
    if agreement.hub is not None and agreement.level not in {Level.KEYSTONE, Level.UNKNOWN}:
        message = _("Whoever hosts a hub is a keystone partner. Choose that level, or leave the hub out.")
        raise AgreementRefused({"level": message})
    if agreement.level == Level.PROJECT and agreement.project is None:
        raise AgreementRefused({"project": _("A project agreement names its project. Open the project first.")})


def check_level(agreement: Agreement) -> None:
    """Keystone partners host a hub or give core money; a level that is not known is left out of the rules."""
    if agreement.level == Level.UNKNOWN and not agreement.shipped:
        message = _("Say at which level the partner is. Only what public sources leave open may stay without one.")
        raise AgreementRefused({"level": message})
    if agreement.level != Level.KEYSTONE or agreement.hub is not None or is_borne(agreement):
        return
    message = _(
        "A keystone partner hosts a hub or gives core funding, and this agreement says neither. "
        "Name the hub, record the core funding, or choose another level."
    )
    raise AgreementRefused({"level": message})


def check_overlap(agreement: Agreement) -> None:
    """One body has one agreement at a time for the same hub, the same project, or the same level."""
    same = Agreement.objects.filter(body=agreement.body, state=AgreementState.SIGNED).exclude(pk=agreement.pk)
    if agreement.hub_id or agreement.project_id:
        same = same.filter(hub=agreement.hub_id, project=agreement.project_id)
    elif agreement.level == Level.UNKNOWN:
        return
    else:
        same = same.filter(hub=None, project=None, level=agreement.level)
    for other in same:
        if overlap((agreement.since, agreement.until), (other.since, other.until)):
            raise AgreementRefused({"since": _overlapping(other)})


def _overlapping(other: Agreement) -> str:
    words = {"body": other.body.name, "since": told(other.since), "until": told(other.until)}
    if not other.until:
        message = _("%(body)s already has such an agreement since %(since)s, without an end. Renew it or end it first.")
        return message % words
    message = _("%(body)s already has such an agreement from %(since)s to %(until)s. Renew it or end it first.")
    return message % words
