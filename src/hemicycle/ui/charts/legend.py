"""What the marks of a chart mean."""

from dataclasses import dataclass

from hemicycle.kit.charts import Band, Bars, Chart, DotPlot, HeatTable, Hemicycle, TileGrid, depth
from hemicycle.ui.formatting import format_number

from . import bars, dotplot, marks
from .svg import element
from .words import not_known, value_words


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
    if isinstance(chart, Bars) and chart.mark_label:
        return (
            Key(bars.sample(mark=False), chart.value_label or value_words()),
            Key(bars.sample(mark=True), chart.mark_label),
        )
    if isinstance(chart, DotPlot) and len(chart.series) > 1:
        return tuple(Key(dotplot.sample(place), series) for place, series in enumerate(chart.series))
    if isinstance(chart, TileGrid):
        return shades(chart.bands, unknown=any(chart.band(tile) is None for tile in chart.tiles))
    if isinstance(chart, HeatTable):
        values = [value for row in chart.heat_rows for value in row.values]
        return shades(chart.bands, unknown=any(chart.band(value) is None for value in values))
    return ()


def shades(bands: tuple[Band, ...], *, unknown: bool) -> tuple[Key, ...]:
    """Give the classes with their shades, and what a tile without shade says."""
    names = [(f"s{depth(place, len(bands))}", band.label) for place, band in enumerate(bands)]
    names += [("sx", not_known())] if unknown else []
    return tuple(
        Key(element("rect", class_=f"tile tile-{name}", x=1, y=1, width=18, height=18, rx=3), label)
        for name, label in names
    )
