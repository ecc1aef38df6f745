"""People for tests."""

from itertools import count

from hemicycle.accounts.models import Person

_numbers = count(1)


def a_person(email: str = "", **fields: object) -> Person:
    return Person.objects.create_user(email or f"person{next(_numbers)}@example.org", **fields)
