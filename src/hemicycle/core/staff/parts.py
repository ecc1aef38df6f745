"""What staff screens are put together from: rows of a page, tables, links."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, Table, TitleColumn

from hemicycle.ui.parts import Link

# What a column is called, and what it says of a row.
Said = tuple[Any, Callable[[Any], Any]]


@dataclass(frozen=True)
class Row:
    """One line of a page: what it is called, and its words or something drawn, such as a table."""

    label: Any
    value: Any

    def as_context(self) -> dict[str, Any]:
        component = self.value if isinstance(self.value, Component) else None
        return {"label": self.label, "value": self.value, "component": component}


def amid(rows: Iterable[Row]) -> list[Row]:
    """The rows that say something; nobody reads an empty line."""
    return [row for row in rows if row.value not in ("", None, ())]


def linked(*links: Link) -> SafeString:
    """Links one beside the other, each in the language of its words."""
    drawn = [
        format_html('<a href="{}"{}>{}</a>', link.address, _lang(link.language), link.label)
        if link.address
        else format_html("<span{}>{}</span>", _lang(link.language), link.label)
        for link in links
    ]
    return format_html_join(" · ", "{}", ((one,) for one in drawn))


def _lang(language: str) -> SafeString:
    return format_html(' lang="{}" dir="auto"', language) if language else SafeString("")


def columns_of(columns: Iterable[Said], address: Callable[[Any], str | None] | None = None) -> list[Column]:
    """A column for each label; the first leads to each row's screen."""
    first, *others = columns
    title = TitleColumn("title", label=first[0], accessor=first[1], get_url=address)
    return [title, *(Column(f"c{place}", label=label, accessor=says) for place, (label, says) in enumerate(others))]


def table(
    rows: Iterable[Any], columns: Iterable[Said], *, address: Callable[[Any], str | None] | None = None
) -> Table | None:
    """A table on a page; None where there are no rows."""
    found = list(rows)
    return Table(columns_of(columns, address), found) if found else None
