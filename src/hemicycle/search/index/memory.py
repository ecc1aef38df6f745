"""What each process holds of the index: which text belongs to which thing, the facets, and all vectors in one matrix.

It follows the counters of the index. When they move, only rows that bear another stamp are read again.
"""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from django.db.models import Q
from numpy.typing import NDArray

from hemicycle.core import counters
from hemicycle.kit import vectors
from hemicycle.search.models import IndexedText, IndexedThing
from hemicycle.search.states import KIND, LANGUAGE, MEANINGS, TEXTS

Places = NDArray[np.intp]
Facets = Mapping[str, Sequence[str]]
# Rows of a matrix, or vectors as they are kept, narrower.
Pieces = NDArray[Any]
PORTION = 500


@dataclass(frozen=True)
class Thing:
    """A thing as it is held in memory."""

    pk: int
    kind: str
    facets: Facets
    stamp: int


@dataclass(frozen=True)
class Text:
    """A text as it is held in memory; `vectors` is how many rows of the matrix are its own."""

    pk: int
    thing: int
    language: str
    stamp: int
    # A text without a lead is a name: that of a parliament or of a topic.
    is_name: bool
    vectors: int


@dataclass(frozen=True)
class Memory:
    """The index by places: things and texts are counted from 0 in order of their keys, texts of a thing in a row."""

    things: Sequence[Thing] = ()
    texts: Sequence[Text] = ()
    matrix: vectors.Matrix = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))

    @cached_property
    def text_keys(self) -> Places:
        """Keys of texts in ascending order; `text_order` says where each stands."""
        return np.sort(self._keys)

    @cached_property
    def text_order(self) -> Places:
        return np.argsort(self._keys)

    @cached_property
    def _keys(self) -> Places:
        return np.array([text.pk for text in self.texts], dtype=np.intp)

    @cached_property
    def thing_of_text(self) -> Places:
        place = {thing.pk: at for at, thing in enumerate(self.things)}
        return np.array([place[text.thing] for text in self.texts], dtype=np.intp)

    @cached_property
    def language_of_text(self) -> NDArray[np.str_]:
        return np.array([text.language for text in self.texts], dtype=np.str_)

    @cached_property
    def is_name(self) -> NDArray[np.bool_]:
        return np.array([text.is_name for text in self.texts], dtype=np.bool_)

    @cached_property
    def text_of_vector(self) -> Places:
        return np.repeat(np.arange(len(self.texts)), [text.vectors for text in self.texts])

    @cached_property
    def thing_of_vector(self) -> Places:
        return self.thing_of_text[self.text_of_vector] if len(self.texts) else np.zeros(0, dtype=np.intp)

    @cached_property
    def bearing(self) -> dict[str, dict[str, Places]]:
        """Facet to value to the places of the things that bear it; kind and language are facets like the others."""
        found: dict[str, dict[str, list[int]]] = {KIND: {}, LANGUAGE: {}}
        for at, thing in enumerate(self.things):
            found[KIND].setdefault(thing.kind, []).append(at)
            for name, values in thing.facets.items():
                for value in values:
                    found.setdefault(name, {}).setdefault(value, []).append(at)
        for at, text in zip(self.thing_of_text, self.texts, strict=True):
            found[LANGUAGE].setdefault(text.language, []).append(int(at))
        return {
            name: {value: np.array(places, dtype=np.intp) for value, places in values.items()}
            for name, values in found.items()
        }

    def places_of_texts(self, keys: Places) -> Places:
        """Where these texts stand, -1 for one that is not held."""
        if not len(self.text_keys):
            return np.full(len(keys), -1, dtype=np.intp)
        at = np.minimum(np.searchsorted(self.text_keys, keys), len(self.text_keys) - 1)
        return np.where(self.text_keys[at] == keys, self.text_order[at], -1)


_lock = threading.Lock()
_held: tuple[tuple[str, ...], Memory] = ((), Memory())


def memory() -> Memory:
    """The index as it is now; one small query while it stands still."""
    global _held  # noqa: PLW0603 - one copy per process is the point.
    key = counters.key([TEXTS, MEANINGS])
    if _held[0] != key:
        with _lock:
            if _held[0] != key:
                _held = (key, _read(_held[1]))
    return _held[1]


def _read(before: Memory) -> Memory:
    things = [Thing(*row) for row in IndexedThing.objects.order_by("pk").values_list("pk", "kind", "facets", "stamp")]
    known = {thing.pk for thing in things}
    rows = [row for row in _rows() if row.thing in known]
    held = _held_vectors(before)
    new = _new_vectors([row.pk for row in rows if row.stamp not in held])
    pieces = [held[row.stamp] if row.stamp in held else new.get(row.pk, before.matrix[:0]) for row in rows]
    texts = [replace(row, vectors=len(piece)) for row, piece in zip(rows, pieces, strict=True)]
    return Memory(things, texts, _matrix(pieces))


def _rows() -> list[Text]:
    rows = IndexedText.objects.annotate(is_name=Q(lead="")).order_by("thing", "pk")
    return [Text(*row, vectors=0) for row in rows.values_list("pk", "thing", "language", "stamp", "is_name")]


def _held_vectors(before: Memory) -> dict[int, Pieces]:
    """The vectors in memory by the stamps of their texts."""
    ends = np.cumsum([text.vectors for text in before.texts], dtype=np.intp)
    return {text.stamp: before.matrix[end - text.vectors : end] for text, end in zip(before.texts, ends, strict=True)}


def _new_vectors(keys: Sequence[int]) -> dict[int, Pieces]:
    encoder = vectors.encoder()
    if not encoder.dimensions:
        return {}
    found: dict[int, Pieces] = {}
    for start in range(0, len(keys), PORTION):
        rows = IndexedText.objects.filter(pk__in=keys[start : start + PORTION], model=encoder.model)
        found |= {
            pk: vectors.unpacked(bytes(blob), encoder.dimensions) for pk, blob in rows.values_list("pk", "vectors")
        }
    return found


def _matrix(pieces: Sequence[Pieces]) -> vectors.Matrix:
    """All vectors in one matrix, filled piece by piece: joining copies would take the room twice."""
    full = [piece for piece in pieces if len(piece)]
    if not full:
        return Memory().matrix
    matrix = np.empty((sum(map(len, full)), full[0].shape[1]), dtype=np.float32)
    start = 0
    for piece in full:
        matrix[start : start + len(piece)] = piece
        start += len(piece)
    return matrix
