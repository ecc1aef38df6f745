"""Cases and use cases as they come in from files: plain values, with keys where rows will be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class SourceGiven:
    """One source; its place in the list is the number by which it is cited."""

    title: str
    address: str = ""
    note: str = ""
    dated: str = ""


@dataclass(frozen=True)
class MeasureGiven:
    """One figure; what it measures is said in the texts, under its key."""

    key: str
    value: Decimal
    unit: str = ""
    date: str = ""
    scope: str = ""
    source: int | None = None


@dataclass(frozen=True)
class LinkGiven:
    """One relation to another case, a body of the register, or a body by its name."""

    relation: str
    case: str = ""
    body: str = ""
    name: str = ""
    since: str = ""
    source: int | None = None


@dataclass(frozen=True)
class TextGiven:
    """The words in one language."""

    fields: Mapping[str, Any]
    credit: str = ""


@dataclass(frozen=True)
class InnovationGiven:
    """What a case and a use case have in common."""

    key: str
    body: str
    body_name: str
    countries: tuple[str, ...]
    topics: tuple[str, ...]
    sources: tuple[SourceGiven, ...]
    original: str
    texts: Mapping[str, TextGiven]
    # The other columns of its table, by name.
    columns: Mapping[str, Any] = field(default_factory=dict)
    measures: tuple[MeasureGiven, ...] = ()
    links: tuple[LinkGiven, ...] = ()


@dataclass(frozen=True)
class Described:
    """One step of a description, clean and ready to be stored; what is not named stays as it is."""

    texts: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Any] = field(default_factory=dict)
    topics: Mapping[str, Sequence[str]] = field(default_factory=dict)  # Codes by branch.
    rows: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)  # By "measures", "sources", "links".
