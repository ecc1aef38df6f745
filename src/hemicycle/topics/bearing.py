"""What bears a term, asked of the listings alone: a facet that is named like a branch has its terms as values."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Count

from hemicycle.core.catalogue import OFFERS, Offer
from hemicycle.core.models import Listing, Mark
from hemicycle.topics.queries import Term
from hemicycle.topics.states import BRANCHES
from hemicycle.ui.languages import active_language

SHOWN = 4


def kinds() -> tuple[str, ...]:
    """Every kind that may bear a term, and the terms themselves."""
    return tuple(sorted(OFFERS))


def counts() -> Mapping[str, int]:
    """How many public things bear each term, by code; one query."""
    rows = Mark.objects.filter(facet__in=BRANCHES).values_list("facet", "value").annotate(number=Count("pk"))
    return {f"{facet}.{value}": number for facet, value, number in rows}


def by_kind(term: Term) -> Mapping[str, int]:
    """How many things of each kind bear the term; one query."""
    rows = Mark.objects.filter(facet=term.branch, value=term.slug).values_list("kind").annotate(number=Count("pk"))
    found = dict(rows)
    return {kind: found[kind] for kind in OFFERS if kind in found}


def newest(kind: str, term: Term) -> Sequence[tuple[UUID, str]]:
    """The first few things of a kind that bear the term, each with its path."""
    marks = Mark.objects.filter(kind=kind, facet=term.branch, value=term.slug)
    rows = Listing.objects.filter(gone_since=None, pk__in=marks.values("listing")).order_by("-order", "key")
    return list(rows.values_list("uid", "path")[:SHOWN])


def list_address(path: str, offer: Offer, term: Term) -> str:
    """The list in which a thing stands is the folder above it; empty if the list cannot be narrowed by the term."""
    if term.branch not in {facet.name for facet in offer.facets}:
        return ""
    folder = path.rstrip("/").rpartition("/")[0]
    return f"/{active_language()}{folder}/?{urlencode({term.branch: term.slug})}"
