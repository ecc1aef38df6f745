"""Hubs as they come in from files; keys stand for rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class WordsGiven:
    """A text in one language; the first of a thing's texts is its original."""

    language: str
    fields: Mapping[str, str]
    credit: str = ""


@dataclass(frozen=True)
class HubGiven:
    """A hub that public sources tell of; `body` is the key of its body, topics are codes."""

    body: str
    columns: Mapping[str, Any]
    topics: Sequence[str] = ()
    words: Sequence[WordsGiven] = ()


@dataclass(frozen=True)
class MemberGiven:
    """That a source names a body as a member of a hub; hub and body are keys."""

    hub: str
    body: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class OutputGiven:
    """Something that a hub made; the hub is the key of its body."""

    key: str
    hub: str
    columns: Mapping[str, Any]
    words: Sequence[WordsGiven] = ()


@dataclass(frozen=True)
class HubsGiven:
    """All hubs as they ship, with their members and outputs."""

    hubs: Sequence[HubGiven] = field(default=())
    members: Sequence[MemberGiven] = field(default=())
    outputs: Sequence[OutputGiven] = field(default=())
