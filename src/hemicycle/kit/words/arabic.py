"""Arabic letters made alike, and the light prefixes and suffixes under which one word is written."""

import re

LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]")
# Vowel signs, Koranic marks and the stretching stroke carry no meaning for a search.
_MARKS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_ALIKE = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ہ": "ه",
        "ھ": "ه",
    }
)
# The article with what may stand before it, longest first; then single letters that are prefixed to any word.
_ARTICLES = ("وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال")
ARTICLE = "ال"
_PARTICLES = ("و", "ب", "ل")
SHORTEST_AFTER_ARTICLE = 3
SHORTEST_AFTER_PARTICLE = 4


def is_arabic(word: str) -> bool:
    return LETTER.search(word) is not None


def made_alike(word: str) -> str:
    """The word without marks, with one alef, one ya, and ha for ta marbuta."""
    return _MARKS.sub("", word).translate(_ALIKE)


def without_prefixes(word: str) -> tuple[str, ...]:
    """The word as it may stand without article and particles; the first form is the likeliest.

    A particle is a guess, since many words begin with its letter (وثيقة, برلمان, لجنة): both readings are kept.
    """
    bare = _without_article(word)
    if bare != word:
        return (bare,)
    for particle in _PARTICLES:
        rest = word.removeprefix(particle)
        if rest != word and len(rest) >= SHORTEST_AFTER_PARTICLE:
            return (word, _without_article(rest))
    return (word,)


def _without_article(word: str) -> str:
    """Without the article and what is joined to it; twice, since alef and lam also begin words (إلكتروني, التزام)."""
    for article in _ARTICLES:
        rest = word.removeprefix(article)
        if rest != word and len(rest) >= SHORTEST_AFTER_ARTICLE:
            again = rest.removeprefix(ARTICLE)
            return again if len(again) >= SHORTEST_AFTER_ARTICLE else rest
    return word
