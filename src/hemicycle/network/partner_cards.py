"""Organisations, agreements and projects in lists of things of several kinds; no query while nothing changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.network import partner_wording as said
from hemicycle.network.partner_records import type_of
from hemicycle.network.queries.deals import Deal, Organisation, Undertaking
from hemicycle.network.queries.partnership import Partnership, partnership, party
from hemicycle.network.states import BodyKind


@dataclass(frozen=True)
class PartnerCard:
    """An organisation, an agreement or a project in a list."""

    title: str  # its name
    address: str  # its page
    place: str  # what it is
    lead: str  # a sentence or two; may be empty
    language: str  # of title and lead
    remarks: tuple[str, ...]  # where it stands


def organisation_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, PartnerCard]:  # noqa: ARG001
    held = partnership()
    found = {one.uid: one for one in held.organisations}
    return {uid: organisation_card(found[uid], held) for uid in uids if uid in found}


def agreement_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, PartnerCard]:
    found = partnership().by_uid
    return {uid: agreement_card(found[uid], language) for uid in uids if uid in found}


def project_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, PartnerCard]:
    found = {one.uid: one for one in partnership().projects}
    return {uid: project_card(found[uid], language) for uid in uids if uid in found}


def organisation_card(organisation: Organisation, held: Partnership) -> PartnerCard:
    deals = held.of_body.get(organisation.pk, ())
    return PartnerCard(
        title=organisation.name,
        address=organisation.get_absolute_url(),
        place=said.type_name(type_of(BodyKind.ORGANISATION, organisation.current)),
        lead=organisation.note,
        language="en",
        remarks=tuple(dict.fromkeys(said.level_name(deal.level) for deal in deals)),
    )


def agreement_card(deal: Deal, language: str) -> PartnerCard:
    body = party(deal.body_id)
    gives, written_in = deal.words("gives", language)
    return PartnerCard(
        title=body.title if body else "",
        address=deal.get_absolute_url(),
        place=_kind_of(deal) % {"level": said.level_name(deal.level)},
        lead=gives,
        language=written_in,
        remarks=(said.period_of(deal.since, deal.until), said.standing_name(deal)),
    )


def _kind_of(deal: Deal) -> str:
    """Of what was only compiled nobody knows whether anything was signed."""
    return _("Partnership · %(level)s") if deal.shipped and not deal.signed_on else _("Agreement · %(level)s")


def project_card(project: Undertaking, language: str) -> PartnerCard:
    title, written_in = project.words("title", language)
    purpose, _in = project.words("purpose", language)
    return PartnerCard(
        title=title,
        address=project.get_absolute_url(),
        place=_("Project"),
        lead=purpose,
        language=written_in,
        remarks=(said.period_of(project.since, project.until),),
    )
