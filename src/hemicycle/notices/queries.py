"""Reads about mail, for those who look after it."""

from typing import Any

from django.db.models import QuerySet

from hemicycle.notices import policy
from hemicycle.notices.models import Letter, Mail, Unreachable
from hemicycle.notices.states import CARE_STATES, OPEN_STATES, LetterState


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


def mails_waiting() -> int:
    return Mail.objects.filter(state__in=OPEN_STATES).count()


def mails_held() -> int:
    """How many mails await an operator's decision."""
    return Mail.objects.filter(state__in=CARE_STATES).count()
