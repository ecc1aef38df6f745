"""Reads of meetings: which one sees, what the calendar shows, who comes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.meetings import hosts
from hemicycle.meetings.models import Meeting, Registration
from hemicycle.meetings.states import KEPT_IN_CALENDARS, REMINDER, REMINDERS_A_ROUND, Opening, State
from hemicycle.network.models import Body


def visible_to(viewer: Any) -> QuerySet[Meeting]:
    """The meetings that this person may see; agrees with `policy.may_see`, by test."""
    shown = Q(opening=Opening.PUBLIC)
    inside, run = hosts.inside(viewer), hosts.run_by(viewer)
    if inside:
        shown |= Q(opening=Opening.MEMBERS, body__in=inside)
    if run:
        shown |= Q(body__in=run)
    if viewer is not None and viewer.is_authenticated and viewer.is_active:
        mine = Registration.objects.filter(person=viewer).values("meeting")
        shown |= Q(opening=Opening.INVITED, pk__in=mine)
    return Meeting.objects.filter(shown).select_related("body")


def to_come(meetings: QuerySet[Meeting], now: datetime | None = None) -> QuerySet[Meeting]:
    """What is on today or later, the next first; days end with UTC, so that a page can be kept for a day."""
    return meetings.filter(ends_at__gte=_this_morning(now)).order_by("begins_at", "pk")


def gone_by(meetings: QuerySet[Meeting], now: datetime | None = None) -> QuerySet[Meeting]:
    """What was before today, the latest first."""
    return meetings.filter(ends_at__lt=_this_morning(now)).order_by("-begins_at", "-pk")


def narrowed(meetings: QuerySet[Meeting], *, body: str = "", language: str = "") -> QuerySet[Meeting]:
    """Those of one body, by its key, and in one language."""
    found = meetings.filter(body__key=body) if body else meetings
    if language:
        # A list of short codes as text: the same on every database.
        spoken = Cast("languages", TextField())
        found = found.annotate(spoken=spoken).filter(spoken__contains=f'"{language}"')
    return found


@dataclass(frozen=True)
class Marks:
    """How many meetings each body and each language has, among those that one sees."""

    bodies: Counter[int]
    languages: Counter[str]


def marks_of(meetings: QuerySet[Meeting], *, body: str, language: str) -> Marks:
    """Within a choice others widen, so that bodies are counted in the chosen language, and languages in the body."""
    rows = list(meetings.values_list("body", "body__key", "languages"))
    return Marks(
        bodies=Counter(pk for pk, _key, spoken in rows if not language or language in spoken),
        languages=Counter(code for _pk, key, spoken in rows if not body or key == body for code in spoken),
    )


def bodies_with_meetings(pks: Iterable[int]) -> list[Body]:
    return list(Body.objects.filter(pk__in=list(pks)).order_by("name"))


def of_body(viewer: Any, body: UUID, now: datetime | None = None) -> QuerySet[Meeting]:
    """What is to come at one body, as far as the viewer sees it."""
    return to_come(visible_to(viewer), now).filter(body__uid=body)


def for_calendars(viewer: Any, *, body: str = "") -> QuerySet[Meeting]:
    """What programs read: all that is to come, and a year back."""
    since = timezone.now() - KEPT_IN_CALENDARS
    return narrowed(visible_to(viewer), body=body).filter(ends_at__gte=since).order_by("begins_at", "pk")


def attended_by(person: Person) -> QuerySet[Meeting]:
    """The meetings to which this person comes and that they may still see, for their own calendar."""
    coming = Registration.objects.filter(person=person, coming=True).values("meeting")
    return for_calendars(person).filter(pk__in=coming)


def coming_to(meeting: Meeting) -> QuerySet[Registration]:
    """Who comes, in the order in which they said so."""
    return meeting.registrations.filter(coming=True).select_related("person").order_by("since", "pk")


def people_coming_to(meeting: Meeting) -> set[UUID]:
    return set(coming_to(meeting).filter(person__is_active=True).values_list("person__uid", flat=True))


def invitations_of(person: Person) -> QuerySet[Registration]:
    """Invitations that the person has not answered yet."""
    waiting = Registration.objects.filter(person=person, coming=None, meeting__ends_at__gt=timezone.now())
    return (
        waiting.exclude(meeting__state=State.CANCELLED).select_related("meeting__body").order_by("meeting__begins_at")
    )


def to_remind(now: datetime) -> list[Registration]:
    """Who comes to what begins within a day, and has not been reminded."""
    soon = Q(meeting__begins_at__gt=now, meeting__begins_at__lte=now + REMINDER)
    waiting = Registration.objects.filter(soon, coming=True, reminded_at=None, meeting__state=State.PLANNED)
    return list(waiting.order_by("meeting__begins_at", "pk")[:REMINDERS_A_ROUND])


def _this_morning(now: datetime | None) -> datetime:
    moment = (now or timezone.now()).astimezone(timezone.get_default_timezone())
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
