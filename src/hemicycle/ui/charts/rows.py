"""Charts made of rows: words, a strip that is as wide as its place, and a value."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup


class Row(NamedTuple):
    """One row of a chart: its words, the inside of its strip, the strip's height in pixels, and its value."""

    label: str
    strip: str
    height: float
    value: str = ""


def listed(key: str, kind: str, rows: Iterable[Row]) -> Markup:
    """Write rows as a list for a page; the strips are silent, since words and values say the same."""
    items = Markup("").join(
        Markup('<li><span class="chart-row-label">{}</span>{}{}</li>').format(row.label, strip(row), value(row))
        for row in rows
    )
    return Markup('<ul class="chart-rows chart-rows-{}" aria-labelledby="chart-{}-reading">{}</ul>').format(
        kind, key, items
    )


def strip(row: Row) -> Markup:
    """Write the strip of a row, if it has one."""
    if not row.strip:
        return Markup("")
    return Markup('<svg class="chart-strip" width="100%" height="{:g}" aria-hidden="true">{}</svg>').format(
        row.height,
        Markup(row.strip),  # noqa: S704  # drawn by us, and words in it are escaped
    )


def value(row: Row) -> Markup:
    """Write the value of a row, if it has one; without a strip it stands in the strip's place."""
    if not row.value:
        return Markup("")
    name = "chart-row-value" if row.strip else "chart-row-unknown"
    return Markup('<span class="{}">{}</span>').format(name, row.value)
