"""What the marks of a chart mean."""

from dataclasses import dataclass

from hemicycle.kit.charts import Band, Bars, Chart, DotPlot, HeatTable, Hemicycle, TileGrid, depth
from hemicycle.ui.formatting import format_number

from . import bars, dotplot, marks
from .svg import element
from .words import interval_words, not_known, value_words


@dataclass(frozen=True, slots=True)
class Key:
    """One line of a legend: a mark in a box of 20 by 20, what it means, and how many there are, if that is said."""

    mark: str
    label: str
    count: str = ""


def legend(chart: Chart) -> tuple[Key, ...]:
    """Give the keys in the order in which the marks are drawn; a chart with one kind of mark needs none."""
    if isinstance(chart, Hemicycle) and len(chart.groups) > 1:
        return tuple(Key(marks.sample(group.tone), group.label, format_number(group.count)) for group in chart.groups)
    if isinstance(chart, Bars):
        return bar_keys(chart)
    if isinstance(chart, DotPlot):
        return point_keys(chart)
    if isinstance(chart, TileGrid):
        unknown = any(chart.band(tile) is None for tile in chart.tiles)
        return shades(chart.bands, unknown=unknown, apart=chart.worded)
    if isinstance(chart, HeatTable):
        values = [value for row in chart.heat_rows for value in row.values]
        return shades(chart.bands, unknown=any(chart.band(value) is None for value in values))
    return ()


def bar_keys(chart: Bars) -> tuple[Key, ...]:
    """Explain bars that carry an interval or a mark; plain bars need no legend."""
    more = []
    if chart.has_intervals:
        more.append(Key(bars.sample_interval(), chart.interval_label or interval_words()))
    if chart.mark_label:
        more.append(Key(bars.sample_mark(), chart.mark_label))
    return (Key(bars.sample_bar(), chart.value_label or value_words()), *more) if more else ()


def point_keys(chart: DotPlot) -> tuple[Key, ...]:
    """Explain the series when there are several, and their intervals."""
    series = [Key(dotplot.sample(place), name) for place, name in enumerate(chart.series)]
    shown = series if len(series) > 1 else []
    if chart.has_intervals:
        shown.append(Key(dotplot.sample_interval(), chart.interval_label or interval_words()))
    return tuple(shown)


def shades(bands: tuple[Band, ...], *, unknown: bool, apart: bool = False) -> tuple[Key, ...]:
    """Give the classes with their shades, and what a tile without shade says."""
    names = [(f"s{depth(place, len(bands), apart=apart)}", band.label) for place, band in enumerate(bands)]
    names += [("sx", not_known())] if unknown else []
    return tuple(
        Key(element("rect", class_=f"tile tile-{name}", x=1, y=1, width=18, height=18, rx=3), label)
        for name, label in names
    )
