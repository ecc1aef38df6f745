"""Whose mail comes back: told by the package that sends it, asked by pages on which people were invited."""

from collections.abc import Callable, Collection

from hemicycle.accounts.models import Person

# comes_back(people by number): the numbers of those whom the last mail did not reach.
TELLERS: list[Callable[[Collection[int]], Collection[int]]] = []


def told_by(teller: Callable[[Collection[int]], Collection[int]]) -> None:
    if teller not in TELLERS:
        TELLERS.append(teller)


def not_reached(people: Collection[Person]) -> frozenset[int]:
    """Those among these people whose mail comes back, by their numbers."""
    numbers = {person.pk for person in people}
    return frozenset(number for teller in TELLERS for number in teller(numbers)) if numbers else frozenset()
