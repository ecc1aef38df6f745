"""Charts as files: SVG and PNG that stand alone, and CSV with every value."""

from csv import writer
from io import StringIO

import resvg_py
from django.utils.translation import override

from hemicycle.kit.charts import Chart, Table

from . import blocks
from .legend import legend
from .sheet import Sheet
from .typesetting import FILES
from .words import notes

# The width of a figure in its own units; a PNG multiplies it.
WIDTH = 720


def svg(chart: Chart, language: str) -> str:
    """Write the whole figure with its words as one SVG, in the light colours of the site."""
    with override(language):
        sheet = Sheet(language, WIDTH)
        sheet.write(chart.reading, "title", 21)
        sheet.y += 18
        blocks.draw(sheet, chart)
        blocks.keys(sheet, legend(chart))
        sheet.y += 14
        sheet.write(" ".join(notes(chart)), "words", 13)
        return sheet.finished(chart.reading, described(chart.table()))


def png(chart: Chart, language: str, width: int = 1200) -> bytes:
    """Draw the same figure as a picture so many pixels wide, with our own fonts and none of the machine's."""
    return raster(svg(chart, language), width)


def raster(drawing: str, width: int) -> bytes:
    """Turn SVG into PNG."""
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, width=width, skip_system_fonts=True, font_files=list(FILES)))


def csv(chart: Chart) -> str:
    """Write every value under machine-readable column names; a value nobody knows is an empty cell."""
    table = chart.table()
    text = StringIO()
    lines = writer(text)
    lines.writerow(table.columns)
    lines.writerows(table.rows)
    return text.getvalue()


def described(table: Table) -> str:
    """Say every row in words, for those who do not see the drawing."""
    return "; ".join(", ".join("" if cell is None else str(cell) for cell in row) for row in table.rows)
