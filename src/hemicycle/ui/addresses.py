"""Addresses of narrowed and turned lists: always sorted, so that the same list has one address."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from django.http import QueryDict

from hemicycle.ui.parts import Link, Pages

PAGE = "page"
NEIGHBOURS = 1


def with_query(path: str, query: Mapping[str, Iterable[str]]) -> str:
    """A path with a query in a fixed order; empty values are left out."""
    pairs = sorted((name, value) for name, values in query.items() for value in values if value)
    return f"{path}?{urlencode(pairs)}" if pairs else path


def toggled(path: str, query: QueryDict, name: str, value: str) -> str:
    """The list with a value added to a facet, or taken away when it is there; back on the first page."""
    values = as_lists(query)
    chosen = values.get(name, [])
    values[name] = [other for other in chosen if other != value] if value in chosen else [*chosen, value]
    values.pop(PAGE, None)
    return with_query(path, values)


def without(path: str, query: QueryDict, *names: str) -> str:
    """The list without the named parts of its query; back on the first page."""
    kept = {name: values for name, values in as_lists(query).items() if name not in {*names, PAGE}}
    return with_query(path, kept)


def on_page(path: str, query: QueryDict, number: int) -> str:
    """The list turned to a page; the first page has no number."""
    values = as_lists(query)
    values[PAGE] = [str(number)] if number > 1 else []
    return with_query(path, values)


def pages_of(path: str, query: QueryDict, number: int, count: int) -> Pages:
    """Where the reader stands, with links to the first, the last and the pages around."""
    near = {1, count, *range(number - NEIGHBOURS, number + NEIGHBOURS + 1)}
    numbered: list[Link | None] = []
    for candidate in sorted(page for page in near if 1 <= page <= count):
        if numbered and (last := numbered[-1]) and int(last.label) < candidate - 1:
            numbered.append(None)
        numbered.append(Link(str(candidate), on_page(path, query, candidate)))
    return Pages(
        number=number,
        count=count,
        previous=on_page(path, query, number - 1) if number > 1 else "",
        following=on_page(path, query, number + 1) if number < count else "",
        numbered=tuple(numbered),
    )


def as_lists(query: QueryDict) -> dict[str, list[str]]:
    """The query as a plain dictionary that may be changed."""
    return {name: list(values) for name, values in query.lists()}
