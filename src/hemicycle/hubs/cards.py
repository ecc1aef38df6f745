"""Hubs, their outputs and updates in lists: a few words each, in the nearest language, in two queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import texts
from hemicycle.hubs import queries, wording
from hemicycle.hubs.analysis import hosting_on
from hemicycle.hubs.models import Hub, Output, Update
from hemicycle.hubs.queries.whole import signed_hosts
from hemicycle.hubs.states import HubState, MemberState, OutputKind
from hemicycle.ui.formatting import format_date, format_list, format_number


@dataclass(frozen=True)
class Card:
    """A hub, or something of a hub, in a list."""

    uid: UUID  # its permanent identity
    title: str  # in the nearest language; the name of a hub is its own
    title_language: str  # of the title
    lead: str  # one or two sentences; may be empty
    language: str  # of the lead
    address: str  # its page
    place: str  # what it is, or whose
    level: str  # how well it is known, as a word; empty where it speaks for itself
    remarks: tuple[str, ...]  # what stands quietly below
    kind: str  # the word for its kind


def hub_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, Card]:
    members = Count("memberships", filter=Q(memberships__state=MemberState.MEMBER))
    rows = Hub.objects.filter(uid__in=list(uids)).select_related("body")
    words = texts.read(uids, language)
    return {
        hub.uid: _hub(hub, words.get(hub.uid)) for hub in rows.annotate(hosts=signed_hosts(), members_count=members)
    }


def _hub(hub: Any, reading: texts.Reading | None) -> Card:
    return Card(
        uid=hub.uid,
        title=hub.body.name,
        title_language="en",
        lead=reading["purpose"] if reading else "",
        language=reading.language if reading else "en",
        address=hub.get_absolute_url(),
        place=wording.kind_name(hub.sort),
        level=_("Compiled") if hub.compiled_on else "",
        remarks=tuple(_remarks(hub)),
        kind=_("Hub"),
    )


def _remarks(hub: Any) -> list[str]:
    found = []
    if hub.state != HubState.OPEN:
        found.append(str(HubState(hub.state).label))
    named = [wording.body_link(row).label for row in hosting_on(hub.hosts, timezone.localdate())]
    found.append(_("hosted by %(hosts)s") % {"hosts": format_list(named)} if named else _("host not known"))
    if hub.members_count:
        count = ngettext("%(n)s member", "%(n)s members", hub.members_count)
        found.append(count % {"n": format_number(hub.members_count)})
    if queries.is_quiet(hub):
        found.append(_("quiet since %(date)s") % {"date": format_date(hub.last_sign_at)})
    elif hub.last_sign_at is not None:
        found.append(_("last activity: %(date)s") % {"date": format_date(hub.last_sign_at)})
    return found


def output_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, Card]:
    rows = Output.objects.filter(uid__in=list(uids)).select_related("hub__body")
    words = texts.read(uids, language)
    return {
        row.uid: Card(
            uid=row.uid,
            title=words[row.uid]["title"],
            title_language=words[row.uid].language,
            lead=words[row.uid]["text"],
            language=words[row.uid].language,
            address=row.get_absolute_url(),
            place=row.hub.body.name,
            level="",
            remarks=(
                str(OutputKind(row.sort).label),
                format_date(row.dated) if row.dated else _("date not known"),
            ),
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
            title_language=words[row.uid].language,
            lead=words[row.uid]["text"],
            language=words[row.uid].language,
            address=row.get_absolute_url(),
            place=row.hub.body.name,
            level="",
            remarks=(format_date(row.published_at),) if row.published_at else (),
            kind=_("Update of a hub"),
        )
        for row in rows
        if row.uid in words
    }
