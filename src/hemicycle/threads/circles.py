"""How the subjects say who takes part in the conversations about their things, and what these are called."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from hemicycle.core.catalogue import NotOffered
from hemicycle.ui.parts import Link


class Circle(NamedTuple):
    """Who may read and write about one thing now."""

    people: Collection[UUID]  # Uids of those who take part because of the thing itself.
    staff: bool  # Whether the secretariat takes part as well.
    # Who of these people hears of letters by mail, where not all do; nothing means everybody.
    told: Collection[UUID] | None = None


class Named(NamedTuple):
    """What a thing is called in the language that is active, and where it is."""

    title: str
    address: str


class Listed(NamedTuple):
    """The mailing list that a conversation belongs to."""

    mailbox: str  # The local part to which new letters go, such as hub+caribbean.
    title: str  # What the list is called.


def _nothing(uid: UUID, *, by: Any) -> None:
    """Most things need not know that somebody wrote about them."""


def _no_ways(uid: UUID, reader: Any) -> Sequence[Link]:  # noqa: ARG001
    return ()


@dataclass(frozen=True)
class Rule:
    """What one subject says of its kind; the uid is always that of the thing."""

    kind: str
    members: Callable[[UUID], Circle | tuple[Collection[UUID], bool] | None]
    named: Callable[[UUID], Named | tuple[str, str] | None]
    # admits(uid, person): whether the person takes part, where more do than are told of each letter; empty for the
    # circle alone. It is asked instead of the circle, since one person is found sooner than all.
    admits: Callable[[UUID, Any], bool] | None = None
    # is_open(uid): whether anything more may be written.
    is_open: Callable[[UUID], bool] = lambda uid: True  # noqa: ARG005
    # posted(uid, by=…): that somebody wrote about the thing; called inside the transaction.
    posted: Callable[..., None] = _nothing
    # ways(uid, reader): what else the reader can do, as links on the page of the conversation.
    ways: Callable[[UUID, Any], Sequence[Link]] = _no_ways
    # listed(uid): the mailing list to which it belongs, for mail programs.
    listed: Callable[[UUID], Listed | None] = lambda uid: None  # noqa: ARG005


RULES: dict[str, Rule] = {}


def circle(
    kind: str,
    members: Callable[[UUID], Circle | tuple[Collection[UUID], bool] | None],
    named: Callable[[UUID], Named | tuple[str, str] | None],
    **more: Callable[..., Any],
) -> None:
    """Allow conversations about things of this kind; both functions give None for a thing that is not there."""
    RULES[kind] = Rule(kind, members, named, **more)


def rule_for(kind: str) -> Rule:
    try:
        return RULES[kind]
    except KeyError:
        raise NotOffered(kind) from None


def circle_of(kind: str, uid: UUID) -> Circle | None:
    """Who takes part now; nobody where the kind has no rule or the thing is gone."""
    found = RULES[kind].members(uid) if kind in RULES else None
    return None if found is None else Circle(frozenset(found[0]), *found[1:])


def name_of(kind: str, uid: UUID) -> Named | None:
    found = RULES[kind].named(uid) if kind in RULES else None
    return None if found is None else Named(*found)


def is_open(kind: str, uid: UUID) -> bool:
    return kind in RULES and RULES[kind].is_open(uid)


def listed_as(kind: str, uid: UUID) -> Listed | None:
    """The mailing list to which a conversation belongs; most belong to none."""
    return RULES[kind].listed(uid) if kind in RULES else None
