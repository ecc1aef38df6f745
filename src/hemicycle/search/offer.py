"""What search shows on the pages of others: the things that are most like the one shown."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.core import catalogue
from hemicycle.core.catalogue import OFFERS, Panel
from hemicycle.search import queries
from hemicycle.search.states import NEIGHBOURS, TOPICAL_FACETS
from hemicycle.ui.parts import Link

TEMPLATE = "search/similar.html"


@dataclass(frozen=True)
class Alike:
    """Things that are like the one shown."""

    title: str  # the heading
    anchor: str  # the heading's identifier in the page
    links: tuple[Link, ...]  # the most alike first


def alike(uid: UUID, key: str, language: str) -> Alike | None:  # noqa: ARG001 - a panel gets more than it needs.
    """What is worked out in the background is read in one query."""
    found = queries.similar(uid, language)
    links = tuple(
        Link(each.title, f"/{language}{each.path}", note=_word_for(each.kind), language=each.language) for each in found
    )
    return Alike(_("Similar"), "similar", links) if links else None


def _word_for(kind: str) -> str:
    return str(OFFERS[kind].name[0]) if kind in OFFERS else ""


# Only what has topics is compared; each such kind shows what is like it, of any of them.
KINDS = tuple(offer.kind for offer in OFFERS.values() if any(facet.name in TOPICAL_FACETS for facet in offer.facets))

catalogue.panel(
    *(Panel(f"search.{kind}", kind, TEMPLATE, alike, shows=(NEIGHBOURS, *KINDS)) for kind in KINDS),
)
