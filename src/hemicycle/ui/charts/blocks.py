"""The kinds of charts as blocks of a sheet."""

from collections.abc import Sequence

from hemicycle.kit.charts import Bars, Chart, DotPlot, HeatTable, Hemicycle, Slope, TileGrid

from . import bars, dotplot, heat, hemicycle, slope, tiles
from .legend import Key
from .rows import Row
from .sheet import Sheet
from .svg import Drawing, element, num
from .typesetting import TEXT, broken, width
from .words import heading_words, measured

SIZE = 14
LINE = 1.4 * SIZE


def draw(sheet: Sheet, chart: Chart) -> None:
    """Draw a chart at the width of the sheet."""
    if isinstance(chart, Hemicycle):
        scaled(sheet, hemicycle.draw(chart, sheet.script))
    elif isinstance(chart, TileGrid):
        scaled(sheet, tiles.draw(chart))
    elif isinstance(chart, Bars):
        listed(sheet, bars.rows(chart, sheet.script))
    elif isinstance(chart, DotPlot):
        listed(sheet, dotplot.rows(chart, sheet.script))
    elif isinstance(chart, Slope):
        drawing = slope.draw(chart, sheet.script, letters=36)
        sheet.place(drawing.body, 0, sheet.room, drawing.height)
        sheet.y += drawing.height
    elif isinstance(chart, HeatTable):
        shaded(sheet, chart)
    else:
        raise TypeError(f"{type(chart).__name__} is no chart of ours.")


def scaled(sheet: Sheet, drawing: Drawing) -> None:
    """Place a drawing that has a size of its own, as wide as the sheet."""
    if not drawing.width:  # A map of no tiles: its sentence and its base say so.
        return
    height = sheet.room * drawing.height / drawing.width
    sheet.place(drawing.body, 0, sheet.room, height, f"0 0 {num(drawing.width)} {num(drawing.height)}")
    sheet.y += height


def listed(sheet: Sheet, rows: Sequence[Row]) -> None:
    """Place rows of words, strip and value."""
    values = max((width(row.value, TEXT, SIZE) for row in rows if row.strip and row.value), default=0)
    along, air = 0.38 * sheet.room, 16
    strip = sheet.room - along - (values + air if values else air)
    for row in rows:
        top = sheet.y
        lines = broken(row.label, TEXT, SIZE, along - air)
        height = max(row.height, LINE * len(lines))
        sheet.y = top + (height - LINE * len(lines)) / 2
        sheet.write(row.label, "strong" if not row.value else "words", SIZE, along - air)
        sheet.y = top + (height - row.height) / 2
        if row.strip:
            sheet.place(row.strip, along, strip, row.height)
        if row.value:
            sheet.y = top + height / 2 + LINE / 2
            sheet.put(
                row.value,
                "strong" if row.strip else "words",
                SIZE,
                sheet.room if row.strip else along,
                side="end" if row.strip else "start",
            )
        sheet.y = top + height + 8


def shaded(sheet: Sheet, chart: HeatTable) -> None:
    """Place a table of shaded cells."""
    first = 0.3 * sheet.room
    each = (sheet.room - first) / len(chart.columns)
    heads = [broken(column, TEXT, SIZE, each - 8) for column in chart.columns]
    deepest = max(len(lines) for lines in heads)
    top = sheet.y
    for place, lines in enumerate(heads):
        for number, line in enumerate(lines):
            sheet.y = top + LINE * (deepest - len(lines) + number + 1)
            sheet.put(line, "words", SIZE, first + each * (place + 0.5), side="middle")
    sheet.y = top + LINE * deepest
    sheet.put(chart.row_label or heading_words("item"), "words", SIZE, 0)
    sheet.y += 6
    for row in chart.heat_rows:
        height = LINE * max(1, len(broken(row.label, TEXT, SIZE, first - 8))) + 10
        top = sheet.y
        sheet.y += 5
        sheet.write(row.label, "strong", SIZE, first - 8)
        sheet.y = top
        for place, value in enumerate(row.values):
            cell(sheet, chart, value, first + each * place, (each, height))
        sheet.y = top + height


def cell(sheet: Sheet, chart: HeatTable, value: float | None, along: float, size: tuple[float, float]) -> None:
    """Place one shaded cell with its value in the middle."""
    across, height = size
    name = heat.shade(chart, value)
    word = element(
        "text",
        sheet.script.words(measured(value, chart.measure)),
        class_=f"on-{name}",
        x=across / 2,
        y=height / 2 + 5,
        font_size=SIZE,
        text_anchor="middle",
    )
    box = element("rect", class_=f"tile tile-{name}", x=1, y=1, width=across - 2, height=height - 2, rx=3)
    sheet.place(box + word, along, across, height)


def keys(sheet: Sheet, legend: Sequence[Key]) -> None:
    """Place a legend: marks and words side by side, in as many lines as it takes."""
    if not legend:
        return
    box, air, along = 16, 22, 0.0
    sheet.y += LINE + 10
    for key in legend:
        words = f"{key.label} {key.count}" if key.count else key.label
        needed = box + 8 + width(words, TEXT, SIZE)
        if along and along + needed > sheet.room:
            sheet.y += LINE + 2
            along = 0
        sheet.y -= LINE - 2
        sheet.place(key.mark, along, box, box, "0 0 20 20")
        sheet.y += LINE - 2
        sheet.put(words, "words", SIZE, along + box + 8)
        along += needed + air
