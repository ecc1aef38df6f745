"""What changed from one text to another, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
PARAGRAPHS = re.compile(r"\n+|[^\n]+")
# Comparing takes the square of the length at worst: beyond this, paragraphs are compared, then whole texts.
MOST_PIECES = 3_000


@dataclass(frozen=True)
class Piece:
    """A run of text that stayed, went or came."""

    change: str  # "same", "gone" or "new"
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces in reading order; what went stands before what came in its place. Joined, they give both texts."""
    if old == new:
        return (Piece("same", new),) if new else ()
    return tuple(_pieces(*_parted(old, new)))


def is_changed(old: str, new: str) -> bool:
    """Whether anything but space differs."""
    return old.split() != new.split()


def _parted(old: str, new: str) -> tuple[Sequence[str], Sequence[str]]:
    for pattern in (WORDS, PARAGRAPHS):
        before, after = pattern.findall(old), pattern.findall(new)
        if len(before) + len(after) <= MOST_PIECES:
            return before, after
    return [old] if old else [], [new] if new else []


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for change, start, end, to_start, to_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            yield Piece("same", "".join(new[to_start:to_end]))
            continue
        if start < end:
            yield Piece("gone", "".join(old[start:end]))
        if to_start < to_end:
            yield Piece("new", "".join(new[to_start:to_end]))
