"""What people type, made plain: no control characters, no turned writing direction, one kind of line break."""

import re
import unicodedata

# Embeddings, overrides and isolates can make a text read otherwise than it is written; marks (200E, 200F) cannot.
TRICKS = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def plain(text: str) -> str:
    """The text as everybody will read it; letters are composed, so that the same words are the same characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", TRICKS.sub("", CONTROLS.sub("", text)))


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split())
