"""What innovations show on the pages of parliaments and regional bodies."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.core.catalogue import Panel
from hemicycle.innovations import centre_panel, queries, wording
from hemicycle.innovations.cards import CaseCard, cards_of
from hemicycle.innovations.models import Case, UseCase
from hemicycle.network.queries import register
from hemicycle.network.states import BodyKind
from hemicycle.ui.parts import Link

MOST = 6
TEMPLATE = "innovations/panel.html"


@dataclass(frozen=True)
class Changed:
    """The newest cases and use cases of a body."""

    title: str  # the heading
    anchor: str  # the heading's identifier in the page
    cards: tuple[CaseCard, ...]  # the newest first
    more: tuple[Link, ...]  # the whole lists, if there is more
    taken: tuple[CaseCard, ...]  # what it took over from others and has not told as a case of its own


def of_body(uid: UUID, key: str, language: str) -> Changed | None:
    """What a parliament, with its chambers, or a regional body has changed; two queries."""
    held = register()
    house = held.by_uid[uid]
    bodies = [house.pk, *(chamber.pk for chamber in held.chambers_of(key))]
    taken = _taken_by(bodies)
    found = cards_of(queries.about_bodies(bodies, MOST + 1 + len(taken), taken=taken), language)
    cards = [card for card in found if card.uid not in taken][: MOST + 1]
    if not found:
        return None
    narrowed = f"?country={key}" if house.kind == BodyKind.PARLIAMENT else ""
    more = [
        Link(label, wording.address(f"{path}{narrowed}"))
        for kind, label, path in (
            (Case.kind, _("All its cases"), "/cases/"),
            (UseCase.kind, _("All its use cases"), "/use-cases/"),
        )
        if narrowed and len(cards) > MOST and any(card.kind == kind for card in cards)
    ]
    return Changed(
        title=_("What it changed"),
        anchor="changed",
        cards=tuple(cards[:MOST]),
        more=tuple(more),
        taken=tuple(card for card in found if card.uid in taken),
    )


def _taken_by(bodies: Collection[int]) -> set[UUID]:
    """The cases of others that these bodies took over, by links that have no case of their own yet; no query."""
    return {
        link.origin.case
        for link in queries.links()
        if link.taker.body in bodies and link.taker.case is None and link.origin.case is not None
    }


SHOWN = (Case.kind, UseCase.kind)
PANELS = (
    Panel("innovations.parliament", BodyKind.PARLIAMENT.value, TEMPLATE, of_body, SHOWN),
    Panel("innovations.regional_body", BodyKind.REGIONAL_BODY.value, TEMPLATE, of_body, SHOWN),
    *centre_panel.PANELS,
)
