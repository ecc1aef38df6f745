"""Cuts text into words, with apostrophes, hyphens and abbreviations as readers of five languages expect."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hemicycle.kit.words.folding import fold, normalise

# A letter or digit with the marks that may follow it; Python's \w leaves marks of Arabic and Indic scripts out.
_MARK = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd\u0b3c-\u0b57\u0bbe-\u0bcd"
    r"\u0c3e-\u0c56\u0cbc-\u0cd6\u0d3e-\u0d4d\u0dca-\u0ddf\u0e31-\u0e4e\u0eb1-\u0ecd\u0f71-\u0f84\u102b-\u103e"
    r"\u17b4-\u17d3\u00ad\u200b-\u200d"
)
_PART = rf"[^\W_](?:[^\W_]|[{_MARK}])*"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_PART}(?:['’ʼ‘`´]{_PART})*(?:[-‐‑]{_PART}(?:['’ʼ‘`´]{_PART})*)*")
_APOSTROPHE = re.compile(r"['’ʼ‘`´]")
_HYPHEN = re.compile(r"[-‐‑]")
# What may stand before an apostrophe (l’eau, qu’on, d’água) or after it (parliament’s, don’t) and says nothing alone.
_ELIDED = frozenset({"c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"})
_CLITIC = frozenset({"s", "t", "d", "m", "ll", "re", "ve"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: as written, normalised, folded; and joined over hyphens where it is the last part."""

    written: str
    word: str
    folded: str
    joined: str = ""


def tokens(text: str) -> Iterator[Token]:
    """The words in order; a hyphenated word gives its parts, and the last one carries them joined."""
    for match in _WORD.finditer(text):
        written = match.group()
        if written.endswith("."):
            yield _token(written.replace(".", ""))
        elif written.isalnum():
            yield _token(written)
        else:
            yield from _compound(written)


@lru_cache(maxsize=65_536)
def _token(written: str, joined: str = "") -> Token:
    word = normalise(written)
    return Token(written, word, fold(word), joined)


def _compound(written: str) -> Iterator[Token]:
    parts = [part for piece in _HYPHEN.split(written) for part in _without_elision(piece)]
    for part in parts[:-1]:
        yield _token(part)
    for part in parts[-1:]:
        yield _token(part, fold("".join(parts)) if len(parts) > 1 and _HYPHEN.search(written) else "")


def _without_elision(piece: str) -> list[str]:
    parts = _APOSTROPHE.split(piece)
    while len(parts) > 1 and parts[0].casefold() in _ELIDED:
        del parts[0]
    while len(parts) > 1 and parts[-1].casefold() in _CLITIC:
        del parts[-1]
    return parts
