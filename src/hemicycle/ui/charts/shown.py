"""A chart made ready for a page: drawn, with every word around it in the reader's language."""

from dataclasses import dataclass

from markupsafe import Markup

from hemicycle.kit.charts import Bars, Cell, Chart, DotPlot, HeatTable, Hemicycle, Slope, TileGrid
from hemicycle.ui.formatting import format_number
from hemicycle.ui.languages import active_language, direction_of

from . import bars, dotplot, heat, hemicycle, rows, slope, tiles
from .legend import legend
from .svg import Script, picture
from .words import heading_words, not_known, notes


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
        legend=legend_of(chart),
        notes=notes(chart),
        head=tuple(heads),
        rows=table_words(table.rows),
        tabular=isinstance(chart, HeatTable),
    )


def drawn(chart: Chart) -> Markup:
    """Draw a chart for a page; what has a direction follows the language."""
    script = Script(direction_of(active_language()))
    if isinstance(chart, Hemicycle):
        described = "; ".join(f"{group.label}: {format_number(group.count)}" for group in chart.groups)
        return picture(hemicycle.draw(chart, script), chart.key, chart.reading, described, script)
    if isinstance(chart, Slope):
        return picture(slope.draw(chart, script), chart.key, chart.reading, slope.described(chart), script)
    if isinstance(chart, Bars):
        return rows.listed(chart.key, chart.kind, bars.rows(chart, script))
    if isinstance(chart, DotPlot):
        return rows.listed(chart.key, chart.kind, dotplot.rows(chart, script))
    if isinstance(chart, TileGrid):
        return tiles.grid(chart)
    if isinstance(chart, HeatTable):
        return heat.table(chart)
    raise TypeError(f"{type(chart).__name__} is no chart of ours.")


def legend_of(chart: Chart) -> tuple[Legend, ...]:
    """Put each mark into a small picture, which says nothing aloud: the words beside it do."""
    box = Markup('<svg class="chart-mark" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">{}</svg>')
    return tuple(
        Legend(box.format(Markup(key.mark)), key.label, key.count)  # noqa: S704  # our own drawing, without words
        for key in legend(chart)
    )


def heading(chart: Chart, column: str) -> str:
    """The heading of a column: the chart's own words where it has some."""
    own = {
        "item": getattr(chart, "row_label", ""),
        "tile": getattr(chart, "tile_label", ""),
        "value": getattr(chart, "value_label", ""),
        "class": getattr(chart, "value_label", "") if getattr(chart, "worded", False) else "",
        "mark": getattr(chart, "mark_label", ""),
        "before": getattr(chart, "before_label", ""),
        "after": getattr(chart, "after_label", ""),
    }
    return own.get(column) or heading_words(column)


def table_words(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Write all cells as the reader does; the same number is written once, since CLDR's patterns take their time."""
    written: dict[Cell, str] = {None: not_known()}
    for row in rows:
        for cell in row:
            if cell is not None and cell not in written:
                written[cell] = cell if isinstance(cell, str) else format_number(cell)
    return tuple(tuple(written[cell] for cell in row) for row in rows)
