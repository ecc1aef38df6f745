"""Charts on pages: well-formed, without inline style, mirrored where lines run from the right, light."""

import gzip
import re
from xml.etree import ElementTree as ET

import pytest
from django.template import engines
from django.utils import translation

from hemicycle.kit.charts import (
    Band,
    Bar,
    Bars,
    Base,
    DotPlot,
    DotRow,
    Group,
    HeatRow,
    HeatTable,
    Hemicycle,
    Point,
    Slope,
    SlopeLine,
    Tile,
    TileGrid,
)
from hemicycle.ui.charts import shown
from hemicycle.ui.charts.words import base_words, measured, unit_words

COMMON = {"base": Base(115, wave=120), "source": "World <e-Parliament> survey", "as_of": "2024-05"}
TONES = ("yes", "partly", "planned", "no", "not_applicable", "no_answer", "neutral")
BANDS = (Band("none yet", 0), Band("one", 1), Band("two or more", 2))

HEMICYCLE = Hemicycle(
    key="tones",
    reading="41 of 115 chambers & counting.",
    groups=tuple(Group(tone, f"Answer <{tone}>", 17, tone) for tone in TONES),
    **COMMON,
)
BARS = Bars(
    key="bars",
    reading="Where the chamber stands.",
    bars=(Bar("a", "Rules & roles", 62, 55, 70, 48), Bar("b", "Systems", None)),
    mark_label="Middle of 12 peers",
    **COMMON,
)
DOTS = DotPlot(
    key="dots",
    reading="Richer is not always more.",
    series=("A", "B", "C", "D", "E"),
    dot_rows=(DotRow("x", "Drafting", (Point(10, 5, 20), Point(20), Point(None), Point(40), Point(50))),),
    **COMMON,
)
SLOPE = Slope(
    key="slope",
    reading="XML doubled.",
    lines=(SlopeLine("a", "XML for bills", 21, 42, emphasis=True), SlopeLine("b", "Cloud", None, 30)),
    before_label="2018",
    after_label="2020",
    **COMMON,
)
HEAT = HeatTable(
    key="heat",
    reading="Europe publishes most.",
    columns=("Votes", "Bills"),
    heat_rows=(HeatRow("a", "Africa", (0, 1)), HeatRow("b", "Asia", (2, None))),
    bands=BANDS,
    measure="count",
    **COMMON,
)
TILES = TileGrid(
    key="world",
    reading="Cases by country.",
    tiles=(Tile("ZM", "Zambia", 2, 3, 4, "/en/parliaments/ZM/"), Tile("CI", "Côte d’Ivoire", 1, 1, None)),
    bands=BANDS,
    **COMMON,
)
CHARTS = (HEMICYCLE, BARS, DOTS, SLOPE, HEAT, TILES)
IDS = [chart.kind for chart in CHARTS]


@pytest.fixture
def figure():
    """Draw the macro of figures."""

    def drawn(chart, address=None):
        module = engines["jinja2"].env.get_template("ui/charts/figure.html").module
        return str(module.figure(chart, address))

    return drawn


def parsed(html):
    return ET.fromstring(html.replace(" download>", ' download="">'))  # noqa: S314  # drawn a line above


@pytest.mark.parametrize("chart", CHARTS, ids=IDS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_figure_is_well_formed_and_has_no_inline_style(figure, chart, language):
    with translation.override(language):
        html = figure(chart, "/en/figures/x")

    root = parsed(html)
    assert [element.tag for element in root.iter() if "style" in element.attrib or element.tag == "style"] == []
    identifiers = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(identifiers) == len(set(identifiers))
    pointed = [name for element in root.iter() for name in (element.get("aria-labelledby") or "").split()]
    assert set(pointed) - set(identifiers) == set()


def test_a_figure_says_what_it_shows_and_on_what_it_rests(figure):
    root = parsed(figure(HEMICYCLE, "/en/figures/tones"))

    said = {element.get("class"): " ".join("".join(element.itertext()).split()) for element in root.iter("p")}
    assert said == {
        "chart-reading": "41 of 115 chambers & counting.",
        "chart-notes": "One dot is one chamber. Base: 115 of 120 chambers. "
        "Source: World <e-Parliament> survey, May 2024.",
        "chart-downloads": "Download: SVG PNG CSV",
    }
    assert [link.get("href") for link in root.iter("a")] == [
        "/en/figures/tones.svg",
        "/en/figures/tones.png",
        "/en/figures/tones.csv",
    ]


def test_a_figure_without_address_offers_no_downloads(figure):
    assert "chart-downloads" not in figure(HEMICYCLE)


@pytest.mark.parametrize("chart", [HEMICYCLE, BARS, DOTS, SLOPE, TILES], ids=lambda chart: chart.kind)
def test_the_table_under_a_figure_holds_every_value(figure, chart):
    root = parsed(figure(chart))

    body = root.find(".//details//tbody")
    written = [["".join(cell.itertext()) for cell in row] for row in body]
    values = [["not known" if cell is None else str(cell) for cell in row] for row in chart.table().rows]
    assert written == values


def test_a_heat_table_is_its_own_table_of_values(figure):
    html = figure(HEAT)

    cells = [(cell.get("class"), cell.text) for cell in parsed(html).iter("td")]
    assert cells == [(None, "Item"), ("s0", "0"), ("s2", "1"), ("s4", "2"), ("sx", "not known")]
    assert "<details" not in html


def test_a_hemicycle_draws_one_dot_for_each_chamber():
    drawing = str(shown(HEMICYCLE).drawing)

    drawn = {
        name.removeprefix("dot dot-"): len(re.findall("[Mm]", path))
        for name, path in re.findall(r'class="(dot [\w-]+)"[^>]* d="([^"]+)"', drawing)
    }
    assert drawn == {tone.replace("_", "-"): 17 for tone in TONES}


def test_a_hemicycle_is_named_and_described():
    root = parsed(str(shown(HEMICYCLE).drawing))

    assert (root.get("role"), root[0].tag, root[1].tag) == ("img", "title", "desc")
    assert root[0].text == "41 of 115 chambers & counting."
    assert root[1].text == "; ".join(f"Answer <{tone}>: 17" for tone in TONES)


def test_seven_hundred_dots_stay_light():
    groups = (Group("a", "A", 300, "yes"), Group("b", "B", 200, "no_answer"), Group("c", "C", 200, "no"))
    chart = Hemicycle(key="large", reading="700 seats.", groups=groups, unit="seat", **COMMON)

    packed = gzip.compress(str(shown(chart).drawing).encode())

    assert len(packed) < 5000


def places(path):
    """Absolute places of the dots in a path of relative moves."""
    here, found = [0, 0], []
    for dx, dy in re.findall(r"[Mm](-?[\d.]+) ?(-?[\d.]+)h0", path):
        here = [here[0] + float(dx), here[1] + float(dy)]
        found.append(tuple(here))
    return sorted(found)


def test_in_arabic_the_first_group_begins_at_the_right():
    two = (Group("a", "A", 5, "yes"), Group("b", "B", 8, "neutral"))
    chart = Hemicycle(key="two", reading="13 seats.", groups=two, unit="seat", **COMMON)

    left = str(shown(chart).drawing)
    with translation.override("ar"):
        right = str(shown(chart).drawing)

    first = re.compile(r'dot-yes"[^>]* d="([^"]+)"')
    assert places(first.search(right)[1]) == sorted((2000 - x, y) for x, y in places(first.search(left)[1]))
    assert (' direction="rtl"' in left, ' direction="rtl"' in right) == (False, True)


def test_in_arabic_bars_grow_from_the_right():
    bar = re.compile(r'<rect class="bar-value" x="([^"]+)" y="4" width="([^"]+)"')

    left = bar.findall(str(shown(BARS).drawing))
    with translation.override("ar"):
        right = bar.findall(str(shown(BARS).drawing))

    assert (left, right) == ([("0", "62%")], [("38%", "62%")])


def test_bars_explain_their_parts_only_when_there_is_more_than_one():
    plain = Bars(key="plain", reading="Plain.", bars=(Bar("a", "A", 5),), **COMMON)

    assert [key.label for key in shown(BARS).legend] == ["Value", "Interval", "Middle of 12 peers"]
    assert shown(plain).legend == ()


def test_a_bar_nobody_knows_has_words_and_no_track():
    items = parsed(f"<div>{shown(BARS).drawing}</div>").findall(".//li")

    assert [child.get("class") for child in items[1]] == ["chart-row-label", "chart-row-unknown"]
    assert items[1][1].text == "not known"


def test_points_of_a_series_keep_their_shape_in_plot_and_legend():
    it = shown(DOTS)

    drawn = re.findall(r'class="point point-(\d)"', str(it.drawing))
    explained = [re.search(r'class="point point-(\d)"', str(key.mark))[1] for key in it.legend[:-1]]
    assert (sorted(drawn), explained) == (["0", "1", "3", "4"], ["0", "1", "2", "3", "4"])
    assert it.legend[-1].label == "Interval"


def test_a_line_with_one_known_wave_is_a_single_point():
    drawing = str(shown(SLOPE).drawing)

    assert (drawing.count('class="slope-line'), drawing.count("<circle")) == (1, 3)


def test_tiles_are_links_with_names_in_their_places(figure):
    root = parsed(figure(TILES))

    world = root.find(".//div[@class='chart-world']")
    tiles = [(tile.tag, tile.get("class"), tile.get("href"), "|".join(tile.itertext())) for tile in world]
    assert tiles == [
        ("b", "c1 r1 sx", None, "CI|Côte d’Ivoire: not known"),
        ("a", "c2 r3 s4", "/en/parliaments/ZM/", "ZM|Zambia: 4"),
    ]
    assert [key.label for key in shown(TILES).legend] == ["none yet", "one", "two or more", "not known"]


def test_the_world_is_not_mirrored():
    left = str(shown(TILES).drawing)
    with translation.override("ar"):
        right = str(shown(TILES).drawing)

    assert re.findall('class="(c[^"]+)"', right) == re.findall('class="(c[^"]+)"', left)


def test_a_world_of_198_links_stays_light():
    tiles = tuple(
        Tile(
            f"{chr(65 + n % 26)}{chr(65 + n // 26)}",
            f"Country number {n * 7919 % 1000}",
            n % 25 + 1,
            n // 25 + 1,
            n % 4,
            f"/en/parliaments/{chr(65 + n % 26)}{chr(65 + n // 26)}/",
        )
        for n in range(198)
    )
    chart = TileGrid(key="world", reading="Cases by country.", tiles=tiles, bands=BANDS, **COMMON)

    assert len(gzip.compress(str(shown(chart).drawing).encode())) < 6000


def test_words_around_charts_follow_number_and_language():
    assert base_words(Base(1, "case")) == "Base: 1 case."
    assert measured(62, "percent") == "62%"
    assert measured(61.96, "score") == "62"
    large = Hemicycle(key="large", reading="2,980 seats.", groups=(Group("s", "Seats", 2980),), unit="seat", **COMMON)
    assert unit_words(large) == "One dot stands for 5 seats, rounded."
