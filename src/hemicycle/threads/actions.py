"""The verbs of conversations."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.kit.typed import plain
from hemicycle.network import policy as network
from hemicycle.network.models import Office
from hemicycle.network.states import STAFF_ROLES
from hemicycle.threads import circles, policy, queries, states
from hemicycle.threads.models import Letter, Participant, Thread
from hemicycle.ui.formatting import format_number


class Closed(PermissionDenied):
    """Those who take part may read on, and nothing more is written."""


class Thing(Protocol):
    """Whatever can be talked about."""

    @property
    def uid(self) -> UUID: ...

    @property
    def kind(self) -> str: ...


@transaction.atomic
def open_thread(thing: Thing, *, by: Person | None) -> Thread:
    """There is a conversation about the thing; opening it again gives the same one. `by` None is the site itself."""
    circles.rule_for(thing.kind)
    if by is not None and not policy.may_open(by, thing.kind, thing.uid):
        raise PermissionDenied
    thread, made = Thread.objects.get_or_create(
        about=thing.uid, defaults={"about_kind": thing.kind, "opened_by": by.uid if by else None}
    )
    if made:
        journal.record(states.OPENED, thread, by=by, about_kind=thing.kind, about=str(thing.uid))
    return thread


@transaction.atomic
def add(thread: Thread, people: Iterable[Person], *, by: Person) -> None:
    """These people take part as well, until they leave; they may not bring in others."""
    if not policy.may_add(by, thread):
        raise PermissionDenied
    for person in people:
        _row, made = Participant.objects.get_or_create(thread=thread, person=person, defaults={"added_by": by.uid})
        if made:
            journal.record(states.JOINED, thread, by=by, person=str(person.uid))


@transaction.atomic
def post(thread: Thread, text: str, *, by: Person, via: str = "page", message_id: str = "") -> Letter:
    """A letter stands at the end of the thread, and all others in it will hear; the same message is posted once."""
    thread = Thread.objects.select_for_update(of=("self",)).get(pk=thread.pk)
    if not policy.may_post(by, thread):
        raise Closed if policy.may_see(by, thread) else PermissionDenied
    text = cleaned(text)
    known = queries.posted_already(thread, text, by=by, message_id=message_id)
    if known is not None:
        return known
    letter = Letter.objects.create(
        thread=thread,
        number=queries.number_of_letters(thread) + 1,
        author=by,
        office=office_of(by, thread),
        text=text,
        via=via,
        message_id=message_id,
    )
    circles.rule_for(thread.about_kind).posted(thread.about, by=by)
    journal.record(states.LETTER_POSTED, thread, by=by, letter=letter.number)
    return letter


def cleaned(text: str) -> str:
    """The text as it is kept; ValidationError with one sentence if there is nothing or too much."""
    text = plain(text).strip()
    if not text:
        raise ValidationError(_("Write something first; an empty letter says nothing."))
    if len(text) > states.LONGEST_LETTER:
        most = format_number(states.LONGEST_LETTER)
        message = _("The letter has %(length)s characters; shorten it to %(most)s, or send it in two parts.")
        raise ValidationError(message % {"length": format_number(len(text)), "most": most})
    return text


def office_of(person: Person, thread: Thread) -> Office | None:
    """The office in which somebody writes: their seat if the thing concerns them, else their place as staff."""
    held = network.offices_today(person)
    circle = circles.circle_of(thread.about_kind, thread.about)
    as_staff = circle is not None and circle.staff and person.uid not in circle.people
    fitting = [office for office in held if (office.role in STAFF_ROLES) == as_staff]
    return next(iter([*fitting, *held]), None)
