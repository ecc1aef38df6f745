"""Who hears by mail of offices, requests for seats and letters through the directory, and what awaits whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.accounts import invitations
from hemicycle.accounts.models import Person
from hemicycle.core import days
from hemicycle.core.catalogue import Duty, Message, Task, Waiting
from hemicycle.network import policy, queries, seating, states
from hemicycle.network.models import Introduction, Office, SeatRequest
from hemicycle.network.states import RequestState
from hemicycle.ui.formatting import format_date
from hemicycle.ui.frame import absolute

TOPIC = "seats"


@dataclass(frozen=True)
class OfficeNews:
    """An office that somebody has taken, or whose term has an end, as a mail tells of it."""

    office: str  # the office
    body: str  # the body, with its country
    giver: str  # who gave or ended it; empty where nobody is named
    until: str  # the last day; empty if none is known
    over: bool  # whether the term is over
    address: str  # the way in, to where the person sees their offices, absolute


@dataclass(frozen=True)
class RequestNews:
    """A request for a seat as a mail tells of it."""

    person: str  # who asks
    office: str  # the office asked for
    body: str  # the body, with its country
    words: str  # what who asks says, or why it was refused
    address: str  # where the request is, absolute


@dataclass(frozen=True)
class Letter:
    """A first letter from one member to another as it is mailed."""

    writer: str  # who writes
    offices: tuple[str, ...]  # what they hold
    mail: str  # where the answer goes
    text: str  # the letter
    address: str  # where the reader chooses whether to be listed, absolute


def holder(entry: Any) -> Iterable[UUID]:
    return Office.objects.filter(uid=entry.subject).values_list("person__uid", flat=True)


def about_office(entry: Any, person: Any) -> OfficeNews | None:
    """Nothing is left to say of an office that is not the person's, or that was ended before its mail went out."""
    office = Office.objects.filter(uid=entry.subject, person=person).select_related("body", "deputy_of").first()
    if office is None:
        return None
    over = office.revoked_at is not None or (office.until is not None and office.until < days.today())
    if over and entry.verb != states.OFFICE_ENDED:
        return None
    giver = Person.objects.filter(uid=entry.actor).first() if entry.actor else None
    return OfficeNews(
        office=seating.role_name(office.role),
        body=seating.body_name(office.body),
        giver=giver.name if giver is not None else "",
        until=format_date(office.until) if office.until else "",
        over=over,
        address=invitations.way_in(person, reverse("network:my_seats")),
    )


def deciders(entry: Any) -> Iterable[UUID]:
    request = _request(entry)
    return [person.uid for person in queries.who_decides(request)] if request is not None else []


def asker(entry: Any) -> Iterable[UUID]:
    request = _request(entry)
    return [request.person.uid] if request is not None else []


def about_request(entry: Any, person: Any) -> RequestNews | None:
    """A request that was decided or taken back in the meantime awaits nobody."""
    request = _request(entry)
    if request is None or not policy.may_decide(person, request):
        return None
    return _request_news(request, request.note)


def about_refusal(entry: Any, person: Any) -> RequestNews | None:
    request = _request(entry)
    if request is None or request.person != person or request.state != RequestState.REFUSED:
        return None
    return _request_news(request, request.reason)


def reader_of_letter(entry: Any) -> Iterable[UUID]:
    return Introduction.objects.filter(uid=entry.subject).values_list("reader__uid", flat=True)


def about_letter(entry: Any, person: Any) -> Letter | None:
    """A letter whose text was forgotten, or whose writer has left, is not mailed any more."""
    letter = Introduction.objects.filter(uid=entry.subject, reader=person).select_related("writer").first()
    if letter is None or not letter.text or not letter.writer.is_active:
        return None
    held = policy.offices_today(letter.writer)
    return Letter(
        writer=seating.name_of(letter.writer),
        offices=tuple(seating.seat_name(office.role, office.body) for office in held),
        mail=letter.writer.email,
        text=letter.text,
        address=absolute(reverse("network:listing")),
    )


def waiting_requests(person: Any) -> list[Task]:
    return [
        Task(
            title=_("Decide whether %(person)s becomes %(seat)s")
            % {
                "person": seating.name_of(request.person),
                "seat": seating.seat_name(request.role, request.body),
            },
            since=request.asked_at,
            address=reverse("network:request", args=[request.uid]),
        )
        for request in queries.awaiting_decision(person)
    ]


def queue_of_requests() -> list[Waiting]:
    return [Waiting(request.asked_at) for request in queries.awaiting_secretariat()]


def ending_offices(person: Any) -> list[Task]:
    """An office that ends soon waits since it came into sight, and is due on its last day."""
    return [
        Task(
            title=_("Prolong or let end: %(person)s, %(seat)s")
            % {"person": seating.name_of(office.person), "seat": seating.seat_name(office.role, office.body)},
            since=_at_night(office.until) - states.ENDING_SOON,
            address=seating.address_of_office(office),
            due=_at_night(office.until),
            note=_("ends on %(day)s") % {"day": format_date(office.until)},
        )
        for office in queries.ending_soon(person)
        if office.until is not None
    ]


def _request(entry: Any) -> SeatRequest | None:
    found = SeatRequest.objects.filter(uid=entry.subject).select_related("person", "body", "body__parent")
    return found.first()


def _request_news(request: SeatRequest, words: str) -> RequestNews:
    return RequestNews(
        person=seating.name_of(request.person),
        office=seating.role_name(request.role),
        body=seating.body_name(request.body),
        words=words,
        address=absolute(reverse("network:request", args=[request.uid])),
    )


def _at_night(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(23, 59)))


MESSAGES = (
    # An invitation and the end of an office are not things to hear of next week.
    Message(states.OFFICE_TAKEN, TOPIC, holder, about_office, "network/mail/office_taken.html", urgent=True),
    Message(states.INVITED_AGAIN, TOPIC, holder, about_office, "network/mail/office_taken.html", urgent=True),
    Message(states.OFFICE_ENDED, TOPIC, holder, about_office, "network/mail/office_ended.html", urgent=True),
    Message(states.SEAT_ASKED, TOPIC, deciders, about_request, "network/mail/seat_asked.html"),
    Message(states.SEAT_REFUSED, TOPIC, asker, about_refusal, "network/mail/seat_refused.html", urgent=True),
    Message(states.INTRODUCED, TOPIC, reader_of_letter, about_letter, "network/mail/introduction.html", urgent=True),
)
DUTIES = (
    Duty("network.requests", gettext_lazy("Requests for seats"), waiting_requests, queue_of_requests),
    Duty("network.ending", gettext_lazy("Offices that end soon"), ending_offices),
)
