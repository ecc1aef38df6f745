"""Draws bars: for pages as rows of words and one small drawing each, so that words wrap on narrow screens."""

from hemicycle.kit.charts import Bar, Bars

from .rows import Row
from .svg import Script, element, percent
from .words import measured

# The height of a row's drawing, and of the bar within it, in pixels.
ROW, THICK = 20, 12
TOP = (ROW - THICK) / 2
MIDDLE = ROW / 2


def rows(chart: Bars, script: Script) -> tuple[Row, ...]:
    """Give each bar as words, a strip and a value."""
    return tuple(
        Row(bar.label, strip(bar, chart.maximum, script), ROW, measured(bar.value, chart.measure)) for bar in chart.bars
    )


def strip(bar: Bar, maximum: float, script: Script) -> str:
    """Draw one bar on its track, in shares of the width it is given: interval and mark lie on top.

    A bar nobody knows has no strip: an empty track would look like zero.
    """
    if bar.value is None:
        return ""
    parts = [
        element("rect", class_="bar-track", y=TOP, width="100%", height=THICK, rx=2),
        filled(bar.value / maximum, script),
    ]
    if bar.low is not None and bar.high is not None:
        parts.append(whisker(bar.low / maximum, bar.high / maximum, script))
    if bar.mark is not None:
        line = element("line", x1=script.x(bar.mark / maximum), x2=script.x(bar.mark / maximum), y1=0, y2=ROW)
        parts.append(element("g", line, class_="bar-mark-casing") + element("g", line, class_="bar-mark"))
    return "".join(parts)


def filled(share: float, script: Script) -> str:
    """Draw the bar itself, from where reading begins."""
    start = script.x(share) if script.mirrored else "0"
    return element("rect", class_="bar-value", x=start, y=TOP, width=percent(100 * share), height=THICK, rx=2)


def whisker(low: float, high: float, script: Script) -> str:
    """Draw an interval as a line with two ends, cased in paper so that it is seen on the bar and off it."""
    start, end = script.x(low), script.x(high)
    lines = "".join(
        (
            element("line", x1=start, x2=end, y1=MIDDLE, y2=MIDDLE),
            element("line", x1=start, x2=start, y1=MIDDLE - 4, y2=MIDDLE + 4),
            element("line", x1=end, x2=end, y1=MIDDLE - 4, y2=MIDDLE + 4),
        )
    )
    return element("g", lines, class_="bar-casing") + element("g", lines, class_="bar-interval")


def sample_bar() -> str:
    """Draw a bar in a box of 20 by 20, for legends."""
    return element("rect", class_="bar-value", x=1, y=5, width=18, height=10, rx=2)


def sample_mark() -> str:
    """Draw the mark to compare with in a box of 20 by 20."""
    return element("line", class_="bar-mark", x1=10, x2=10, y1=2, y2=18)


def sample_interval() -> str:
    """Draw an interval in a box of 20 by 20."""
    return element("path", class_="bar-interval", d="M1 10h18M1 6v8M19 6v8")
