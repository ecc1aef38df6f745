"""Draws two waves as lines from one to the other."""

from textwrap import wrap

from hemicycle.kit.charts import Slope, SlopeLine, spread

from .svg import Drawing, Script, element
from .words import measured

# Shares of the width: where the first wave stands, where the second does, and the air before words.
BEFORE, AFTER, AIR = 0.17, 0.46, 0.05
HEAD, LINE, LEAST = 44, 17, 160


def draw(chart: Slope, script: Script, *, letters: int = 19) -> Drawing:
    """Draw in shares of the width and pixels of height; names break after so many letters."""
    lines = [line for line in chart.lines if line.before is not None or line.after is not None]
    names = [wrap(f"{measured(line.after, chart.measure)} {line.label}", letters) for line in lines]
    sizes = [LINE * len(name) + 6 for name in names]
    tall = max(LEAST, 1.15 * sum(sizes))
    heights = Heights(lines, tall)
    body = [head(chart, script, tall)]
    body += [joined(line, heights, script) for line in sorted(lines, key=lambda line: line.emphasis)]
    ends = [heights.of(line.before if line.after is None else line.after) for line in lines]
    for line, name, end, y in zip(lines, names, ends, spread(ends, sizes, HEAD, HEAD + tall), strict=True):
        body.append(leader(end, y, script) + named(name, y, script, emphasis=line.emphasis))
    begun = [line for line in lines if line.before is not None]
    starts = [heights.of(line.before) for line in begun]
    for line, y in zip(begun, spread(starts, [LINE] * len(begun), HEAD, HEAD + tall), strict=True):
        body.append(
            label(measured(line.before, chart.measure), (BEFORE - 0.03, y), "end", script, emphasis=line.emphasis)
        )
    return Drawing(0, HEAD + tall + LINE, "".join(body))


class Heights:
    """From values to pixels: the largest known value on top."""

    def __init__(self, lines: list[SlopeLine], tall: float) -> None:
        known = [value for line in lines for value in (line.before, line.after) if value is not None]
        self.top = max(known, default=0)
        self.range = (self.top - min(known, default=0)) or 1
        self.tall = tall

    def of(self, value: float | None) -> float:
        """Give the height of a value; one that is not known is never asked for alone."""
        return HEAD + self.tall * (self.top - (self.top if value is None else value)) / self.range


def head(chart: Slope, script: Script, tall: float) -> str:
    """Write the names of the waves over their upright lines."""
    uprights = "".join(
        element("line", class_="slope-wave", x1=script.x(share), x2=script.x(share), y1=HEAD - 12, y2=HEAD + tall + 12)
        for share in (BEFORE, AFTER)
    )
    before = label(chart.before_label, (BEFORE, HEAD - 26), "middle", script)
    return uprights + before + label(chart.after_label, (AFTER, HEAD - 26), "middle", script)


def joined(line: SlopeLine, heights: Heights, script: Script) -> str:
    """Draw the line and its two ends; where one value is not known, the other end alone."""
    name = "slope-strong" if line.emphasis else "slope-quiet"
    ends = [
        (script.x(share), heights.of(value))
        for share, value in ((BEFORE, line.before), (AFTER, line.after))
        if value is not None
    ]
    stroke = ""
    if len(ends) == 2:
        (x1, y1), (x2, y2) = ends
        stroke = element("line", class_=f"slope-line {name}", x1=x1, y1=y1, x2=x2, y2=y2)
    dots = "".join(element("circle", class_=f"slope-end {name}", cx=x, cy=y, r=4.5) for x, y in ends)
    return stroke + dots


def leader(end: float, y: float, script: Script) -> str:
    """Lead from the end of a line to its name, which may have moved to make room for others."""
    x1, x2 = script.x(AFTER + 0.015), script.x(AFTER + AIR - 0.005)
    return element("line", class_="slope-leader", x1=x1, y1=end, x2=x2, y2=y)


def label(text: str, at: tuple[float, float], side: str, script: Script, *, emphasis: bool = False) -> str:
    """Write a few words at a share of the width, centred on their height."""
    name = "slope-word slope-word-strong" if emphasis else "slope-word"
    share, y = at
    anchor = script.anchor(side)
    return element("text", script.words(text), class_=name, x=script.x(share), y=y + 4.5, text_anchor=anchor)


def named(lines: list[str], y: float, script: Script, *, emphasis: bool) -> str:
    """Write the value of the second wave and the item's name, in as many lines as it takes, about their middle."""
    first = y - LINE * (len(lines) - 1) / 2
    return "".join(
        label(text, (AFTER + AIR, first + LINE * number), "start", script, emphasis=emphasis)
        for number, text in enumerate(lines)
    )


def described(chart: Slope) -> str:
    """Say every line in words: `Drafting: 41%, 62%`."""
    return "; ".join(
        f"{line.label}: {measured(line.before, chart.measure)}, {measured(line.after, chart.measure)}"
        for line in chart.lines
    )
