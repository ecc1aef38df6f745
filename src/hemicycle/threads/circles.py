"""How the subjects say who takes part in the conversations about their things, and what these are called."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from hemicycle.core.catalogue import NotOffered


class Circle(NamedTuple):
    """Who may read and write about one thing now."""

    people: Collection[UUID]  # Uids of those who take part because of the thing itself.
    staff: bool  # Whether the secretariat takes part as well.


class Named(NamedTuple):
    """What a thing is called in the language that is active, and where it is."""

    title: str
    address: str


@dataclass(frozen=True)
class Rule:
    """What one subject says of its kind."""

    kind: str
    members: Callable[[UUID], Circle | tuple[Collection[UUID], bool] | None]
    named: Callable[[UUID], Named | tuple[str, str] | None]


RULES: dict[str, Rule] = {}


def circle(
    kind: str,
    members: Callable[[UUID], Circle | tuple[Collection[UUID], bool] | None],
    named: Callable[[UUID], Named | tuple[str, str] | None],
) -> None:
    """Allow conversations about things of this kind; both functions give None for a thing that is not there."""
    RULES[kind] = Rule(kind, members, named)


def rule_for(kind: str) -> Rule:
    try:
        return RULES[kind]
    except KeyError:
        raise NotOffered(kind) from None


def circle_of(kind: str, uid: UUID) -> Circle | None:
    """Who takes part now; nobody where the kind has no rule or the thing is gone."""
    found = RULES[kind].members(uid) if kind in RULES else None
    return None if found is None else Circle(frozenset(found[0]), found[1])


def name_of(kind: str, uid: UUID) -> Named | None:
    found = RULES[kind].named(uid) if kind in RULES else None
    return None if found is None else Named(*found)
