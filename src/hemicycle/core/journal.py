"""The journal: `record()` writes what happened, refreshes listings, and leaves one delivery per reader."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.db import transaction

from hemicycle.core import catalogue, listings
from hemicycle.core.models import Delivery, Entry

Fact = str | int | bool | None
FACT_TEXT = re.compile(r"[\w.:+/-]{0,120}", re.ASCII)
BATCH = 500


class Subject(Protocol):
    """Anything that verbs are recorded about."""

    @property
    def uid(self) -> Any: ...

    @property
    def kind(self) -> Any: ...


class Actor(Protocol):
    uid: Any


class UndeclaredVerb(LookupError):
    """No package has said who may read of this verb."""


class FactRefused(ValueError):
    """A fact looks like a name, an address or free text; the journal keeps identifiers and facts alone."""


@dataclass(frozen=True)
class Reader:
    """A package that acts on what others did. `read` must be idempotent and ask what is visible now."""

    name: str
    read: Callable[[Sequence[Entry]], None]
    wants: Callable[[str], bool] = lambda kind: True  # noqa: ARG005
    hears: Callable[[str], bool] = lambda verb: True  # noqa: ARG005
    replay: Callable[[], None] | None = None  # How `hemicycle rebuild NAME` makes its projection anew.


READERS: dict[str, Reader] = {}


def reader(*readers: Reader) -> None:
    for each in readers:
        READERS[each.name] = each


def record(verb: str, subject: Subject, *, by: Actor | None, **facts: Fact) -> Entry:
    """Write that `verb` happened to `subject`; call inside the transaction that made it true."""
    return record_all(verb, [subject], by=by, facts={subject.uid: facts})[0]


def record_all(
    verb: str,
    subjects: Sequence[Any],
    *,
    by: Actor | None,
    facts: Mapping[UUID, Mapping[str, Fact]] | None = None,
) -> list[Entry]:
    """The same for many things: one transaction, one entry per thing, a few statements in all."""
    if verb not in catalogue.AUDIENCES:
        raise UndeclaredVerb(verb)
    with transaction.atomic():
        rows = [_entry(verb, subject, by, (facts or {}).get(subject.uid, {})) for subject in subjects]
        entries = Entry.objects.bulk_create(rows, batch_size=BATCH)
        _deliver(entries)
        listings.refresh(subjects)
    return entries


def _entry(verb: str, subject: Subject, by: Actor | None, facts: Mapping[str, Fact]) -> Entry:
    return Entry(
        verb=verb,
        kind=subject.kind,
        subject=subject.uid,
        actor=by.uid if by is not None else None,
        audience=catalogue.AUDIENCES[verb],
        facts={name: _checked(name, fact) for name, fact in facts.items()},
    )


def _checked(name: str, fact: Fact) -> Fact:
    if fact is None or isinstance(fact, bool | int):
        return fact
    if isinstance(fact, str) and FACT_TEXT.fullmatch(fact):
        return fact
    raise FactRefused(name)


def _deliver(entries: Iterable[Entry]) -> None:
    rows = [
        Delivery(entry=entry, reader=each.name)
        for entry in entries
        for each in READERS.values()
        if each.wants(entry.kind) and each.hears(entry.verb)
    ]
    Delivery.objects.bulk_create(rows, batch_size=BATCH)
