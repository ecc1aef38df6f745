"""The history of any record: who did what when, drawn from the journal for those who may see the record.

Core knows no subject, so the packages above say four things: which audiences a viewer belongs to for a thing of their
kind (`standing`), what the thing is called (`thing`), what each verb is called (`words`), and who an actor is, by
office or by name (`naming`).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hemicycle.core import catalogue
from hemicycle.core.models import Entry
from hemicycle.ui.parts import Event, Link

MOST = 200
PUBLIC = frozenset({"public"})
PARTIES = frozenset({"public", "parties"})
STAFF = frozenset({"public", "parties", "staff"})
NOBODY: frozenset[str] = frozenset()

# standing(viewer, uid): the audiences that the viewer belongs to; none at all if the thing is not theirs to see.
Standing = Callable[[Any, UUID], Collection[str]]
# naming(entries, viewer): who acted, by the entry's number; those it does not know are left out.
Naming = Callable[[Sequence[Entry], Any], Mapping[int, str]]
# A text, usually a lazy translation, or what to say of one entry, for example with a fact.
Words = Any


@dataclass(frozen=True)
class Thing:
    """What a record is called, and where it is."""

    title: str  # in the nearest language
    address: str  # its page
    language: str = ""  # of the title, where it is not the page's
    beside: tuple[Link, ...] = ()  # histories of what belongs to it


# called(uid): None for a thing that is not there.
Called = Callable[[UUID], Thing | None]

STANDINGS: dict[str, Standing] = {}
THINGS: dict[str, Called] = {}
NAMINGS: list[Naming] = []
WORDS: dict[str, Words] = {}


class AlreadyTold(ValueError):
    """Two packages say who may read of the same kind, or what the same verb is called."""


def standing(kind: str, function: Standing) -> None:
    """Say who reads what of a kind; without it a public kind tells its public verbs to those who see the thing."""
    if STANDINGS.setdefault(kind, function) is not function:
        raise AlreadyTold(kind)


def thing(kind: str, function: Called) -> None:
    """Say what things of a kind are called; without it there is no page for their history."""
    if THINGS.setdefault(kind, function) is not function:
        raise AlreadyTold(kind)


def naming(function: Naming) -> None:
    """Say who actors are. The latest that registered is asked first, and earlier ones for those it left out."""
    if function not in NAMINGS:
        NAMINGS.insert(0, function)


def words(called: Mapping[str, Words]) -> None:
    for verb, text in called.items():
        if WORDS.setdefault(verb, text) is not text:
            raise AlreadyTold(verb)


def address_of(kind: str, uid: UUID) -> str:
    """Where the history of a record is read; the page itself belongs to a package above."""
    return f"/{get_language()}/history/{kind}/{uid}/"


def audiences_for(viewer: Any, kind: str, uid: UUID) -> frozenset[str]:
    """The audiences that the viewer belongs to for this thing; none if they may not see it."""
    if kind in STANDINGS:
        return frozenset(STANDINGS[kind](viewer, uid))
    offered = catalogue.OFFERS.get(kind)
    seen = offered is not None and offered.visible(viewer).filter(uid=uid).exists()
    return PUBLIC if seen else NOBODY


def of(kind: str, uid: UUID, *, viewer: Any, most: int = MOST) -> tuple[Event, ...]:
    """What happened to the thing, newest first, as far as the viewer may read of it; for the list `history_list`."""
    audiences = audiences_for(viewer, kind, uid)
    return told_to(audiences, kind, uid, viewer=viewer, most=most) if audiences else ()


def told_to(audiences: Collection[str], kind: str, uid: UUID, *, viewer: Any, most: int = MOST) -> tuple[Event, ...]:
    """The same for a viewer whose audiences are known (`audiences_for`); nobody else may be asked for."""
    # The verb's own audience counts, and not what was written: a verb that is private now is private for its past.
    readable = [verb for verb, audience in catalogue.AUDIENCES.items() if audience in audiences]
    rows = Entry.objects.filter(subject=uid, kind=kind, audience__in=audiences, verb__in=readable)
    entries = list(rows.order_by("-at", "-pk")[:most])
    names = _who(entries, viewer)
    return tuple(
        Event(date=timezone.localdate(entry.at).isoformat(), text=_what(entry), by=names[entry.pk]) for entry in entries
    )


def _who(entries: Sequence[Entry], viewer: Any) -> dict[int, str]:
    names = {entry.pk: _("The platform itself") for entry in entries if entry.actor is None}
    for function in NAMINGS:
        asked = [entry for entry in entries if entry.pk not in names]
        if asked:
            names |= {number: str(name) for number, name in function(asked, viewer).items() if name}
    return {entry.pk: names.get(entry.pk, _("Somebody who has left")) for entry in entries}


def _what(entry: Entry) -> str:
    """What the packages call the verb; else the verb, whose second half is a participle by convention."""
    called = WORDS.get(entry.verb)
    if called is None:
        return entry.verb.partition(".")[2].replace("_", " ").capitalize()
    return str(called(entry) if callable(called) else called)
