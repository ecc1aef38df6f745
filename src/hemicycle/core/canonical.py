r"""The canonical text of an entry, and what is hashed of it: the same bytes on every database and in every language.

Version 1. A text is a JSON array of strings and integers and of nothing else, without spaces between its elements. In
strings the quotation mark and the backslash are escaped by a backslash; backspace, tab, line feed, form feed and
carriage return are \b \t \n \f \r; every other character outside U+0020 to U+007E is a \uXXXX escape with lower-case
digits, beyond U+FFFF a pair of them. So its bytes are ASCII.

The text of an entry holds, in this order: the string "hemicycle entry", the version, the number of the entry, the
microseconds from 1970-01-01T00:00:00Z to its moment, its verb, its kind, its subject, its actor (uids in lower case
with hyphens; without an actor the empty string), its audience; then for each fact, in the order of the code points of
their names, three elements: its name, a letter, its value.

    s  the value, a string            i  the value, an integer
    b  1 for true and 0 for false     n  0, for a fact without a value
    j  the value as JSON text; `record()` refuses such facts, so that this occurs only if somebody else wrote them

The digest of an entry is the SHA-256 of its text, in lower-case hexadecimal. The hash of a seal is the SHA-256 of the
text that holds: the string "hemicycle seal", the version, the order of the seal, the hash of the seal before it (64
zeros for the first), the digest of the entry.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from hemicycle.core.models import Entry

VERSION = 1
FIRST = "0" * 64
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

Element = str | int


def digest_of(entry: Entry, version: int = VERSION) -> str:
    return _sha256(TEXTS[version](entry))


def hash_of(order: int, previous: str, digest: str, version: int = VERSION) -> str:
    return _sha256(_written(["hemicycle seal", version, order, previous, digest]))


def text_1(entry: Entry) -> str:
    """The canonical text of version 1; never to be changed, since old seals rest on it."""
    elements: list[Element] = [
        "hemicycle entry",
        1,
        entry.pk,
        (entry.at - EPOCH) // MICROSECOND,
        entry.verb,
        entry.kind,
        str(entry.subject),
        str(entry.actor) if entry.actor is not None else "",
        entry.audience,
    ]
    for name, value in sorted(entry.facts.items()):
        elements += [name, *_fact(value)]
    return _written(elements)


TEXTS: dict[int, Callable[[Entry], str]] = {1: text_1}


def _fact(value: object) -> Iterator[Element]:
    if isinstance(value, bool):
        yield from ("b", int(value))
    elif value is None:
        yield from ("n", 0)
    elif isinstance(value, int):
        yield from ("i", value)
    elif isinstance(value, str):
        yield from ("s", value)
    else:
        yield from ("j", json.dumps(value, sort_keys=True, separators=(",", ":")))


def _written(elements: list[Element]) -> str:
    return json.dumps(elements, ensure_ascii=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("ascii")).hexdigest()
