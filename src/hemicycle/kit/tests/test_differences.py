"""What changed, word by word."""

import pytest

from hemicycle.kit.differences import Piece, difference, is_changed

PAIRS = [
    ("", ""),
    ("", "New."),
    ("Gone.", ""),
    ("Voting by paper, in 2019.", "Voting by tablet, in 2019."),
    ("الجمعية الوطنية", "الجمعية الوطنية الجديدة"),
    ("one\n\ntwo " * 4_000, "one\n\nthree " * 4_000),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_pieces_give_both_texts_back(old, new):
    pieces = difference(old, new)

    assert "".join(piece.text for piece in pieces if piece.change != "new") == old
    assert "".join(piece.text for piece in pieces if piece.change != "gone") == new


def test_a_word_is_exchanged_and_the_rest_stays():
    assert difference("Voting by paper.", "Voting by tablet.") == (
        Piece("same", "Voting by "),
        Piece("gone", "paper"),
        Piece("new", "tablet"),
        Piece("same", "."),
    )


def test_space_alone_is_no_change():
    assert not is_changed("a  b\n", "a b")
    assert is_changed("a b", "a c")
