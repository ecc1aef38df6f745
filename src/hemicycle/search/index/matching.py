"""From matches of words and nearness of meaning to one ranking of things."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from hemicycle.kit import ranking, vectors
from hemicycle.search.index.memory import Memory, Places
from hemicycle.search.index.words import Match

# A text must hold words that carry at least this share of the weight of all words that any text holds.
LEAST_COVERED = 0.5
# What is in the language of the page, or holds the very phrase, ranks a little higher.
OWN_LANGUAGE = 1.15
PHRASE = 1.3

# A name is so short that any word of it seems to be all it is about; what tells more goes first.
NAME = 0.5

# Below this cosine, nonsense begins: measured on the questions of the bench that should find nothing.
LEAST_NEAR = 0.28
# What is much farther than the nearest thing is not shown for its meaning alone.
LEAST_SHARE = 0.6
# For what is shown to people who have not asked for it.
LEAST_ALIKE = 0.38
LEAST_SHARE_ALIKE = 0.8
MOST_BY_MEANING = 50
# A thing that is near in several passages is nearer than its best passage says.
FURTHER_PASSAGES = 2
WEIGHT_OF_FURTHER = 0.1

WEIGHT_OF_WORDS = 1.0
WEIGHT_OF_MEANING = 1.0
# One word alone is mostly a name, which an encoder of sentences does not know.
WEIGHT_OF_ONE_WORDS_MEANING = 0.7


@dataclass(frozen=True)
class Ranked:
    """Places of things, best first, with the place of the text that spoke for each."""

    order: Sequence[int] = ()
    text: Mapping[int, int] = field(default_factory=dict)
    # For words: which of the question's words each of those texts holds, as bits; the phrase is the last.
    holding: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Texts:
    """Places of texts with their scores, and the words of the question that each holds, as bits."""

    places: Places
    scores: NDArray[np.float64]
    holding: Places


def by_words(memory: Memory, matches: Sequence[Match], words: int, language: str) -> Ranked:
    """Rank things by the sum of their words' scores, in the best of their texts."""
    if not matches or not memory.texts:
        return Ranked()
    numbers, keys, scores = (np.array(column) for column in zip(*matches, strict=True))
    places = memory.places_of_texts(keys.astype(np.intp))
    held = places >= 0
    texts = _by_text(numbers[held], places[held], scores[held], words, len(memory.texts))
    own = memory.language_of_text[texts.places] == language
    phrase = texts.holding >> words & 1 == 1
    name = memory.is_name[texts.places]
    favour = np.where(own, OWN_LANGUAGE, 1) * np.where(phrase, PHRASE, 1) * np.where(name, NAME, 1)
    return _best_of_things(memory, replace(texts, scores=texts.scores * favour))


def _by_text(numbers: Places, places: Places, scores: NDArray[np.float64], words: int, all_texts: int) -> Texts:
    """Add up what each text met; one that misses most of what the question is about is left out.

    Words weigh by their rarity, and those that no text holds weigh nothing. The phrase is no word: it only favours.
    """
    texts, at = np.unique(places, return_inverse=True)
    holders = np.bincount(numbers, minlength=words + 1)[:words]
    rarity = np.append(np.where(holders > 0, np.log(1 + all_texts / np.maximum(holders, 1)), 0), 0)
    covered = np.bincount(at, weights=rarity[numbers], minlength=len(texts)) / max(rarity.sum(), 1e-9)
    total = np.bincount(at, weights=np.where(numbers < words, scores, 0), minlength=len(texts)) * covered
    holding = np.bincount(at, weights=2.0**numbers, minlength=len(texts)).astype(np.intp)
    enough = covered >= LEAST_COVERED
    return Texts(texts[enough], total[enough], holding[enough])


def _best_of_things(memory: Memory, texts: Texts) -> Ranked:
    order = np.argsort(-texts.scores, kind="stable")
    things, first = np.unique(memory.thing_of_text[texts.places[order]], return_index=True)
    best = order[np.sort(first)]
    things = memory.thing_of_text[texts.places[best]]
    return Ranked(
        order=things.tolist(),
        text=dict(zip(things.tolist(), texts.places[best].tolist(), strict=True)),
        holding=dict(zip(things.tolist(), texts.holding[best].tolist(), strict=True)),
    )


def by_meaning(memory: Memory, asked: vectors.Matrix) -> Ranked:
    """Rank things by the cosine of their nearest passages with the question, down to where nonsense begins."""
    if not len(memory.matrix) or not asked.size:
        return Ranked()
    near = vectors.similarities(memory.matrix, asked)
    likely = np.flatnonzero(near >= LEAST_NEAR)
    if not len(likely):
        return Ranked()
    likely = likely[vectors.nearest(near[likely], MOST_BY_MEANING * 20)]
    passages: dict[int, list[int]] = {}
    for at in likely.tolist():
        passages.setdefault(int(memory.thing_of_vector[at]), []).append(at)
    scores = ranking.by_score({thing: _nearness(near, found) for thing, found in passages.items()})
    floor = max(scores.values()) * LEAST_SHARE
    order = [thing for thing, score in scores.items() if score >= floor][:MOST_BY_MEANING]
    return Ranked(order, {thing: int(memory.text_of_vector[passages[thing][0]]) for thing in order})


def _nearness(near: NDArray[np.float32], passages: Sequence[int]) -> float:
    best, *further = passages[: 1 + FURTHER_PASSAGES]
    return float(near[best] + WEIGHT_OF_FURTHER * sum(near[at] for at in further))


def nearest_of_kind(memory: Memory, asked: vectors.Matrix, kind: str, most: int) -> list[int]:
    """The keys of the things of one kind of which a passage is near; stricter than a search, since nobody has asked."""
    mine = np.array([thing.kind == kind for thing in memory.things], dtype=np.bool_)[memory.thing_of_vector]
    near = np.where(mine, vectors.similarities(memory.matrix, asked), -1)
    best: dict[int, float] = {}
    for at in np.flatnonzero(near >= LEAST_ALIKE).tolist():
        thing = memory.things[int(memory.thing_of_vector[at])].pk
        best[thing] = max(best.get(thing, 0), float(near[at]))
    scores = ranking.by_score(best)
    floor = max(scores.values(), default=0) * LEAST_SHARE_ALIKE
    return [key for key, score in scores.items() if score >= floor][:most]


def fused(worded: Ranked, meant: Ranked, words: int) -> list[int]:
    """One order of things out of two, for a question of so many words."""
    meaning = WEIGHT_OF_MEANING if words > 1 else WEIGHT_OF_ONE_WORDS_MEANING
    return list(ranking.fused((worded.order, meant.order), weights=(WEIGHT_OF_WORDS, meaning)))
