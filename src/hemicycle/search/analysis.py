"""Which things are alike, by what they say and by what they are about."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hemicycle.kit import vectors
from hemicycle.search.index.memory import Memory
from hemicycle.search.states import TOPICAL_FACETS

# Of each kind so many neighbours are kept.
MOST_OF_A_KIND = 8
LEAST_ALIKE = 0.25
WEIGHT_OF_MEANING = 0.6
WEIGHT_OF_TOPICS = 0.4
PORTION = 500

Alike = NDArray[np.float32]


def neighbours(memory: Memory) -> dict[int, list[int]]:
    """For every thing that has topics, the keys of those most like it, nearest first; at most a few of each kind."""
    topics = _topics(memory)
    places = np.flatnonzero(topics.any(axis=1)).tolist()
    meanings, topics = _meanings(memory)[places], topics[places]
    kinds = np.array([memory.things[at].kind for at in places], dtype=np.str_)
    keys = [memory.things[at].pk for at in places]
    found: dict[int, list[int]] = {}
    for start in range(0, len(places), PORTION):
        rows = slice(start, start + PORTION)
        alike = WEIGHT_OF_MEANING * (meanings[rows] @ meanings.T) + WEIGHT_OF_TOPICS * (topics[rows] @ topics.T)
        for at, scores in enumerate(alike, start):
            scores[at] = -1
            found[keys[at]] = [keys[other] for other in _nearest(scores, kinds)]
    return found


def _nearest(scores: Alike, kinds: NDArray[np.str_]) -> list[int]:
    near = [at for kind in np.unique(kinds) for at in _nearest_of(scores, kinds == kind)]
    return sorted(near, key=lambda at: -scores[at])


def _nearest_of(scores: Alike, among: NDArray[np.bool_]) -> Iterator[int]:
    places = np.flatnonzero(among & (scores >= LEAST_ALIKE))
    yield from places[vectors.nearest(scores[places], MOST_OF_A_KIND)].tolist()


def _meanings(memory: Memory) -> Alike:
    """One vector a thing: the mean of all its passages in all languages."""
    total = np.zeros((len(memory.things), memory.matrix.shape[1]), dtype=np.float32)
    np.add.at(total, memory.thing_of_vector, memory.matrix)
    return vectors.unit(total)


def _topics(memory: Memory) -> Alike:
    """One row a thing, one column a topic; a topic that everything has says little."""
    columns = [
        places
        for facet, values in sorted(memory.bearing.items())
        if facet in TOPICAL_FACETS
        for places in values.values()
    ]
    table = np.zeros((len(memory.things), len(columns)), dtype=np.float32)
    for column, places in enumerate(columns):
        table[places, column] = np.log(1 + len(memory.things) / len(places))
    return vectors.unit(table)
