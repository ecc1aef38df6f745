"""One written form for what readers take for the same letters."""

import re
import unicodedata
from functools import lru_cache

from hemicycle.kit.words import arabic

# Letters that Unicode does not take apart although readers do.
_TAKEN_APART = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n"}
)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def normalise(word: str) -> str:
    """Compatibility forms, letter case and Arabic variants made alike; accents stay."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", word)).casefold()
    alike = arabic.made_alike(unicodedata.normalize("NFC", plain))
    return alike if alike.isascii() else "".join(map(_digit, alike))


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """The normalised word without accents; other scripts keep the marks that make their syllables."""
    word = normalise(word)
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word.translate(_TAKEN_APART))
    kept = [letter for letter in letters if not "\u0300" <= letter <= "\u036f"]
    return unicodedata.normalize("NFC", "".join(kept))


def _digit(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() and not letter.isascii() else letter
