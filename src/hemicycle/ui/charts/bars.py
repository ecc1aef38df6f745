"""Draws bars: rows of words and one small drawing each for pages, so that words wrap on narrow screens."""

from markupsafe import Markup, escape

from hemicycle.kit.charts import Bar, Bars

from .svg import element, percent
from .words import measured

# The height of a row's drawing, and of the bar within it, in pixels.
ROW, THICK = 20, 12
TOP = (ROW - THICK) / 2
MIDDLE = ROW / 2


def rows(chart: Bars, *, mirrored: bool) -> Markup:
    """All bars as a list: words, bar, value."""
    return Markup("").join(
        Markup(
            '<li><span class="chart-row-label">{}</span>'
            '<svg class="chart-strip" width="100%" height="{}" aria-hidden="true">{}</svg>'
            '<span class="chart-row-value">{}</span></li>'
        ).format(
            bar.label,
            ROW,
            Markup(strip(bar, chart.maximum, mirrored=mirrored)),  # noqa: S704  # numbers only
            measured(bar.value, chart.measure),
        )
        for bar in chart.bars
    )


def strip(bar: Bar, maximum: float, *, mirrored: bool) -> str:
    """Draw one bar on its track, in shares of the width it is given: interval and mark lie on top."""
    if bar.value is None:
        return element("rect", class_="bar-unknown", y=TOP, width="100%", height=THICK, rx=2)
    parts = [
        element("rect", class_="bar-track", y=TOP, width="100%", height=THICK, rx=2),
        span("bar-value", 0, bar.value / maximum, mirrored=mirrored),
    ]
    if bar.low is not None and bar.high is not None:
        parts.append(whisker(bar.low / maximum, bar.high / maximum, mirrored=mirrored))
    if bar.mark is not None:
        parts.append(upright("bar-mark", bar.mark / maximum, 0, ROW, mirrored=mirrored))
    return "".join(parts)


def span(name: str, start: float, end: float, *, mirrored: bool) -> str:
    """Draw a box from one share of the width to another."""
    x = 1 - end if mirrored else start
    return element(
        "rect", class_=name, x=percent(100 * x), y=TOP, width=percent(100 * (end - start)), height=THICK, rx=2
    )


def whisker(low: float, high: float, *, mirrored: bool) -> str:
    """Draw an interval as a line with two ends, cased in paper so that it is seen on the bar and off it."""
    start, end = place(low, mirrored=mirrored), place(high, mirrored=mirrored)
    lines = "".join(
        (
            element("line", x1=start, x2=end, y1=MIDDLE, y2=MIDDLE),
            element("line", x1=start, x2=start, y1=MIDDLE - 4, y2=MIDDLE + 4),
            element("line", x1=end, x2=end, y1=MIDDLE - 4, y2=MIDDLE + 4),
        )
    )
    return element("g", lines, class_="bar-casing") + element("g", lines, class_="bar-interval")


def upright(name: str, share: float, top: float, bottom: float, *, mirrored: bool) -> str:
    """Draw an upright line at a share of the width, cased in paper."""
    x = place(share, mirrored=mirrored)
    line = element("line", x1=x, x2=x, y1=top, y2=bottom)
    return element("g", line, class_=f"{name}-casing") + element("g", line, class_=name)


def place(share: float, *, mirrored: bool) -> str:
    """A share of the width as a coordinate."""
    return percent(100 * (1 - share if mirrored else share))


def listed(chart: Bars, *, mirrored: bool) -> Markup:
    """The whole chart for a page."""
    return Markup('<ul class="chart-rows" aria-labelledby="chart-{}-reading">{}</ul>').format(
        escape(chart.key), rows(chart, mirrored=mirrored)
    )
