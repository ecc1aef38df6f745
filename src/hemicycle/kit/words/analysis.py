"""What an index keeps of a text, and what it is asked for a question."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from hemicycle.kit.words import arabic
from hemicycle.kit.words.stems import LATIN, stems
from hemicycle.kit.words.stopwords import is_stop_word
from hemicycle.kit.words.tokens import Token, tokens

LONGEST_TERM = 60
MOST_WORDS = 10


@dataclass(frozen=True)
class Analysed:
    """A text for the index: its words in order, without accents, and the stems of the same words."""

    words: tuple[str, ...]
    stems: tuple[str, ...]


@dataclass(frozen=True)
class QueryWord:
    """One word of a question: as it was written, in its exact forms, by its stems in any language."""

    written: str
    exact: tuple[str, ...]
    stems: tuple[str, ...]


def analyse(text: str, language: str) -> Analysed:
    """The words and stems of a text in one language."""
    found = [token for token in tokens(text) if len(token.folded) <= LONGEST_TERM]
    return Analysed(
        words=tuple(token.folded for token in found),
        stems=tuple(term for token in found for term in _stems_of(token.word, token.joined, language)),
    )


def terms_in(token: Token, language: str) -> tuple[str, ...]:
    """Everything under which one word of a text is found; tells which word of a text a question hit."""
    return (token.folded, *_stems_of(token.word, token.joined, language))


def query_words(question: str) -> tuple[QueryWord, ...]:
    """The words that a question is about, without repeats; what says little is dropped unless it is all there is."""
    found = {token.folded: token for token in tokens(question) if len(token.folded) <= LONGEST_TERM}
    telling = [token for token in found.values() if _is_telling(token)] or list(found.values())
    return tuple(_query_word(token) for token in telling[:MOST_WORDS])


def _is_telling(token: Token) -> bool:
    return not is_stop_word(token.folded) and (len(token.folded) > 1 or token.folded.isdigit())


def _query_word(token: Token) -> QueryWord:
    exact = [token.folded, token.joined]
    # Nobody knows the language of two words: each is stemmed in all languages of its script.
    languages: Iterable[str] = ("ar",) if arabic.is_arabic(token.word) else LATIN
    found = [stem for language in languages for stem in _stems_of(token.word, token.joined, language)]
    return QueryWord(token.written, tuple(filter(None, exact)), tuple(dict.fromkeys(found)))


@lru_cache(maxsize=131_072)
def _stems_of(word: str, joined: str, language: str) -> tuple[str, ...]:
    return tuple(_all_stems(word, joined, language))


def _all_stems(word: str, joined: str, language: str) -> Iterator[str]:
    yield from stems(word, language)
    if joined:
        yield from stems(joined, language) or (joined,)
