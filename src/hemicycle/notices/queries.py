"""Reads about mail, for those who look after it."""

from collections.abc import Collection
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from hemicycle.accounts.models import Person
from hemicycle.core.catalogue import Waiting
from hemicycle.notices import policy
from hemicycle.notices.models import Letter, Mail, Unreachable
from hemicycle.notices.states import CARE_STATES, OPEN_STATES, LetterState, MailState


def mails(viewer: Any) -> QuerySet[Mail]:
    rows = Mail.objects.select_related("person").order_by("pk")
    return rows if policy.may_care(viewer) else rows.none()


def mails_in_care(viewer: Any) -> QuerySet[Mail]:
    """Dead and parked mails, the oldest first."""
    return mails(viewer).filter(state__in=CARE_STATES)


def letters(viewer: Any) -> QuerySet[Letter]:
    rows = Letter.objects.select_related("person").order_by("pk")
    return rows if policy.may_care(viewer) else rows.none()


def letters_in_care(viewer: Any) -> QuerySet[Letter]:
    """Letters that came in and were not posted, the oldest first."""
    return letters(viewer).filter(state=LetterState.PARKED)


def unreachable_people(viewer: Any) -> QuerySet[Unreachable]:
    rows = Unreachable.objects.select_related("person").order_by("since")
    return rows if policy.may_care(viewer) else rows.none()


def not_reached(people: Collection[int]) -> set[int]:
    """Whose address does not work, or whose newest mail was refused; told to those who invited them."""
    newest = Mail.objects.filter(person=OuterRef("pk")).order_by("-pk").values("state")[:1]
    asked = Person.objects.filter(pk__in=people).annotate(newest=Subquery(newest))
    lost = asked.filter(Q(newest=MailState.DEAD) | Q(unreachable__address=F("email")))
    return set(lost.values_list("pk", flat=True))


def waiting_for_care() -> list[Waiting]:
    """What awaits an operator, without what it is about."""
    mails = Mail.objects.filter(state__in=CARE_STATES).values_list("made_at", flat=True)
    letters = Letter.objects.filter(state=LetterState.PARKED).values_list("came_at", flat=True)
    return [Waiting(since) for since in (*mails, *letters)]


def mails_waiting() -> int:
    return Mail.objects.filter(state__in=OPEN_STATES).count()


def mails_held() -> int:
    """How many mails await an operator's decision."""
    return Mail.objects.filter(state__in=CARE_STATES).count()
