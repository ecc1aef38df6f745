"""Reads of conversations."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.network.models import Office
from hemicycle.network.states import Role
from hemicycle.threads import policy
from hemicycle.threads.circles import Circle, Named, circle, circle_of, name_of
from hemicycle.threads.models import Letter, Thread
from hemicycle.threads.states import SAME_PRESS

__all__ = [
    "Circle",
    "Named",
    "audience_of",
    "circle",
    "letters_between",
    "name_of",
    "number_of_letters",
    "posted_already",
    "thread_by_uid",
    "thread_of",
    "visible_to",
]

# Who hears of a letter to the secretariat that nobody there has taken up yet.
FIRST_READERS = (Role.EDITOR, Role.ADMINISTRATOR)


def visible_to(person: Any, among: QuerySet[Thread] | None = None) -> QuerySet[Thread]:
    """The threads that this person may see; the circle of each is asked, so pass the few that matter as `among`."""
    threads = Thread.objects.all() if among is None else among
    if person is None or not person.is_authenticated:
        return threads.none()
    return threads.filter(pk__in=[thread.pk for thread in threads if policy.may_see(person, thread)])


def thread_of(kind: str, uid: UUID) -> Thread | None:
    """The conversation about a thing, if there has been one."""
    return Thread.objects.filter(about_kind=kind, about=uid).first()


def thread_by_uid(uid: UUID) -> Thread | None:
    return Thread.objects.filter(uid=uid).first()


def number_of_letters(thread: Thread) -> int:
    """Letters are numbered without a gap and never taken away, so the last number says how many there are."""
    return thread.letters.order_by("-number").values_list("number", flat=True).first() or 0


def posted_already(thread: Thread, text: str, *, by: Person, message_id: str) -> Letter | None:
    """The letter that this one repeats: the same message, or a button that was pressed twice."""
    named = thread.letters.filter(message_id=message_id).first() if message_id else None
    if named is not None:
        return named
    newest = thread.letters.order_by("-number").first()
    just_now = newest is not None and newest.posted_at > timezone.now() - SAME_PRESS
    return newest if newest is not None and just_now and (newest.author_id, newest.text) == (by.pk, text) else None


def letters_between(thread: Thread, first: int, last: int) -> list[Letter]:
    """Some letters in order, read by their numbers: the time does not depend on how many there are."""
    rows = thread.letters.filter(number__gte=first, number__lte=last).order_by("number")
    return list(rows.select_related("author", "office__body"))


def audience_of(thread: Thread) -> set[UUID]:
    """Who hears of a new letter: the circle, those who were added, and those of the secretariat who wrote here.

    If nobody of the secretariat has written yet, all its editors hear of it.
    """
    found = circle_of(thread.about_kind, thread.about)
    if found is None:
        return set()
    heard = found.people if found.told is None else found.told
    people = {*heard, *_uids(Q(pk__in=thread.participants.values("person")))}
    if not found.staff:
        return people
    staff = _first_readers()
    taking_part = staff & {*people, *_uids(Q(pk__in=thread.letters.values("author")))}
    return people | (taking_part or staff)


def _first_readers() -> set[UUID]:
    running = Office.objects.running().filter(role__in=FIRST_READERS)
    return _uids(Q(pk__in=running.values("person")))


def _uids(which: Q) -> set[UUID]:
    found: Iterable[UUID] = Person.objects.filter(which, is_active=True).values_list("uid", flat=True)
    return set(found)
