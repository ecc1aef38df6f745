"""The layout of small family trees."""

import pytest

from hemicycle.kit.graph import Place, family


def test_a_node_alone_stands_in_the_corner():
    assert family(["a"], []) == {"a": Place(0, 0)}


def test_what_follows_stands_below_and_beyond():
    placed = family(["brazil", "zambia", "malawi"], [("brazil", "zambia"), ("zambia", "malawi")])

    assert placed == {"brazil": Place(0, 0), "zambia": Place(1, 1), "malawi": Place(2, 2)}


def test_children_follow_their_parent_before_the_next_family_begins():
    placed = family(["a", "b", "c", "d"], [("a", "c"), ("b", "d")])

    assert [placed[node].row for node in "acbd"] == [0, 1, 2, 3]


def test_a_node_with_two_sources_stands_below_both_and_beyond_the_farther():
    placed = family(["first", "second", "taker"], [("first", "taker"), ("second", "taker")])

    assert placed == {"first": Place(0, 0), "second": Place(1, 1), "taker": Place(2, 2)}


def test_no_line_runs_through_a_node_on_its_way_down():
    edges = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d"), ("e", "d"), ("e", "f")]

    placed = family(list("abcdef"), edges)

    for origin, target in edges:
        between = range(placed[origin].row + 1, placed[target].row)
        assert [node for node, at in placed.items() if at.row in between and at.column == placed[origin].column] == []


def test_the_order_given_decides_between_siblings():
    placed = family(["a", "late", "early"], [("a", "early"), ("a", "late")])

    assert (placed["late"].row, placed["early"].row) == (1, 2)


def test_a_circle_begins_with_the_node_that_was_given_first():
    placed = family(["a", "b"], [("a", "b"), ("b", "a")])

    assert placed == {"a": Place(0, 0), "b": Place(1, 1)}


def test_every_node_has_a_row_even_in_tangled_circles():
    nodes = list("abcdef")
    edges = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "d"), ("f", "d")]

    placed = family(nodes, edges)

    assert sorted(place.row for place in placed.values()) == [0, 1, 2, 3, 4, 5]


def test_an_edge_of_an_unknown_node_is_refused():
    with pytest.raises(KeyError):
        family(["a"], [("a", "b")])
