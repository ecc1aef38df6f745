"""A page of any offered kind, narrowed by its facets: what `ui` needs to draw it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.core import facets
from hemicycle.core.catalogue import Facet, Offer
from hemicycle.core.facets import Chosen, Counts, UnknownChoice
from hemicycle.ui.errors import Explained
from hemicycle.ui.parts import FacetGroup, FacetValue, Link, Pages

PAGE_SIZE = 20
MOST_PAGES = 100_000


@dataclass(frozen=True)
class Listed:
    """One page of a list and the ways onward."""

    uids: tuple[UUID, ...]  # The things of this page, in order.
    total: int  # How many the whole list has.
    groups: tuple[FacetGroup, ...]  # The facets with counts; values that nothing bears are left out.
    pages: Pages  # Where this page stands.
    chosen: Chosen  # The choices made, by facet.
    cleared: str  # The address of the list without any choice.


def listed(
    offer: Offer,
    parameters: Any,
    path: str,
    *,
    by_key: bool = False,
    size: int | None = PAGE_SIZE,
    extra: Mapping[str, str] | None = None,
    beginning: Sequence[str] = (),
) -> Listed:
    """Read one page of a list, newest first or by key; an address that asks for what there is not is *not found*.

    Nothing is read from the database while the kind stands still. `size` None gives the whole list as one page;
    `beginning` names the facets that stand open at first, all if empty.
    """
    try:
        chosen = facets.chosen_from(offer, parameters)
    except UnknownChoice as unknown:
        raise Explained(_("This list has no “%(value)s”.") % {"value": unknown.value}) from unknown
    number = page_number(parameters.get("page", ""))
    extra = extra or {}
    counts = facets.counted(offer.kind, chosen)
    page = facets.page(offer.kind, chosen, by_key=by_key, start=(number - 1) * (size or 0), size=size)
    if number > 1 and not page.uids:
        raise no_page(number)
    return Listed(
        uids=page.uids,
        total=page.total,
        groups=groups(offer.facets, counts, chosen, path, extra, beginning),
        pages=pages_of(number, page.total, size, lambda to: address(path, chosen, {**extra, "page": str(to)})),
        chosen=chosen,
        cleared=address(path, {}, extra),
    )


def groups(
    offered: Sequence[Facet],
    counts: Counts,
    chosen: Chosen,
    path: str,
    extra: Mapping[str, str],
    beginning: Sequence[str] = (),
) -> tuple[FacetGroup, ...]:
    """The facets as the reader sees them; values keep the order of their labels."""
    made = (_group(facet, counts.get(facet.name, {}), chosen, path, extra, beginning) for facet in offered)
    return tuple(group for group in made if group.values)


def address(path: str, chosen: Chosen, extra: Mapping[str, str], facet: str = "", value: str = "") -> str:
    """A shareable address; `value` of `facet` is added, or taken away where it is chosen. Pages start anew."""
    pairs = [(name, given) for name, given in extra.items() if given and (name, given) != ("page", "1")]
    for name, values in chosen.items():
        pairs += [(name, given) for given in values if (name, given) != (facet, value)]
    if facet and value not in chosen.get(facet, ()):
        pairs.append((facet, value))
    return f"{path}?{urlencode(pairs)}" if pairs else path


def pages_of(number: int, total: int, size: int | None, to: Any) -> Pages:
    """Links to the neighbours, the first, the last and this page; a gap is nothing."""
    count = max(1, -(-total // size)) if size else 1
    near = sorted({1, count, *range(max(1, number - 1), min(count, number + 1) + 1)})
    numbered: list[Link | None] = []
    for before, here in zip([0, *near], near, strict=False):
        if here - before > 1:
            numbered.append(None)
        numbered.append(Link(str(here), to(here)))
    return Pages(
        number=number,
        count=count,
        previous=to(number - 1) if number > 1 else "",
        following=to(number + 1) if number < count else "",
        numbered=tuple(numbered),
    )


def _group(
    facet: Facet,
    counts: Mapping[str, int],
    chosen: Chosen,
    path: str,
    extra: Mapping[str, str],
    beginning: Sequence[str],
) -> FacetGroup:
    mine = chosen.get(facet.name, ())
    values = tuple(
        FacetValue(
            label=str(label),
            count=counts.get(value, 0),
            address=address(path, chosen, extra, facet.name, value),
            selected=value in mine,
            depth=_depth(facet, value),
        )
        for value, label in facet.labels().items()
        if counts.get(value) or value in mine
    )
    opened = bool(mine) or not beginning or facet.name in beginning
    return FacetGroup(name=facet.name, title=str(facet.label), values=values, opened=opened)


def _depth(facet: Facet, value: str) -> int:
    depth = 0
    while facet.parent is not None and (value := facet.parent(value)):
        depth += 1
    return depth


def page_number(given: str) -> int:
    """The page that an address asks for, from 1; what is no such number is *not found*."""
    if not given:
        return 1
    if not given.isascii() or not given.isdigit() or not 1 <= int(given) < MOST_PAGES:
        raise no_page(given[:20])
    return int(given)


def no_page(given: str | int) -> Explained:
    return Explained(_("This list has no page %(number)s.") % {"number": given})
