"""Vectors: kept small, compared exactly, absent without harm."""

import numpy as np
import pytest

from hemicycle.kit import vectors

needs_encoder = pytest.mark.skipif(
    isinstance(vectors.encoder(), vectors.Unavailable), reason="the sentence encoder is not installed"
)


def rows(*values: list[float]) -> vectors.Matrix:
    return np.array(values, dtype=np.float32)


def test_unit_vectors_have_length_one_and_zero_stays_zero():
    made = vectors.unit(rows([3, 4], [0, 0]))

    assert made.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0]]


def test_packing_keeps_rows_at_half_precision():
    given = vectors.unit(rows([1, 2, 3], [4, 5, 6]))

    kept = vectors.packed(given)

    assert len(kept) == 2 * 3 * 2
    assert np.allclose(vectors.unpacked(kept, 3), given, atol=1e-3)
    assert vectors.unpacked(b"", 3).shape == (0, 3)


def test_the_nearest_come_first_and_equals_keep_their_order():
    scores = np.array([0.1, 0.9, 0.5, 0.9], dtype=np.float32)

    assert vectors.nearest(scores, 3).tolist() == [1, 3, 2]
    assert vectors.nearest(scores, 9).tolist() == [1, 3, 2, 0]


def test_similarity_with_nothing_is_nothing():
    assert vectors.similarities(rows([1, 0]), np.zeros(0, dtype=np.float32)).tolist() == [0]
    assert vectors.similarities(np.zeros((0, 0), dtype=np.float32), rows([1, 0])[0]).tolist() == []


def test_without_an_encoder_there_are_no_vectors():
    encoder = vectors.Unavailable()

    assert encoder.model == ""
    assert encoder.encode(["vote"]).shape == (1, 0)


@needs_encoder
def test_the_encoder_brings_languages_together():
    encoder = vectors.encoder()
    french, arabic, english, other = encoder.encode(
        [
            "vote à distance des députés",
            "تصويت النواب عن بعد",
            "remote voting of members of parliament",
            "a recipe for apple pie",
        ]
    )

    assert encoder.encode([]).shape == (0, encoder.dimensions)
    assert np.linalg.norm(french) == pytest.approx(1, abs=1e-5)
    assert (
        min(french @ arabic, french @ english, arabic @ english)
        > max(french @ other, arabic @ other, english @ other) + 0.2
    )
