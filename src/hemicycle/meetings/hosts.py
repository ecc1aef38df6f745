"""Who holds meetings: packages above say it for the bodies of their kind, and what these are called."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from hemicycle.meetings.states import Opening
from hemicycle.network.models import Body
from hemicycle.ui.parts import Link


def _nothing(body: Body, *, by: Any) -> None:
    """Most bodies need not know that something happened."""


@dataclass(frozen=True)
class Host:
    """What a package says of the bodies of its kind; all functions tell what is so now."""

    # runs(person, body): whether this person may hold, change and cancel meetings of the body.
    runs: Callable[[Any, Body], bool]
    # run_by(person): the bodies of this kind that the person runs, as primary keys; agrees with `runs`.
    run_by: Callable[[Any], Collection[int]]
    # inside(person): the bodies among whose members the person is, as primary keys.
    inside: Callable[[Any], Collection[int]]
    # members(body): who is told of its meetings, as uids of people.
    members: Callable[[Body], Collection[UUID]]
    # named(bodies): what each is called, and its page, by primary key; in few queries.
    named: Callable[[Iterable[Body]], Mapping[int, Link]]
    # alive(body, by=…): that something happened there; called inside the transaction.
    alive: Callable[..., None] = _nothing
    # What the members of such a body are called in a choice; empty for the usual words.
    members_words: Any = ""


HOSTS: dict[str, Host] = {}


def host(kind: str, said: Host) -> None:
    """Let bodies of this kind hold meetings; called by the package that knows them, when it is loaded."""
    if HOSTS.setdefault(kind, said) != said:
        raise ValueError(f"two packages hold the meetings of {kind}")


def runs(person: Any, body: Body) -> bool:
    return _is_somebody(person) and body.kind in HOSTS and HOSTS[body.kind].runs(person, body)


def run_by(person: Any) -> set[int]:
    """The bodies for which this person may hold meetings; asked once for each person object."""
    return _once(person, "_meetings_run", partial(_of_all, "run_by"))


def inside(person: Any) -> set[int]:
    """The bodies whose meetings of members this person may see; asked once for each person object."""
    return _once(person, "_meetings_inside", partial(_of_all, "inside"))


def members(body: Body) -> set[UUID]:
    return set(HOSTS[body.kind].members(body)) if body.kind in HOSTS else set()


def members_words(body: Body) -> Any:
    """What its members are called in a choice."""
    return (HOSTS[body.kind].members_words if body.kind in HOSTS else "") or Opening.MEMBERS.label


def named(bodies: Iterable[Body]) -> dict[int, Link]:
    """What bodies are called, by primary key; one that nobody speaks for bears the name of the register."""
    by_kind: dict[str, list[Body]] = {}
    found: dict[int, Link] = {}
    for body in bodies:
        by_kind.setdefault(body.kind, []).append(body)
        found[body.pk] = Link(body.name, "")
    for kind, some in by_kind.items():
        if kind in HOSTS:
            found |= HOSTS[kind].named(some)
    return found


def alive(body: Body, *, by: Any) -> None:
    if body.kind in HOSTS:
        HOSTS[body.kind].alive(body, by=by)


def _of_all(question: str, person: Any) -> set[int]:
    return {pk for each in HOSTS.values() for pk in getattr(each, question)(person)}


def _once(person: Any, name: str, ask: Callable[[Any], set[int]]) -> set[int]:
    """A person object lives as long as a request, or as the writing of one mail."""
    if not _is_somebody(person):
        return set()
    if not hasattr(person, name):
        setattr(person, name, ask(person))
    found: set[int] = getattr(person, name)
    return found


def _is_somebody(person: Any) -> bool:
    return person is not None and person.is_authenticated and person.is_active
