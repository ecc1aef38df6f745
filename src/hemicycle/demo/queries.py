"""Reads of the demonstration: its people, what they began, and the conversations about that."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from hemicycle.accounts.models import Person
from hemicycle.demo import states
from hemicycle.innovations.models import Case, UseCase
from hemicycle.threads.models import Letter, Thread


def people() -> QuerySet[Person]:
    return Person.objects.filter(email__iendswith=f"@{states.DOMAIN}").order_by("pk")


def in_order() -> list[Person]:
    """The people in the order in which the page lists them."""
    place = {played.email: number for number, played in enumerate(states.PEOPLE)}
    return sorted(
        people().filter(is_active=True).prefetch_related("offices__body__country"),
        key=lambda person: (place.get(person.email, len(place)), person.pk),
    )


def begun_by(who: Collection[Person]) -> list[Case | UseCase]:
    """Every case and use case that these people began, whatever became of it."""
    return [*Case.objects.filter(author__in=who), *UseCase.objects.filter(author__in=who)]


def threads_of(who: Collection[Person], about: Collection[UUID]) -> QuerySet[Thread]:
    """Conversations about these things, and those of these people in which nobody else has written."""
    others = Letter.objects.exclude(author__in=who).values("thread")
    alone = Q(opened_by__in=[person.uid for person in who]) & ~Q(pk__in=others)
    return Thread.objects.filter(Q(about__in=about) | alone)
