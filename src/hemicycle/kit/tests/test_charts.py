"""The charts as data: what they refuse, how they group, and that their tables hold every value."""

import pytest

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
    Table,
    Tile,
    TileGrid,
    arc_positions,
    band_of,
    depth,
)

COMMON = {
    "key": "roll-call",
    "reading": "23 of 31 chambers publish how each member voted.",
    "base": Base(31),
    "source": "Legislative openness survey",
    "as_of": "2016",
}


def seats(*counts, **given):
    groups = tuple(Group(f"g{place}", f"Group {place}", count) for place, count in enumerate(counts))
    return Hemicycle(**COMMON, groups=groups, unit="seat", **given)


def test_a_dot_is_one_seat_up_to_seven_hundred():
    assert (seats(700).per_dot, seats(700).dots) == (1, (700,))
    assert (seats(701).per_dot, seats(701).dots) == (2, (351,))
    assert (seats(2980).per_dot, seats(2980).dots) == (5, (596,))
    assert seats(70_001).per_dot == 200


def test_a_small_group_keeps_a_dot_in_a_large_chamber():
    chart = seats(2900, 79, 1, 0)

    assert chart.dots == (580, 15, 1, 0)


def test_wedges_part_the_dots_by_angle_without_loss():
    chart = seats(12, 0, 30, 25)

    wedges = chart.wedges()

    assert [len(wedge.positions) for wedge in wedges] == [12, 0, 30, 25]
    assert tuple(place for wedge in wedges for place in wedge.positions) == arc_positions(67).positions


def test_a_hemicycle_lists_counts_and_shares():
    assert seats(23, 8).table() == Table(("group", "seats", "percent"), (("Group 0", 23, 74.2), ("Group 1", 8, 25.8)))
    assert seats(0).table().rows == (("Group 0", 0, None),)


def test_impossible_hemicycles_are_refused():
    with pytest.raises(ValueError, match="fewer than no members"):
        seats(3, -1)
    with pytest.raises(ValueError, match="more groups than dots"):
        seats(1, 1, 1, most_dots=2)


def test_keys_dates_and_bases_must_be_possible():
    with pytest.raises(ValueError, match="not a chart key"):
        Hemicycle(**COMMON | {"key": "Roll call"}, groups=())
    with pytest.raises(ValueError, match="'January' is not"):
        Hemicycle(**COMMON | {"as_of": "January"}, groups=())
    with pytest.raises(ValueError, match="a base of 5 of 3"):
        Base(5, wave=3)


def test_bars_list_intervals_and_marks_only_where_there_are_some():
    plain = Bars(**COMMON, bars=(Bar("a", "Rules", 62), Bar("b", "Systems", None)))
    full = Bars(**COMMON, bars=(Bar("a", "Rules", 62, 55, 68, 48), Bar("b", "Systems", None)))

    assert plain.table() == Table(("item", "value"), (("Rules", 62), ("Systems", None)))
    assert full.table() == Table(
        ("item", "value", "low", "high", "mark"),
        (("Rules", 62, 55, 68, 48), ("Systems", None, None, None, None)),
    )


@pytest.mark.parametrize(
    "bar",
    [
        Bar("a", "A", 101),
        Bar("a", "A", 50, 60, 70),
        Bar("a", "A", 50, 40),
        Bar("a", "A", -1),
        Bar("a", "A", 5, mark=200),
    ],
)
def test_bars_off_their_scale_are_refused(bar):
    with pytest.raises(ValueError, match=r"^a(:| has only one end)"):
        Bars(**COMMON, bars=(bar,))


def test_a_dot_plot_lists_each_point():
    chart = DotPlot(
        **COMMON,
        series=("Low income", "High income"),
        dot_rows=(DotRow("x", "Drafting", (Point(22, 15, 30), Point(None))),),
    )

    assert chart.table() == Table(
        ("item", "group", "value", "low", "high"),
        (("Drafting", "Low income", 22, 15, 30), ("Drafting", "High income", None, None, None)),
    )


def test_a_dot_plot_refuses_rows_that_miss_a_series():
    with pytest.raises(ValueError, match="1 points for 2 series"):
        DotPlot(**COMMON, series=("A", "B"), dot_rows=(DotRow("x", "X", (Point(1),)),))
    with pytest.raises(ValueError, match="6 series"):
        DotPlot(**COMMON, series=tuple("ABCDEF"), dot_rows=())


def test_a_slope_lists_both_waves_and_the_change():
    lines = (SlopeLine("a", "XML", 21, 42.1), SlopeLine("b", "Cloud", None, 31))
    chart = Slope(**COMMON, lines=lines, before_label="2018", after_label="2020")

    assert chart.table() == Table(
        ("item", "before", "after", "change"), (("XML", 21, 42.1, 21.1), ("Cloud", None, 31, None))
    )


BANDS = (Band("none", 0), Band("one", 1), Band("more", 2))


def test_values_fall_into_the_last_band_they_reach():
    assert [band_of(value, BANDS) for value in (None, -1, 0, 0.5, 1, 2, 99)] == [None, None, 0, 0, 1, 2, 2]
    assert [depth(band, 3) for band in range(3)] == [0, 2, 4]
    assert depth(0, 1) == 0


def test_a_heat_table_lists_its_own_columns():
    chart = HeatTable(**COMMON, columns=("Votes", "Bills"), heat_rows=(HeatRow("a", "Africa", (1, None)),), bands=BANDS)

    assert chart.table() == Table(("item", "Votes", "Bills"), (("Africa", 1, None),))


def test_tiles_list_values_and_classes():
    tiles = (Tile("ZM", "Zambia", 11, 16, 3), Tile("MW", "Malawi", 13, 15, 0), Tile("FJ", "Fiji", 24, 14))
    chart = TileGrid(**COMMON, tiles=tiles, bands=BANDS)

    assert chart.table() == Table(
        ("key", "tile", "value", "class"),
        (("ZM", "Zambia", 3, "more"), ("MW", "Malawi", 0, "none"), ("FJ", "Fiji", None, None)),
    )
    assert (chart.columns, chart.rows) == (24, 16)


def test_tiles_whose_classes_are_words_list_those_and_leave_out_the_rest():
    tiles = (Tile("ZM", "Zambia", 11, 16, 3), Tile("MW", "Malawi", 13, 15, 0))
    chart = TileGrid(**COMMON, tiles=tiles, bands=BANDS, worded=True)

    assert chart.table() == Table(("key", "tile", "class"), (("ZM", "Zambia", "more"),))


def test_the_last_class_can_stand_apart_from_those_before_it():
    assert [depth(band, 4) for band in range(4)] == [0, 1, 3, 4]
    assert [depth(band, 4, apart=True) for band in range(4)] == [0, 1, 2, 4]


def test_tiles_that_clash_are_refused():
    with pytest.raises(ValueError, match="MW has no place of its own"):
        TileGrid(**COMMON, tiles=(Tile("ZM", "Zambia", 1, 1), Tile("MW", "Malawi", 1, 1)), bands=BANDS)


def test_bands_out_of_order_are_refused():
    with pytest.raises(ValueError, match="rising order"):
        TileGrid(**COMMON, tiles=(), bands=(Band("one", 1), Band("none", 0)))
