"""Words that a misspelt one may have been meant for, among those that an index holds.

The distance is Damerau's in the form of optimal string alignment: insertions, deletions, substitutions and swaps of
neighbours, no part edited twice (G. V. Bard, 2007, Spelling-error tolerant, order-independent pass-phrases).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

SHORTEST_FORGIVEN = 4
SHORTEST_FORGIVEN_TWICE = 8
# A short word resembles many others; its first letter is seldom wrong.
SHORTEST_WITH_ANOTHER_BEGINNING = 8
# So many words are compared letter by letter at most, which bounds the cost of a question.
MOST_COMPARED = 250


@dataclass(frozen=True)
class Suggestion:
    """A word of the vocabulary, how far it is from what was written, and in how many texts it stands."""

    word: str
    distance: int
    texts: int


def distance_allowed(word: str) -> int:
    """How many slips are forgiven: none in short words, one from four letters, two from eight."""
    if len(word) < SHORTEST_FORGIVEN or any(letter.isdigit() for letter in word):
        return 0
    return 1 if len(word) < SHORTEST_FORGIVEN_TWICE else 2


def distance(left: str, right: str, most: int) -> int:
    """The Damerau distance of two words, or `most + 1` as soon as it must be greater than `most`."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, above = above, current
    return min(above[-1], most + 1)


@dataclass(frozen=True)
class Vocabulary:
    """The folded words of an index with the number of texts in which each stands."""

    texts: Mapping[str, int]

    @cached_property
    def _words(self) -> list[str]:
        return [word for word in self.texts if distance_allowed(word) or len(word) == SHORTEST_FORGIVEN - 1]

    @cached_property
    def _lengths(self) -> NDArray[np.int16]:
        return np.array([len(word) for word in self._words], dtype=np.int16)

    @cached_property
    def _letters(self) -> NDArray[np.uint64]:
        return np.array([_letter_bits(word) for word in self._words], dtype=np.uint64)

    def near(self, word: str, most: int = 3) -> tuple[Suggestion, ...]:
        """At most `most` words within the distance allowed, nearest first, then the commonest."""
        allowed = distance_allowed(word)
        if not allowed or not self._words:
            return ()
        likely = self._likely(word, allowed)
        found = [Suggestion(each, distance(word, each, allowed), self.texts[each]) for each in likely]
        near = [each for each in found if each.distance <= allowed and _begins_alike(word, each.word)]
        near.sort(key=lambda each: (each.distance, each.word[0] != word[0], -each.texts, each.word))
        # A word two slips away is no candidate where one is a single slip away.
        return tuple(each for each in near if each.distance == near[0].distance)[:most]

    def _likely(self, word: str, allowed: int) -> list[str]:
        """Words of fitting length whose letters differ little: a slip changes at most two letters of the set."""
        differing = np.bitwise_count(self._letters ^ np.uint64(_letter_bits(word)))
        fitting = np.flatnonzero((differing <= 2 * allowed) & (np.abs(self._lengths - len(word)) <= allowed))
        order = fitting[np.argsort(differing[fitting], kind="stable")]
        return [self._words[at] for at in order[:MOST_COMPARED]]


def _begins_alike(word: str, other: str) -> bool:
    return len(word) >= SHORTEST_WITH_ANOTHER_BEGINNING or word[0] == other[0]


def _letter_bits(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 64)
    return bits
