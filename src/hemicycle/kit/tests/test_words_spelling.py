"""Slips of the hand are forgiven, within bounds."""

import pytest

from hemicycle.kit.words import Vocabulary, distance, distance_allowed

VOCABULARY = Vocabulary(
    {"parliament": 40, "parlement": 30, "parlamento": 20, "vote": 90, "note": 5, "hackathon": 3, "برلمان": 9, "ai": 50}
)


def suggested(word: str) -> list[tuple[str, int]]:
    return [(each.word, each.distance) for each in VOCABULARY.near(word)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("vote", "vote", 0),
        ("voet", "vote", 1),
        ("vot", "vote", 1),
        ("votte", "vote", 1),
        ("vite", "vote", 1),
        ("", "ab", 2),
        ("ca", "abc", 3),
        ("parliament", "government", 4),
    ],
)
def test_distance_counts_slips_and_stops_beyond_the_bound(left, right, expected):
    assert distance(left, right, 3) == expected
    assert distance(right, left, 3) == expected


@pytest.mark.parametrize(
    ("word", "allowed"), [("eu", 0), ("law", 0), ("vote", 1), ("hansard", 1), ("hackaton", 2), ("covid19", 0)]
)
def test_longer_words_are_forgiven_more(word, allowed):
    assert distance_allowed(word) == allowed


def test_the_nearest_words_are_suggested_the_commonest_first():
    assert suggested("parlament") == [("parliament", 1), ("parlement", 1), ("parlamento", 1)]


def test_a_farther_word_is_no_candidate_beside_a_nearer_one():
    assert suggested("parliamant") == [("parliament", 1)]


def test_two_slips_are_forgiven_in_a_long_word():
    assert suggested("hakathno") == [("hackathon", 2)]
    assert suggested("برلمن") == [("برلمان", 1)]


def test_short_words_keep_their_first_letter():
    assert suggested("vota") == [("vote", 1)]
    assert suggested("nota") == [("note", 1)]
    assert suggested("lote") == []
    assert suggested("barlament") == [("parliament", 2), ("parlement", 2), ("parlamento", 2)]


def test_short_words_and_numbers_are_left_alone():
    assert suggested("aj") == []
    assert suggested("2020") == []


def test_nothing_is_suggested_from_an_empty_vocabulary():
    assert Vocabulary({}).near("parlament") == ()
