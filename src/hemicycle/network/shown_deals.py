"""Agreements and what was given by them as pages show them, on the page of a partner and on their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hemicycle.network import partner_wording as said
from hemicycle.network import wording
from hemicycle.network.queries.deals import Deal, Gave, Undertaking
from hemicycle.network.queries.partnership import partnership, party
from hemicycle.network.states.agreements import Standing
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class Text:
    """Words in the nearest language there is."""

    words: str  # empty if nobody has said it
    language: str  # of the words


@dataclass(frozen=True)
class ShownGift:
    """One contribution."""

    kind: str  # what sort of thing was given, in words
    what: str  # what it was, in its own language; may be empty
    language: str  # of `what` and of what it led to
    value: str  # what it is worth; says so where nobody knows
    known: bool  # whether anybody knows
    period: str  # from when until when; may be empty
    led_to: Link | None  # what came of it
    change: str  # where it is changed; empty for those who may not


@dataclass(frozen=True)
class ShownDeal:
    """One agreement with one partner."""

    level: str  # in words
    address: str  # its own page
    role: str  # what the source calls the partner's part; may be empty
    period: str  # from when until when
    standing: str  # running, ended, ...
    ended: bool  # whether it is over
    place: tuple[Link, ...]  # the hub that it is about, or the project
    gives: Text  # what the partner gives
    gets: Text  # what the partner gets
    gifts: tuple[ShownGift, ...]  # what was given
    doubt: str  # why it may be wrong


def text_of(deal: Deal, name: str) -> Text:
    return Text(*deal.words(name, active_language()))


def shown_deal(deal: Deal) -> ShownDeal:
    return ShownDeal(
        level=said.level_name(deal.level),
        address=deal.get_absolute_url(),
        role=wording.in_english(deal.role_note),
        period=said.period_of(deal.since, deal.until),
        standing=said.standing_name(deal),
        ended=deal.standing(said.today()) == Standing.ENDED,
        place=place_of(deal),
        gives=text_of(deal, "gives"),
        gets=text_of(deal, "gets"),
        gifts=tuple(shown_gift(gave) for gave in deal.gave),
        doubt=doubt_of(deal),
    )


def in_order(deals: Sequence[Deal]) -> list[Deal]:
    """What has not ended first, the latest of each first."""
    return sorted(deals, key=lambda deal: deal.standing(said.today()) == Standing.ENDED)


def shown_gift(gave: Gave, change: str = "") -> ShownGift:
    return ShownGift(
        kind=said.gift_name(gave.gift),
        what=gave.what,
        language=gave.language,
        value=said.value_of(gave),
        known=gave.amount is not None or gave.working_days is not None,
        period=wording.sentence_case(wording.period(gave.since, gave.until)),
        led_to=Link(gave.led_to or said.host_of(gave.led_to_address), gave.led_to_address, language=gave.language)
        if gave.led_to or gave.led_to_address
        else None,
        change=change,
    )


def place_of(deal: Deal) -> tuple[Link, ...]:
    """The hub that is hosted, and the project that the agreement is about."""
    found = []
    hub = party(deal.hub_id) if deal.hub_id else None
    if hub is not None:
        found.append(Link(hub.name, hub.address, note=_("hub"), language=hub.language))
    project = partnership().project_of.get(deal.project_id or 0)
    if project is not None:
        found.append(project_link(project, _("project")))
    return tuple(found)


def project_link(project: Undertaking, note: str = "") -> Link:
    title, language = project.words("title", active_language())
    return Link(title, project.get_absolute_url(), note=note, language=language)


def doubt_of(deal: Deal) -> str:
    return _("The source leaves room for doubt; nobody has verified this.") if deal.doubtful else ""
