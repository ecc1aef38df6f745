"""A chart made ready for a page: drawn, with every word around it in the reader's language."""

from dataclasses import dataclass

from django.utils.translation import gettext
from markupsafe import Markup

from hemicycle.kit.charts import Bars, Cell, Chart, HeatTable, Hemicycle, TileGrid, depth
from hemicycle.ui.formatting import format_date, format_number
from hemicycle.ui.languages import active_language, direction_of

from . import bars, hemicycle, tiles
from .marks import sample
from .svg import picture
from .words import base_words, heading_words, not_known, unit_words


@dataclass(frozen=True, slots=True)
class Legend:
    """One line of the legend."""

    mark: Markup  # the mark as it is drawn
    label: str  # what it means
    count: str  # how many of them there are; may be empty


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of the table of values."""

    label: str  # in the reader's language
    numeric: bool  # whether its cells stand at the end


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the macro `figure` writes."""

    key: str  # the chart's key, for identifiers in the page
    kind: str  # the kind of chart, for its classes
    reading: str  # the sentence that says what the figure shows
    drawing: Markup  # the chart itself
    legend: tuple[Legend, ...]  # what the marks mean, in the order in which they are drawn
    notes: tuple[str, ...]  # what one dot is, base, source, date: one sentence each
    head: tuple[Heading, ...]  # of the table of values
    rows: tuple[tuple[str, ...], ...]  # of the table of values
    tabular: bool  # whether the drawing is itself a table of all values


def shown(chart: Chart) -> Shown:
    """Make a chart ready in the language of the reader."""
    table = chart.table()
    numeric = [any(isinstance(row[place], int | float) for row in table.rows) for place in range(len(table.columns))]
    heads = (Heading(heading(chart, column), number) for column, number in zip(table.columns, numeric, strict=True))
    return Shown(
        key=chart.key,
        kind=chart.kind,
        reading=chart.reading,
        drawing=drawn(chart),
        legend=legend(chart),
        notes=notes(chart),
        head=tuple(heads),
        rows=tuple(tuple(cell_words(cell) for cell in row) for row in table.rows),
        tabular=isinstance(chart, HeatTable),
    )


def drawn(chart: Chart) -> Markup:
    """Draw a chart for a page; what has a direction follows the language."""
    direction = direction_of(active_language())
    mirrored = direction == "rtl"
    if isinstance(chart, Hemicycle):
        described = "; ".join(f"{group.label}: {format_number(group.count)}" for group in chart.groups)
        drawing = hemicycle.draw(chart, mirrored=mirrored)
        return picture(drawing, key=chart.key, title=chart.reading, description=described, direction=direction)
    if isinstance(chart, Bars):
        return bars.listed(chart, mirrored=mirrored)
    if isinstance(chart, TileGrid):
        return tiles.grid(chart)
    raise TypeError(f"{type(chart).__name__} is no chart of ours.")


def legend(chart: Chart) -> tuple[Legend, ...]:
    """What the marks mean; a chart with one kind of mark needs no legend."""
    if isinstance(chart, Hemicycle) and len(chart.groups) > 1:
        return tuple(
            Legend(mark(sample(group.tone)), group.label, format_number(group.count)) for group in chart.groups
        )
    if isinstance(chart, TileGrid):
        count = len(chart.bands)
        return tuple(
            Legend(
                mark(f'<rect class="tile tile-s{depth(place, count)}" x="1" y="1" width="18" height="18" rx="3"/>'),
                band.label,
                "",
            )
            for place, band in enumerate(chart.bands)
        )
    return ()


def mark(body: str) -> Markup:
    """A mark of the legend, which says nothing to those who hear the page: the words beside it do."""
    return Markup(
        '<svg class="chart-mark" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">{}</svg>'
    ).format(
        Markup(body)  # noqa: S704  # our own drawing, without words
    )


def notes(chart: Chart) -> tuple[str, ...]:
    """What one mark is, the base, the source and the date."""
    return tuple(sentence for sentence in (unit_words(chart), base_words(chart.base), source_words(chart)) if sentence)


def source_words(chart: Chart) -> str:
    """Where the values come from, and of when they are."""
    if not chart.as_of:
        return gettext("Source: %(source)s, date not stated.") % {"source": chart.source}
    return gettext("Source: %(source)s, %(date)s.") % {"source": chart.source, "date": format_date(chart.as_of)}


def heading(chart: Chart, column: str) -> str:
    """The heading of a column: the chart's own words where it has some."""
    own = {
        "item": getattr(chart, "row_label", ""),
        "tile": getattr(chart, "tile_label", ""),
        "value": getattr(chart, "value_label", ""),
        "mark": getattr(chart, "mark_label", ""),
        "before": getattr(chart, "before_label", ""),
        "after": getattr(chart, "after_label", ""),
    }
    return own.get(column) or heading_words(column)


def cell_words(cell: Cell) -> str:
    """One cell of the table of values as the reader writes it."""
    if cell is None:
        return not_known()
    return cell if isinstance(cell, str) else format_number(cell)
