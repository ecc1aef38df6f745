"""Narrowing a list of public things: which are left, and how many each further choice would leave."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet, Window

from hemicycle.core.catalogue import Offer
from hemicycle.core.models import Listing, Mark


class UnknownChoice(ValueError):
    """A facet or value that this list does not have; `facet` and `value` say which."""

    def __init__(self, facet: str, value: str) -> None:
        super().__init__(f"{facet}={value}")
        self.facet = facet
        self.value = value


@dataclass(frozen=True)
class Page:
    """One page of a list: the uids in order, and how many there are in all."""

    uids: tuple[UUID, ...]
    total: int


Counts = Mapping[str, Mapping[str, int]]
Chosen = Mapping[str, Sequence[str]]


def chosen_from(offer: Offer, parameters: Any) -> dict[str, list[str]]:
    """The choices in an address; raises `UnknownChoice` for a value that the facet does not have."""
    chosen: dict[str, list[str]] = {}
    for facet in offer.facets:
        values = [value for value in dict.fromkeys(parameters.getlist(facet.name)) if value]
        known = facet.labels() if values else {}
        for value in values:
            if value not in known:
                raise UnknownChoice(facet.name, value)
        if values:
            chosen[facet.name] = values
    return chosen


def left(kind: str, chosen: Chosen, among: Sequence[UUID] | None = None) -> QuerySet[Listing]:
    """The public listings that bear, for every facet chosen, at least one of its values."""
    rows = Listing.objects.filter(kind=kind, gone_since=None)
    if among is not None:
        rows = rows.filter(uid__in=among)
    for facet, values in chosen.items():
        rows = rows.filter(Exists(_marks(kind, facet, values).filter(listing=OuterRef("pk"))))
    return rows


def page(rows: QuerySet[Listing], *, order: Sequence[str], start: int, size: int | None) -> Page:
    """One page and the total, in one query; all from `start` on if `size` is None."""
    ordered = rows.annotate(total=Window(Count("pk"))).order_by(*order).values_list("pk", "total")
    found = list(ordered[start : start + size] if size else ordered[start:])
    return Page(tuple(uid for uid, _total in found), found[0][1] if found else 0)


def counted(kind: str, chosen: Chosen, among: Sequence[UUID] | None = None) -> Counts:
    """How many things each value would leave, in one query.

    Within a facet values widen, across facets they narrow; so a facet is counted among the things that pass all
    *other* facets. A thing that fails exactly one facet therefore counts for that facet alone.
    """
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for facet, value, number in _count_rows(kind, chosen, among):
        counts[facet][value] = number
    return counts


def _count_rows(kind: str, chosen: Chosen, among: Sequence[UUID] | None) -> Sequence[tuple[str, str, int]]:
    marks = Mark.objects.filter(kind=kind)
    if among is not None:
        marks = marks.filter(listing__in=among)
    if not chosen:
        return list(marks.values_list("facet", "value").annotate(number=Count("pk")))
    parts = []
    others = list(chosen)
    unchosen = marks.exclude(facet__in=others)
    parts.append(_passing(unchosen, kind, chosen))
    for facet in others:
        rest = {name: values for name, values in chosen.items() if name != facet}
        parts.append(_passing(marks.filter(facet=facet), kind, rest))
    rows = [part.values_list("facet", "value").annotate(number=Count("pk")) for part in parts]
    return list(rows[0].union(*rows[1:], all=True)) if len(rows) > 1 else list(rows[0])


def _passing(marks: QuerySet[Mark], kind: str, chosen: Chosen) -> QuerySet[Mark]:
    for facet, values in chosen.items():
        marks = marks.filter(listing__in=_marks(kind, facet, values).values("listing"))
    return marks


def _marks(kind: str, facet: str, values: Sequence[str]) -> QuerySet[Mark]:
    return Mark.objects.filter(kind=kind, facet=facet, value__in=values)
