"""The verbs about people."""

from django.core.exceptions import ValidationError
from django.db import transaction

from hemicycle.accounts import states
from hemicycle.accounts.models import Person
from hemicycle.core import journal


@transaction.atomic
def invite(email: str, *, by: Person | None, language: str = "en", name: str = "") -> Person:
    """Know a person by their address; nobody gains an office by it. Inviting again returns the same person."""
    known = Person.objects.filter(email__iexact=email.strip()).first()
    if known is not None:
        return known
    person = Person.objects.create_user(email, language=language, name=name)
    journal.record(states.INVITED, person, by=by)
    return person


@transaction.atomic
def enter(person: Person) -> None:
    """Record that a one-time link was used."""
    journal.record(states.ENTERED, person, by=person)


__all__ = ["ValidationError", "enter", "invite"]
