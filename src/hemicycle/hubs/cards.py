"""Hubs, their outputs and updates in lists: a few words each, in the nearest language, in two queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.core.rows import OuterRef, Rows
from hemicycle.hubs import wording
from hemicycle.hubs.models import Hub, Output, Update
from hemicycle.hubs.queries.whole import BODY
from hemicycle.hubs.states import HubKind, HubState, OutputKind
from hemicycle.network.models import Agreement
from hemicycle.network.states.agreements import AgreementState
from hemicycle.ui.formatting import format_date, format_list


@dataclass(frozen=True)
class Card:
    """A hub, or something of a hub, in a list."""

    uid: UUID  # its permanent identity
    title: str  # in the nearest language; the name of a hub is its own
    lead: str  # one or two sentences; may be empty
    language: str  # of title and lead
    address: str  # its page
    place: str  # what it is, or whose
    remarks: tuple[str, ...]  # what stands quietly below
    kind: str  # the word for its kind


def hub_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, Card]:
    hosts = Agreement.objects.filter(hub=OuterRef("body"), state=AgreementState.SIGNED, until="").order_by(
        "-since", "pk"
    )
    rows = Hub.objects.filter(uid__in=list(uids)).select_related("body").annotate(hosts=Rows(hosts, **BODY))
    words = texts.read(uids, language)
    found = {}
    for hub in rows:
        reading = words.get(hub.uid)
        found[hub.uid] = Card(
            uid=hub.uid,
            title=hub.body.name,
            lead=reading["purpose"] if reading else "",
            language=reading.language if reading else "en",
            address=hub.get_absolute_url(),
            place=str(HubKind(hub.sort).label),
            remarks=_remarks(hub),
            kind=_("Hub"),
        )
    return found


def output_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, Card]:
    rows = Output.objects.filter(uid__in=list(uids)).select_related("hub__body")
    words = texts.read(uids, language)
    return {
        row.uid: Card(
            uid=row.uid,
            title=words[row.uid]["title"],
            lead=words[row.uid]["text"],
            language=words[row.uid].language,
            address=row.get_absolute_url(),
            place=row.hub.body.name,
            remarks=(str(OutputKind(row.sort).label), *((format_date(row.dated),) if row.dated else ())),
            kind=_("Output of a hub"),
        )
        for row in rows
        if row.uid in words
    }


def update_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, Card]:
    rows = Update.objects.filter(uid__in=list(uids)).select_related("hub__body")
    words = texts.read(uids, language)
    return {
        row.uid: Card(
            uid=row.uid,
            title=words[row.uid]["title"],
            lead=words[row.uid]["text"],
            language=words[row.uid].language,
            address=row.get_absolute_url(),
            place=row.hub.body.name,
            remarks=(format_date(row.published_at),) if row.published_at else (),
            kind=_("Update of a hub"),
        )
        for row in rows
        if row.uid in words
    }


def _remarks(hub: Hub) -> tuple[str, ...]:
    hosts: list[dict[str, str]] = getattr(hub, "hosts", [])
    named = [wording.body_link(host).label for host in hosts]
    said = [_("hosted by %(hosts)s") % {"hosts": format_list(named)} if named else _("host not known")]
    return (*said, *((str(HubState(hub.state).label),) if hub.state == HubState.CLOSED else ()))
