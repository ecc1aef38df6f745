"""Asks the words of a question of the index; a word that no text holds is sought as it may have been meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hemicycle.kit.words import QueryWord, query_words, tokens
from hemicycle.search.index.words import Match, Words

# What was found under another spelling counts for less than what was found as written.
RESPELT = 0.5


@dataclass(frozen=True)
class Asked:
    """The words of a question, what they met, and what was put in place of those that nobody uses."""

    words: Sequence[QueryWord] = ()
    matches: Sequence[Match] = ()
    respelt: Sequence[bool] = ()
    # What was written, to what was sought in its stead.
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def asked(words: Words, question: str, texts: int) -> Asked:
    """One query for words as written; one or two more where a word is unknown: the vocabulary may be in memory."""
    found = query_words(question)
    matches = words.matches(found, _phrase(question), texts)
    met = {number for number, _, _ in matches}
    unknown = [number for number in range(len(found)) if number not in met]
    near = _near(words, found, unknown) if texts else {}
    if not near:
        return Asked(found, matches, [False] * len(found))
    numbers = list(near)
    respelt = [_respelt(found[number], near[number]) for number in numbers]
    others = words.matches(respelt, (), texts)
    return Asked(
        words=[respelt[numbers.index(number)] if number in near else word for number, word in enumerate(found)],
        matches=[*matches, *((numbers[number], text, score * RESPELT) for number, text, score in others)],
        respelt=[number in near for number in range(len(found))],
        spellings={found[number].written: near[number] for number in numbers},
    )


def _phrase(question: str) -> tuple[str, ...]:
    words = tuple(token.folded for token in tokens(question))
    return words if len(words) > 1 else ()


def _near(words: Words, found: Sequence[QueryWord], unknown: Sequence[int]) -> dict[int, tuple[str, ...]]:
    if not unknown:
        return {}
    vocabulary = words.vocabulary()
    near = {number: vocabulary.near(found[number].exact[0]) for number in unknown}
    return {number: tuple(each.word for each in words_) for number, words_ in near.items() if words_}


def _respelt(word: QueryWord, near: Sequence[str]) -> QueryWord:
    """One word that stands for all its likely spellings."""
    each = [meant for spelling in near for meant in query_words(spelling)]
    return replace(
        word,
        exact=tuple(dict.fromkeys(form for meant in each for form in meant.exact)),
        stems=tuple(dict.fromkeys(stem for meant in each for stem in meant.stems)),
    )
