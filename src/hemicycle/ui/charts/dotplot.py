"""Draws dots on lines: each series has its own shape."""

from hemicycle.kit.charts import DotPlot, DotRow, Point, ticks

from .rows import Row
from .svg import Script, element
from .words import measured

ROW = 24
MIDDLE = ROW / 2
AXIS = 18

# Shapes about the origin, so that print and colour blindness can tell the series apart.
SHAPES = (
    '<circle class="point point-0" r="6"/>',
    '<circle class="point point-1" r="5"/>',
    '<rect class="point point-2" x="-5" y="-5" width="10" height="10"/>',
    '<path class="point point-3" d="M0-7L7 0L0 7L-7 0z"/>',
    '<path class="point point-4" d="M0-6L6 5L-6 5z"/>',
)


def rows(chart: DotPlot, script: Script) -> tuple[Row, ...]:
    """Give each item as words and a strip, and last the axis."""
    drawn = [Row(row.label, strip(chart, row, script), ROW) for row in chart.dot_rows]
    return (*drawn, Row("", axis(chart, script), AXIS))


def strip(chart: DotPlot, row: DotRow, script: Script) -> str:
    """Draw one item: grid, line, intervals, then the points, the first series on top."""
    lines = "".join(
        element("line", class_="point-grid", x1=x, x2=x, y1=-4, y2=ROW + 4)
        for x in (script.x(tick / chart.maximum) for tick in ticks(chart.maximum))
    )
    line = element("line", class_="point-line", x2="100%", y1=MIDDLE, y2=MIDDLE)
    drawn = [marked(place, point, chart.maximum, script) for place, point in enumerate(row.points)]
    return lines + line + "".join(reversed(drawn))


def marked(place: int, point: Point, maximum: float, script: Script) -> str:
    """Draw one point with its interval; a value nobody knows leaves its place empty."""
    if point.value is None:
        return ""
    interval = ""
    if point.low is not None and point.high is not None:
        ends = {"x1": script.x(point.low / maximum), "x2": script.x(point.high / maximum)}
        interval = element("line", class_=f"point-interval point-{place}", y1=MIDDLE, y2=MIDDLE, **ends)
    shape = element("svg", SHAPES[place], x=script.x(point.value / maximum), y=MIDDLE, overflow="visible")
    return interval + shape


def axis(chart: DotPlot, script: Script) -> str:
    """Write the steps of the scale under the rows."""
    steps = ticks(chart.maximum)
    return "".join(
        element(
            "text",
            script.words(measured(step, chart.measure)),
            class_="chart-step",
            x=script.x(step / chart.maximum),
            y=13,
            text_anchor="middle",
        )
        for step in steps
    )


def sample(place: int) -> str:
    """Draw the shape of a series in a box of 20 by 20, for legends."""
    return element("g", SHAPES[place], transform="translate(10 10)")


def sample_interval() -> str:
    """Draw an interval in a box of 20 by 20."""
    return element("line", class_="bar-interval", x1=1, x2=19, y1=10, y2=10)
