"""Pictures for link previews in messengers: 1200 by 630, drawn, with the title of the page in its language."""

from django.utils.translation import override

from hemicycle.kit.charts import Hemicycle, arc_positions

from . import hemicycle
from .export import raster
from .marks import dots
from .palette import colours
from .sheet import Sheet
from .svg import element, num
from .typesetting import TITLE, broken

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
# The logo is three arcs of dots: as many as the arcs hold best.
LOGO_DOTS = 21
# From large to small: the size of the title, and how many lines of it fit.
TITLE_SIZES = ((68, 3), (56, 4), (46, 5))


def preview(title: str, place: str, line: str, language: str, *, chart: Hemicycle | None = None) -> bytes:
    """Draw a PNG: logo and name, the place, the title, a quiet line, and a hemicycle beside them if one is given."""
    with override(language):
        sheet = Sheet(language, WIDTH, MARGIN)
        room = 0.54 * sheet.room if chart else sheet.room
        masthead(sheet)
        sheet.y = 196
        if place:
            sheet.write(place, "words", 30, room)
            sheet.y += 10
        headline(sheet, title, room)
        sheet.y += 18
        sheet.write(line, "words", 28, room)
        if chart:
            beside(sheet, chart, room + 0.05 * sheet.room)
        ground(sheet)
        sheet.y = HEIGHT - MARGIN
        return raster(sheet.finished(title, line), WIDTH)


def masthead(sheet: Sheet) -> None:
    """Draw the logo and the name of the platform."""
    arcs = arc_positions(LOGO_DOTS)
    logo = dots([(round(100 * x), round(100 * y)) for x, y in arcs.positions], round(100 * arcs.radius), "neutral")
    sheet.y = 60
    sheet.place(logo, 0, 104, 52 * arcs.height, f"0 0 200 {num(100 * arcs.height)}")
    sheet.y = 116
    sheet.put("Hemicycle", "title", 40, 126)


def headline(sheet: Sheet, title: str, room: float) -> None:
    """Write the title as large as it fits; one that never fits ends in an ellipsis."""
    for size, most in TITLE_SIZES:
        lines = broken(title, TITLE, size, room)
        if len(lines) <= most:
            break
    for text in broken(title, TITLE, size, room, most):
        sheet.y += 1.22 * size
        sheet.put(text, "title", size, 0)


def beside(sheet: Sheet, chart: Hemicycle, along: float) -> None:
    """Draw the hemicycle in the rest of the width, in the middle of the height."""
    drawing = hemicycle.draw(chart, sheet.script)
    width = sheet.room - along
    height = width * drawing.height / drawing.width
    sheet.y = (HEIGHT - height) / 2 + 40
    sheet.place(drawing.body, along, width, height, f"0 0 {num(drawing.width)} {num(drawing.height)}")


def ground(sheet: Sheet) -> None:
    """Draw the line on which the picture stands."""
    sheet.parts.append(element("rect", y=HEIGHT - 14, width=WIDTH, height=14, fill=colours()["accent"]))
