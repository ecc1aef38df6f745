"""Stems by language, with and without accents, so that either way of writing finds the other."""

import threading
from collections.abc import Iterator
from functools import lru_cache

import Stemmer  # type: ignore[import-not-found]

from hemicycle.kit.words import arabic
from hemicycle.kit.words.folding import fold

ALGORITHMS = {"en": "english", "fr": "french", "es": "spanish", "pt": "portuguese", "ar": "arabic"}
LATIN = ("en", "fr", "es", "pt")
SHORTEST_STEM = 3

# A stemmer keeps state while it works and may not be shared between threads.
_of_this_thread = threading.local()


@lru_cache(maxsize=131_072)
def stems(word: str, language: str) -> tuple[str, ...]:
    """The stems of a normalised word, without accents and without repeats; empty for numbers and foreign scripts.

    The word is stemmed as it stands and without its accents, since algorithms know endings only in their right spelling
    and people leave accents out.
    """
    if word.isdigit():
        return ()
    if arabic.is_arabic(word):
        return tuple(dict.fromkeys(_arabic_stems(word)))
    if language not in LATIN:
        return ()
    if language == "pt":
        word = _singular_in_portuguese(word)
    return tuple(dict.fromkeys((fold(_stem(word, language)), fold(_stem(fold(word), language)))))


def _singular_in_portuguese(word: str) -> str:
    """Snowball leaves petições and petição apart; the plural is regular."""
    for plural, singular in (("ões", "ão"), ("oes", "ao")):
        if word.endswith(plural) and len(word) > len(plural) + 1:
            return word.removesuffix(plural) + singular
    return word


def _stem(word: str, language: str) -> str:
    stemmers = _of_this_thread.__dict__
    if language not in stemmers:
        # The results are kept by `stems`; a second memory would cost and gain nothing.
        stemmers[language] = Stemmer.Stemmer(ALGORITHMS[language], 0)
    return str(stemmers[language].stemWord(word))


def _arabic_stems(word: str) -> Iterator[str]:
    for form in arabic.without_prefixes(arabic.made_alike(word)):
        yield form
        stem = arabic.made_alike(_stem(form, "ar"))
        if len(stem) >= SHORTEST_STEM:
            yield stem
