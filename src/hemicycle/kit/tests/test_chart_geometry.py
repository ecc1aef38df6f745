"""The hemicycle's geometry and the fair rounding behind it."""

from math import dist

import pytest

from hemicycle.kit.charts import apportion, arc_positions, spread, ticks

SIZES = range(1, 701)


def nearest(positions):
    ordered = sorted(positions)
    best = float("inf")
    for number, place in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other[0] - place[0] >= best:
                break
            best = min(best, dist(place, other))
    return best


def test_every_size_has_its_dots_inside_the_box():
    for n in SIZES:
        arcs = arc_positions(n)

        outside = [
            (x, y)
            for x, y in arcs.positions
            if not (
                arcs.radius - 1e-9 <= x <= 2 - arcs.radius + 1e-9
                and arcs.radius - 1e-9 <= y <= arcs.height - arcs.radius + 1e-9
            )
        ]
        assert (n, len(arcs.positions), outside) == (n, n, [])


def test_no_two_dots_of_any_size_touch():
    touching = [n for n in SIZES if nearest(arc_positions(n).positions) <= 2 * arc_positions(n).radius]

    assert touching == []


def test_every_size_is_symmetric():
    def rounded(positions):
        return sorted((round(x, 9), round(y, 9)) for x, y in positions)

    crooked = [
        n
        for n in SIZES
        if rounded(arc_positions(n).positions) != rounded((2 - x, y) for x, y in arc_positions(n).positions)
    ]

    assert crooked == []


def test_rows_stand_one_inside_the_other_about_one_centre():
    arcs = arc_positions(167)

    radii = {round(dist(place, (1, 1)), 6) for place in arcs.positions}

    assert len(radii) == 7
    assert max(radii) == round(1 - arcs.radius, 6)


def test_a_lonely_dot_sits_in_the_middle_at_the_top():
    arcs = arc_positions(1)

    assert arcs.positions == ((pytest.approx(1), pytest.approx(arcs.radius)),)


def test_no_dots_and_fewer():
    assert arc_positions(0).positions == ()
    with pytest.raises(ValueError, match="-1 dots cannot be drawn"):
        arc_positions(-1)


def test_largest_remainders_are_fair():
    assert apportion(10, [33, 33, 34]) == [3, 3, 4]
    assert apportion(5, [1, 1, 1]) == [2, 2, 1]
    assert apportion(0, [3, 4]) == [0, 0]


def test_floors_are_paid_by_those_who_exceed_their_due_most():
    assert apportion(10, [997, 2, 1], [1, 1, 1]) == [8, 1, 1]


def test_what_cannot_be_shared_is_refused():
    with pytest.raises(ValueError, match="cannot be shared"):
        apportion(3, [0, 0])
    with pytest.raises(ValueError, match="cannot be shared"):
        apportion(1, [1, 1], [1, 1])


def test_labels_that_overlap_move_apart_about_their_mean():
    assert spread([10, 12, 90], [20, 20, 20], 0, 100) == (1, 21, 90)
    assert spread([12, 10], [10, 10], 0, 100) == (16, 6)
    assert spread([0, 1], [10, 30], 0, 100) == (0, 20)
    assert spread([], [], 0, 100) == ()


def test_labels_without_room_are_refused():
    with pytest.raises(ValueError, match="3 labels do not fit"):
        spread([1, 2, 3], [60, 60, 60], 0, 100)


def test_ticks_are_round():
    assert ticks(100) == (0, 20, 40, 60, 80, 100)
    assert ticks(7) == (0, 2, 4, 6)
    assert ticks(0.9) == (0, 0.2, 0.4, 0.6, 0.8)
    assert ticks(12) == (0, 2.5, 5, 7.5, 10)
