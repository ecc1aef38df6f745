"""Who hears by mail of a meeting, in what words, and what awaits those who were invited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.core.catalogue import Attachment, Duty, Message, Task
from hemicycle.meetings import calendars, hosts, meeting_deeds, moments, policy, queries, states, wording
from hemicycle.meetings.models import Meeting, Registration
from hemicycle.meetings.states import Opening, State
from hemicycle.ui.frame import absolute
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Fact, Link

TEMPLATE = "meetings/mail.html"
FILE = "meeting.ics"


@dataclass(frozen=True)
class Told:
    """What a mail about a meeting says."""

    subject: str
    sentence: str
    facts: tuple[Fact, ...]  # when, for the host and for the reader; who holds it; where; the way in for those who come
    text: str  # what it is about; may be empty
    links: tuple[Link, ...]  # what can be done, the first one foremost; absolute
    calendar: str  # the meeting as iCalendar; empty for those who do not come


Say = Callable[[Meeting, str, Person], Told | None]  # say(meeting, its title, person)


def meeting_of(entry: Any) -> Meeting | None:
    found = Meeting.objects.select_related("body")
    if entry.kind == Registration.kind:
        return found.filter(registrations__uid=entry.subject).first()
    return found.filter(uid=entry.subject).first()


def to_members(entry: Any) -> set[UUID]:
    """What is over is not announced any more, and who is invited gets an invitation."""
    meeting = meeting_of(entry)
    if meeting is None or meeting.is_over() or meeting.opening == Opening.INVITED:
        return set()
    return hosts.members(meeting.body)


def to_those_who_come(entry: Any) -> set[UUID]:
    """Of a change in words alone nobody needs to hear."""
    meeting = meeting_of(entry)
    concerns = entry.verb != states.CHANGED or entry.facts["moved"] or entry.facts["way"]
    return queries.people_coming_to(meeting) if meeting and concerns and not meeting.is_over() else set()


def to_the_one(entry: Any) -> set[UUID]:
    return set(Registration.objects.filter(uid=entry.subject).values_list("person__uid", flat=True))


def announced(meeting: Meeting, title: str, person: Person) -> Told | None:
    registration = policy.registration_of(person, meeting)
    if not policy.may_register(person, meeting) or (registration and registration.coming is not None):
        return None
    host = _host(meeting)
    sentence = _("%(host)s invites you to “%(title)s”.") % {"host": host, "title": title}
    links = (Link(_("Register me"), meeting_deeds.link_to_come(person, meeting)), _page(meeting))
    return _told(meeting, person, _("Meeting: %(title)s") % {"title": title}, sentence, links)


def invited(meeting: Meeting, title: str, person: Person) -> Told | None:
    registration = policy.registration_of(person, meeting)
    if registration is None or registration.coming is not None or not policy.may_register(person, meeting):
        return None
    sentence = _("You are invited to “%(title)s”. Do you come?") % {"title": title}
    links = (
        Link(_("I come"), meeting_deeds.link_to_come(person, meeting)),
        Link(_("I do not come"), meeting_deeds.link_not_to_come(person, meeting)),
        _page(meeting),
    )
    return _told(meeting, person, _("Invitation: %(title)s") % {"title": title}, sentence, links)


def changed(meeting: Meeting, title: str, person: Person) -> Told | None:
    if meeting.state != State.PLANNED or not policy.may_join(person, meeting):
        return None
    sentence = _("“%(title)s” has changed. Below is how it is now; the file brings it into your calendar.")
    subject = _("Changed: %(title)s") % {"title": title}
    return _told(meeting, person, subject, sentence % {"title": title}, _ways(meeting, person), joining=True)


def postponed(meeting: Meeting, title: str, person: Person) -> Told | None:
    if meeting.state != State.POSTPONED or not policy.may_see(person, meeting):
        return None
    sentence = _("“%(title)s” does not take place at the time below. You will hear when it does.") % {"title": title}
    subject = _("Postponed: %(title)s") % {"title": title}
    return _told(meeting, person, subject, sentence, _ways(meeting, person), calendar=True)


def cancelled(meeting: Meeting, title: str, person: Person) -> Told | None:
    if meeting.state != State.CANCELLED or not policy.may_see(person, meeting):
        return None
    sentence = _("“%(title)s” does not take place. The file takes it out of your calendar.") % {"title": title}
    subject = _("Cancelled: %(title)s") % {"title": title}
    return _told(meeting, person, subject, sentence, (_page(meeting),), calendar=True)


def registered(meeting: Meeting, title: str, person: Person) -> Told | None:
    if not policy.may_join(person, meeting) or meeting.is_over():
        return None
    sentence = _("You are registered for “%(title)s”. The file brings it into your calendar.") % {"title": title}
    subject = _("Registered: %(title)s") % {"title": title}
    return _told(meeting, person, subject, sentence, _ways(meeting, person), joining=True)


def reminded(meeting: Meeting, title: str, person: Person) -> Told | None:
    registration = policy.registration_of(person, meeting)
    planned = meeting.state == State.PLANNED and not meeting.is_over()
    if not planned or registration is None or not registration.coming or not policy.may_join(person, meeting):
        return None
    subject = _("Soon: %(title)s") % {"title": title}
    sentence = _("“%(title)s”, for which you registered, begins within a day.") % {"title": title}
    return _told(meeting, person, subject, sentence, _ways(meeting, person), joining=True)


def attached(told: Told) -> Sequence[Attachment]:
    return (Attachment(FILE, "text/calendar", told.calendar),) if told.calendar else ()


def waiting_invitations(person: Any) -> list[Task]:
    rows = list(queries.invitations_of(person))
    words = texts.read([row.meeting.uid for row in rows], active_language()) if rows else {}
    return [
        Task(
            _("Say whether you come: %(title)s") % {"title": words[row.meeting.uid]["title"]},
            row.since,
            row.meeting.get_absolute_url(),
            due=row.meeting.begins_at,
        )
        for row in rows
        if row.meeting.uid in words
    ]


def _about(say: Say) -> Callable[[Any, Any], Told | None]:
    def about(entry: Any, person: Any) -> Told | None:
        meeting = meeting_of(entry)
        reading = texts.read([meeting.uid], active_language()).get(meeting.uid) if meeting else None
        return say(meeting, reading["title"], person) if meeting and reading else None

    return about


def _told(
    meeting: Meeting,
    person: Person,
    subject: str,
    sentence: str,
    links: tuple[Link, ...],
    *,
    joining: bool = False,
    calendar: bool = False,
) -> Told:
    joined = (meeting.uid,) if joining else ()
    document = calendars.calendar_of([meeting], name=subject, joined=joined) if joining or calendar else b""
    reading = texts.read_one(meeting.uid, active_language())
    return Told(
        subject=subject,
        sentence=sentence,
        facts=tuple(_facts(meeting, person, joining=joining)),
        text=reading["text"] if not (joining or calendar) else "",
        links=links,
        calendar=document.decode(),
    )


def _facts(meeting: Meeting, person: Person, *, joining: bool) -> list[Fact]:
    own = wording.when_for(meeting, person.time_zone)
    said = [Fact(_("When"), moments.in_one_line(wording.when(meeting)))]
    said += [Fact(_("Where you are"), moments.in_one_line(own))] if own else []
    said += [Fact(_("Held by"), _host(meeting))]
    said += [Fact(_("Place"), meeting.place)] if meeting.place else []
    if joining and meeting.joining_address:
        said.append(Fact(_("Join here"), meeting.joining_address, source=meeting.joining_address))
    return said


def _host(meeting: Meeting) -> str:
    return hosts.named([meeting.body])[meeting.body_id].label


def _page(meeting: Meeting) -> Link:
    return Link(_("Read more"), absolute(meeting.get_absolute_url()))


def _ways(meeting: Meeting, person: Person) -> tuple[Link, ...]:
    return (_page(meeting), Link(_("I do not come"), meeting_deeds.link_not_to_come(person, meeting)))


def _message(
    verb: str, audience: Callable[[Any], set[UUID]], say: Say, *, urgent: bool = True, to_actor: bool = False
) -> Message:
    return Message(
        verb,
        states.TOPIC,
        audience,
        _about(say),
        TEMPLATE,
        urgent=urgent,
        to_actor=to_actor,
        attached=attached,
    )


MESSAGES = (
    _message(states.ANNOUNCED, to_members, announced, urgent=False),
    # Who comes has to know where and when, whatever else they hear of.
    _message(states.CHANGED, to_those_who_come, changed, to_actor=True),
    _message(states.POSTPONED, to_those_who_come, postponed, to_actor=True),
    _message(states.CANCELLED, to_those_who_come, cancelled, to_actor=True),
    _message(states.INVITED, to_the_one, invited),
    _message(states.REGISTERED, to_the_one, registered, to_actor=True),
    _message(states.REMINDED, to_the_one, reminded),
)
DUTIES = (Duty("meetings.invitations", gettext_lazy("Invitations to meetings"), waiting_invitations),)
