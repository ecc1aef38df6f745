"""Small pieces of SVG as text: numbers, elements, and the picture as a whole."""

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

ARABIC = re.compile(r"([\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]+)")
# What our Arabic fonts lack: everything but Arabic, digits, spaces and the commonest signs. Digits beside such letters
# go with them, since they stand in one run of direction and are shaped together.
LACKED = r"[^\s\d\u0600-\u06ff\u200b-\u200f().,:/%!«»“”‘’…–—-]"
LATIN = re.compile(rf"((?:\d[\d\s.,]*)?{LACKED}+(?:[\s\d().,:/%!-]*(?:{LACKED}|\d)+)*)")


@dataclass(frozen=True, slots=True)
class Drawing:
    """The inside of an SVG with the size of its box, in its own units."""

    width: float
    height: float
    body: str


def num(value: float) -> str:
    """A coordinate with at most two decimals and no idle zeros."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


@dataclass(frozen=True, slots=True)
class Script:
    """How words run in a drawing.

    On a page the SVG has a `direction`, and `start` means the right in Arabic. Downloads do without: not every program
    that draws SVG knows it, so that sides are named outright and the words carry Unicode's own marks of direction.
    """

    direction: str = "ltr"
    standalone: bool = False

    @property
    def mirrored(self) -> bool:
        """Say whether reading begins at the right."""
        return self.direction == "rtl"

    def x(self, share: float) -> str:
        """Give the coordinate of a share of the width, counted from where reading begins."""
        return percent(100 * (1 - share if self.mirrored else share))

    def anchor(self, side: str) -> str:
        """Give the anchor for words that start or end at their place."""
        swapped = {"start": "end", "end": "start"} if self.mirrored and self.standalone else {}
        return swapped.get(side, side)

    def words(self, text: str) -> str:
        """Give words as markup; in downloads embedded in their direction, with each script in a span of its own.

        What draws the PNG looks for a letter in one font only, so that a line in two scripts must say where each is.
        """
        if not self.standalone:
            return str(escape(text))
        foreign, name = (LATIN, "latin") if self.mirrored else (ARABIC, "arabic")
        pieces = foreign.split(text)
        marked = (
            f'<tspan class="{name}">{escape(piece)}</tspan>' if place % 2 else str(escape(piece))
            for place, piece in enumerate(pieces)
        )
        written = "".join(marked)
        return f"\u202b{written}\u202c" if self.mirrored else written


def percent(value: float) -> str:
    """A share of the width: `62%`."""
    return f"{num(value)}%"


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """One element; `class_` and `text_anchor` become `class` and `text-anchor`; content is markup already."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value) if isinstance(value, str) else num(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def picture(drawing: Drawing, key: str, title: str, description: str, script: Script) -> Markup:
    """Write a whole SVG for a page, with its title and description for those who do not see it.

    A drawing without a width of its own is in shares of the width it is given, and keeps its height in pixels.
    """
    box = Markup('class="chart-picture" viewBox="0 0 {} {}"').format(num(drawing.width), num(drawing.height))
    if not drawing.width:
        box = Markup('class="chart-strip" width="100%" height="{}"').format(num(drawing.height))
    return Markup(
        '<svg {box} role="img" aria-labelledby="chart-{key}-title" aria-describedby="chart-{key}-desc"{direction}>'
        '<title id="chart-{key}-title">{title}</title><desc id="chart-{key}-desc">{description}</desc>{body}</svg>'
    ).format(
        box=box,
        key=key,
        direction=Markup(' direction="rtl"') if script.mirrored else "",
        title=title,
        description=description,
        body=Markup(drawing.body),  # noqa: S704  # made by our own functions, which escape every text
    )
