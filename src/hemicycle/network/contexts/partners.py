"""The list of partners, by level."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core.lists import Listed, address, listed
from hemicycle.kit.words import fold
from hemicycle.network import partner_offers, policy, wording
from hemicycle.network import partner_wording as said
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.queries.deals import Deal
from hemicycle.network.queries.partnership import Party, partnership, party
from hemicycle.network.shown_deals import in_order, place_of, text_of
from hemicycle.network.states.agreements import Level, Standing
from hemicycle.ui.formatting import format_number
from hemicycle.ui.parts import Link

OPENED = ("level", "type")


@dataclass(frozen=True)
class Line:
    """One agreement of a partner, in the list."""

    text: str  # what it is about
    language: str  # of the text
    address: str  # the agreement
    period: str  # from when until when, or where it stands


@dataclass(frozen=True)
class PartnerRow:
    """One partner at one level."""

    title: str  # its name, with its country
    language: str  # of the name
    address: str  # its page
    kind: str  # what it is
    lines: tuple[Line, ...]  # its agreements at this level


@dataclass(frozen=True)
class LevelGroup:
    """The partners at one level."""

    anchor: str  # of the heading in the page
    title: str  # the level
    meaning: str  # what partners at this level give and get
    rows: tuple[PartnerRow, ...]  # by name


@dataclass(frozen=True)
class PartnersPage:
    """All partners of the Centre, narrowed by facets."""

    template: ClassVar[str] = "network/partners.html"
    section: ClassVar[str] = "network:partners"

    title: str  # of the page
    lead: str  # how many there are
    listed: Listed  # facets, counts and addresses
    summary: str  # how many are in the list
    groups: tuple[LevelGroup, ...]  # by level, the closest first
    others: tuple[Link, ...]  # organisations without an agreement; shown while the list is not narrowed
    ways: tuple[Link, ...]  # projects, and what this reader may do
    downloads: tuple[Link, ...]  # the same as open data


def partners_page(parameters: Any, path: str, viewer: Any) -> PartnersPage:
    found = listed(partner_offers.AGREEMENTS, parameters, path, size=None, beginning=OPENED)
    held = partnership()
    deals = [held.by_uid[uid] for uid in found.uids if uid in held.by_uid]
    partners = len({deal.body_id for deal in deals})
    return PartnersPage(
        title=_("Partners"),
        lead=_lead(len(held.of_body)),
        listed=found,
        summary=_summary(partners, len(deals)),
        groups=tuple(_group(level, deals) for level in Level if any(deal.level == level for deal in deals)),
        others=() if found.chosen else tuple(_without(held.organisations, held.of_body)),
        ways=ways(viewer),
        downloads=_downloads(found),
    )


def ways(viewer: Any) -> tuple[Link, ...]:
    """The way to the projects, and for people what they may do here."""
    found = [Link(_("Projects"), reverse("network:projects"))]
    if agreeing.may_keep_organisations(viewer):
        found.append(Link(_("Record an organisation"), reverse("network:new_organisation")))
    if viewer is not None and viewer.is_authenticated and policy.offices_today(viewer):
        found.append(Link(_("Your agreements"), reverse("network:agreements")))
    return tuple(found)


def _group(level: Level, deals: Iterable[Deal]) -> LevelGroup:
    by_body: dict[int, list[Deal]] = {}
    for deal in deals:
        if deal.level == level:
            by_body.setdefault(deal.body_id, []).append(deal)
    rows = [_row(body, by_body[pk]) for pk in by_body if (body := party(pk)) is not None]
    return LevelGroup(
        anchor=level.value,
        title=said.level_name(level),
        meaning=said.level_meaning(level),
        rows=tuple(sorted(rows, key=lambda row: fold(row.title))),
    )


def _row(body: Party, deals: list[Deal]) -> PartnerRow:
    return PartnerRow(
        title=body.title,
        language=body.title_language,
        address=body.address,
        kind=said.type_of_party(body),
        lines=tuple(_line(deal) for deal in in_order(deals)),
    )


def _line(deal: Deal) -> Line:
    """What an agreement is about: its hub, its project, else what the partner gives."""
    place = next(iter(place_of(deal)), None)
    gives = text_of(deal, "gives")
    period = wording.sentence_case(wording.period(deal.since, deal.until)) or said.standing_name(deal)
    if deal.hub_id and place is not None:
        pattern = _("Hosted: %(hub)s") if deal.standing(said.today()) == Standing.ENDED else _("Hosts: %(hub)s")
        return Line(pattern % {"hub": place.label}, "", deal.get_absolute_url(), period)
    if gives.words:
        return Line(gives.words, gives.language, deal.get_absolute_url(), period)
    if place is not None:
        return Line(place.label, place.language, deal.get_absolute_url(), period)
    return Line(
        deal.role_note or _("What it gives is not known"),
        "en" if deal.role_note else "",
        deal.get_absolute_url(),
        period,
    )


def _without(organisations: Iterable[Any], of_body: Any) -> Iterable[Link]:
    for one in organisations:
        if one.pk not in of_body:
            yield Link(one.name, one.get_absolute_url(), language="en")


def _lead(partners: int) -> str:
    one = ngettext("%(n)s partner of the Centre", "%(n)s partners of the Centre", partners) % {
        "n": format_number(partners)
    }
    return _("%(partners)s: parliaments, donors and others, with what each gives and gets.") % {"partners": one}


def _summary(partners: int, agreements: int) -> str:
    words = {
        "partners": ngettext("%(n)s partner", "%(n)s partners", partners) % {"n": format_number(partners)},
        "agreements": ngettext("%(n)s agreement", "%(n)s agreements", agreements) % {"n": format_number(agreements)},
    }
    return _("%(partners)s, %(agreements)s") % words


def _downloads(found: Listed) -> tuple[Link, ...]:
    agreements = [
        (label, reverse("network:agreements_data", args=[form]))
        for label, form in ((_("Agreements as CSV"), "csv"), (_("Agreements as JSON"), "json"))
    ]
    whole = [
        (label, reverse("network:organisations_data", args=[form]))
        for label, form in ((_("Organisations as CSV"), "csv"), (_("Organisations as JSON"), "json"))
    ]
    return (
        *(Link(label, address(way, found.chosen, {})) for label, way in agreements),
        *(Link(label, way) for label, way in whole),
    )
