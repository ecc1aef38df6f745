"""What bears a term, asked of the listings alone: a facet that is named like a branch has its terms as values."""

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode
from uuid import UUID

from hemicycle.core import facets
from hemicycle.core.catalogue import OFFERS, Offer
from hemicycle.topics.queries import Term
from hemicycle.topics.states import BRANCHES
from hemicycle.ui.languages import active_language

SHOWN = 4


def kinds() -> tuple[str, ...]:
    """Every kind that may bear a term, and the terms themselves."""
    return tuple(sorted(OFFERS))


def counts() -> Mapping[str, int]:
    """How many public things bear each term, by code."""
    found: Counter[str] = Counter()
    for kind in OFFERS:
        for facet, values in facets.counted(kind, {}).items():
            if facet in BRANCHES:
                found.update({f"{facet}.{value}": number for value, number in values.items()})
    return found


def by_kind(term: Term) -> Mapping[str, int]:
    """How many things of each kind bear the term."""
    found = {kind: facets.counted(kind, {}).get(term.branch, {}).get(term.slug, 0) for kind in OFFERS}
    return {kind: number for kind, number in found.items() if number}


def newest(kind: str, term: Term) -> Sequence[tuple[UUID, str]]:
    """The first few things of a kind that bear the term, each with its path."""
    uids = facets.left(kind, {term.branch: [term.slug]})[:SHOWN]
    path_of = facets.marked(kind).path_of
    return [(uid, path_of[uid]) for uid in uids]


def list_address(path: str, offer: Offer, term: Term) -> str:
    """The list in which a thing stands, as a rule the folder above it; empty if it cannot be narrowed by the term."""
    if term.branch not in {facet.name for facet in offer.facets}:
        return ""
    folder = offer.whole or f"{path.rstrip('/').rpartition('/')[0]}/"
    return f"/{active_language()}{folder}?{urlencode({term.branch: term.slug})}"
