"""Charts that leave the site: SVG and PNG that stand alone, CSV, and pictures for link previews."""

from csv import reader
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from django.http import Http404
from PIL import Image

from hemicycle.kit.charts import Base, Group, Hemicycle, TileGrid
from hemicycle.ui.charts.export import csv, png, svg
from hemicycle.ui.charts.palette import colours, marks
from hemicycle.ui.charts.preview import preview
from hemicycle.ui.charts.typesetting import FILES, TEXT, TITLE, broken, width
from hemicycle.ui.charts.views import download

from .test_charts import BANDS, CHARTS, HEMICYCLE, IDS

NAMESPACE = "{http://www.w3.org/2000/svg}"


def picture(data):
    image = Image.open(BytesIO(data))
    image.load()
    return image.convert("RGB")


def ink(image, box):
    """How many points of a part of a picture are not paper."""
    paper = image.getpixel((0, 0))
    return sum(count for count, colour in image.crop(box).getcolors(1_000_000) if colour != paper)


@pytest.mark.parametrize("chart", CHARTS, ids=IDS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_downloaded_drawing_stands_alone(chart, language):
    drawing = svg(chart, language)

    root = ET.fromstring(drawing)  # noqa: S314  # drawn a line above
    assert root.find(f"{NAMESPACE}title").text == chart.reading
    assert [element.tag for element in root.iter() if "style" in element.attrib] == []
    assert "var(" not in drawing


@pytest.mark.parametrize("chart", CHARTS, ids=IDS)
def test_a_downloaded_picture_can_be_opened(chart):
    image = picture(png(chart, "en", width=360))

    assert image.width == 360
    assert ink(image, (0, 0, *image.size)) > 1000


def test_a_table_of_values_is_the_same_in_csv():
    rows = list(reader(StringIO(csv(HEMICYCLE))))

    table = HEMICYCLE.table()
    assert rows == [list(table.columns), *([str(cell) for cell in row] for row in table.rows)]


def test_unknown_values_are_empty_cells():
    chart = Hemicycle(key="none", reading="None.", base=Base(0), source="–", as_of="", groups=(Group("a", "A, B", 0),))

    assert csv(chart) == 'group,chambers,percent\r\n"A, B",0,\r\n'


@pytest.mark.parametrize(
    ("extension", "kind", "name", "start"),
    [
        ("svg", "image/svg+xml", "tones-fr.svg", b"<svg xmlns="),
        ("png", "image/png", "tones-fr.png", b"\x89PNG"),
        ("csv", "text/csv; charset=utf-8", "tones.csv", b"group,chambers,percent\r\n"),
    ],
)
def test_downloads_have_a_kind_and_a_name(extension, kind, name, start):
    response = download("fr", HEMICYCLE, extension)

    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert response.content.startswith(start)


def test_other_kinds_of_files_are_not_found():
    with pytest.raises(Http404):
        download("en", HEMICYCLE, "html")


def test_previews_have_the_size_that_messengers_expect():
    image = picture(preview("Members lead modernisation", "Zambia", "In use since 2021", "en", chart=HEMICYCLE))

    assert image.size == (1200, 630)
    assert ink(image, (700, 150, 1200, 600)) > 10_000


def test_arabic_previews_begin_at_the_right_and_are_shaped():
    image = picture(preview("برلمان", "زامبيا", "قيد الاستخدام", "ar"))

    assert ink(image, (0, 0, 600, 600)) == 0
    assert ink(image, (600, 150, 1200, 600)) > 2000
    # Joined letters leave fewer gaps between columns of ink than letters that stand alone.
    columns = [ink(image, (x, 250, x + 1, 360)) > 0 for x in range(600, 1200)]
    strokes = sum(1 for before, here in pairwise(columns) if here and not before)
    assert strokes <= 4


def test_a_map_of_no_countries_is_still_a_file():
    empty = TileGrid(
        key="world", reading="Nothing yet.", base=Base(0, "case"), source="Library", as_of="", tiles=(), bands=BANDS
    )

    words = [text.text for text in ET.fromstring(svg(empty, "en")).iter(f"{NAMESPACE}text")]  # noqa: S314  # drawn here

    assert words[0] == "Nothing yet."


def test_long_titles_end_in_an_ellipsis():
    lines = broken("parliament " * 60, TITLE, 46, 1000, most=5)

    assert len(lines) == 5
    assert lines[-1].endswith("parliament …")
    assert all(width(line, TITLE, 46) <= 1000 for line in lines)


def test_lines_keep_every_word():
    text = "Hybrid sittings, above all voting, were hard to manage. البرلمان 2021"

    lines = broken(text, TEXT, 14, 120)

    assert " ".join(lines) == text
    assert len(lines) == 5


def test_the_fonts_come_with_their_licence_and_stay_small():
    folder = Path(FILES[0]).parent

    assert sum(path.stat().st_size for path in folder.glob("*.ttf")) < 400_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text(encoding="utf-8")


def test_every_colour_of_the_marks_is_a_colour_of_the_site():
    assert colours()["answer-yes"] == "#0f5c4d"
    assert marks().count("#") > 30
