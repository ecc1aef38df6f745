"""Draws the world as tiles: links in a grid for pages, squares for downloads."""

from markupsafe import Markup, escape

from hemicycle.kit.charts import Tile, TileGrid, depth
from hemicycle.ui.formatting import format_number

from .svg import Drawing, element
from .words import not_known

# The side of a tile and the step to the next, in units of the drawing.
SIDE, STEP = 22, 24


def shade(chart: TileGrid, tile: Tile) -> str:
    """The class of a tile's shade: `s0` to `s4`, or `sx` when nothing is known."""
    band = chart.band(tile)
    return "sx" if band is None else f"s{depth(band, len(chart.bands), apart=chart.worded)}"


def grid(chart: TileGrid) -> Markup:
    """Tiles as links in a grid of the page; places and shades are classes, since the policy allows no inline style.

    The world is not mirrored in languages that run from right to left; the words in it are.
    """
    words = {tile.value: said(chart, tile) for tile in chart.tiles}
    tiles = "".join(
        linked(tile, shade(chart, tile), words[tile.value])
        for tile in sorted(chart.tiles, key=lambda tile: (tile.row, tile.col))
    )
    return Markup('<div class="chart-world" role="group" aria-labelledby="chart-{}-reading">{}</div>').format(
        chart.key,
        Markup(tiles),  # noqa: S704  # every text in it is escaped where it is written
    )


def said(chart: TileGrid, tile: Tile) -> str:
    """What a tile says beside its name: its number, or the words for its class."""
    if tile.value is None:
        return not_known()
    band = chart.band(tile) if chart.worded else None
    return format_number(tile.value) if band is None else str(escape(chart.bands[band].label))


def linked(tile: Tile, name: str, number: str) -> str:
    """One tile: its key to be seen, its name and value to be heard or pointed at."""
    tag = "a" if tile.address else "b"
    return (
        f'<{tag} class="c{tile.col} r{tile.row} {name}"{link(tile)}>'
        f"{escape(tile.key)}<span>{escape(tile.label)}: {number}</span></{tag}>"
    )


def link(tile: Tile) -> str:
    """The address of a tile as an attribute."""
    return f' href="{escape(tile.address)}"' if tile.address else ""


def draw(chart: TileGrid) -> Drawing:
    """Draw the tiles as squares with their keys, for downloads."""
    body = []
    for tile in chart.tiles:
        x, y = (tile.col - 1) * STEP, (tile.row - 1) * STEP
        name = shade(chart, tile)
        square = element("rect", class_=f"tile tile-{name}", x=x + 1, y=y + 1, width=SIDE, height=SIDE, rx=3)
        words = str(escape(tile.key))
        label = element(
            "text",
            words,
            class_=f"tile-word on-{name}",
            x=x + 1 + SIDE / 2,
            y=y + 15.5,
            font_size=9.5,
            text_anchor="middle",
        )
        body.append(square + label)
    return Drawing(chart.columns * STEP, chart.rows * STEP, "".join(body))
