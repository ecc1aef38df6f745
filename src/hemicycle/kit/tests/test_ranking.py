"""Rankings joined and judged, against figures worked out by hand."""

import pytest

from hemicycle.kit.ranking import by_score, fused, recall_at, reciprocal_rank


def test_what_both_rankings_hold_comes_first():
    scores = fused([["a", "b", "c"], ["c", "d"]])

    assert list(scores) == ["c", "a", "b", "d"]
    assert scores["c"] == pytest.approx(1 / 63 + 1 / 61)
    assert scores["a"] == pytest.approx(1 / 61)


def test_a_weight_makes_one_ranking_count_less():
    assert list(fused([["a"], ["b"]], weights=[0.5, 1])) == ["b", "a"]


def test_equals_stay_in_the_order_of_the_first_ranking():
    assert list(fused([["a"], ["b"]])) == ["a", "b"]
    assert fused([]) == {}


def test_scores_are_sorted_and_equals_keep_their_order():
    assert list(by_score({"a": 1, "b": 2, "c": 1})) == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("found", "wanted", "share"),
    [
        (["a", "b", "c"], {"c"}, 1),
        (["a", "b", "c"], {"c", "x"}, 0.5),
        (["a", "b", "c", "d"], {"d"}, 0),
        (["a", "b", "c"], {"a", "b", "c", "d"}, 1),
        ([], {"a"}, 0),
    ],
)
def test_recall_counts_what_was_wanted_among_the_first(found, wanted, share):
    assert recall_at(3, found, wanted) == share


def test_recall_of_nothing_is_refused():
    with pytest.raises(ValueError, match="not defined"):
        recall_at(5, ["a"], set())


def test_the_reciprocal_rank_is_that_of_the_first_hit():
    assert reciprocal_rank(["a", "b", "c"], {"b", "c"}) == 0.5
    assert reciprocal_rank(["a"], {"b"}) == 0
