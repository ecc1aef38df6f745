"""Small pieces of SVG as text: numbers, elements, and the picture as a whole."""

from dataclasses import dataclass

from markupsafe import Markup, escape


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


def picture(drawing: Drawing, *, key: str, title: str, description: str, direction: str) -> Markup:
    """A whole SVG for a page, scaled to its place, with its title and description for those who do not see it."""
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart-picture" viewBox="0 0 {} {}" role="img"'
        ' aria-labelledby="chart-{}-title chart-{}-desc"{}>'
        '<title id="chart-{}-title">{}</title><desc id="chart-{}-desc">{}</desc>{}</svg>'
    ).format(
        num(drawing.width),
        num(drawing.height),
        key,
        key,
        Markup(' direction="rtl"') if direction == "rtl" else "",
        key,
        title,
        key,
        description,
        Markup(drawing.body),  # noqa: S704  # made by our own functions, which escape every text
    )
