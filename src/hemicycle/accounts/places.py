"""What other packages show on an account page: what a person can begin, their seats, their entry in the directory."""

from collections.abc import Callable, Iterable

from hemicycle.accounts.models import Person
from hemicycle.ui.parts import Link

Links = Callable[[Person], Iterable[Link]]

BEGINNINGS: dict[str, Links] = {}
PLACES: dict[str, Links] = {}


def beginning(name: str, links: Links) -> None:
    """Let a package say what a person can begin; it stands first on their account page, and where they arrive."""
    _known(BEGINNINGS, name, links)


def place(name: str, links: Links) -> None:
    """Let a package add links, made anew for each person; few queries."""
    _known(PLACES, name, links)


def beginnings_for(person: Person) -> tuple[Link, ...]:
    return tuple(link for links in BEGINNINGS.values() for link in links(person))


def links_for(person: Person) -> tuple[Link, ...]:
    return (*beginnings_for(person), *(link for links in PLACES.values() for link in links(person)))


def _known(held: dict[str, Links], name: str, links: Links) -> None:
    if held.setdefault(name, links) != links:
        raise ValueError(f"two packages add places by the name of {name}")
