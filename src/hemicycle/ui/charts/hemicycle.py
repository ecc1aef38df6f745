"""Draws the house chart."""

from hemicycle.kit.charts import Hemicycle, arc_positions

from .marks import Place, dots
from .svg import Drawing, Script

# Half the width of the drawing. Whole numbers at this size are true to a two-thousandth of the width.
HALF = 1000


def draw(chart: Hemicycle, script: Script) -> Drawing:
    """Draw the arcs; the first group sits where reading begins."""
    arcs = arc_positions(sum(chart.dots))
    body = "".join(
        dots(
            [scaled(place, mirrored=script.mirrored) for place in wedge.positions],
            round(arcs.radius * HALF),
            wedge.group.tone,
        )
        for wedge in chart.wedges()
    )
    return Drawing(2 * HALF, round(arcs.height * HALF), body)


def scaled(place: Place, *, mirrored: bool) -> Place:
    """A place in whole units of the drawing."""
    x, y = place
    return round((2 - x if mirrored else x) * HALF), round(y * HALF)
