"""What other packages show on a person's account page: their seats, their entry in the directory, their tasks."""

from collections.abc import Callable, Iterable

from hemicycle.accounts.models import Person
from hemicycle.ui.parts import Link

PLACES: dict[str, Callable[[Person], Iterable[Link]]] = {}


def place(name: str, links: Callable[[Person], Iterable[Link]]) -> None:
    """Let a package add links, made anew for each person; few queries."""
    if PLACES.setdefault(name, links) != links:
        raise ValueError(f"two packages add places by the name of {name}")


def links_for(person: Person) -> tuple[Link, ...]:
    return tuple(link for links in PLACES.values() for link in links(person))
