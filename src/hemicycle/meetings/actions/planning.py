"""The verbs of those who hold meetings: announce, change, translate, postpone, cancel, and record afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.kit.typed import one_line, plain
from hemicycle.meetings import moments, policy, states
from hemicycle.meetings.actions.doors import MeetingRefused, locked, require, tell
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.states import Opening, Sort, State
from hemicycle.network.models import Body
from hemicycle.ui.formatting import format_number

# What a calendar has to follow, and of what those who come are told.
MOVING = ("begins_at", "ends_at", "zone")
WAYS = ("place", "joining_address")
OTHERS = ("sort", "opening", "languages")


@dataclass(frozen=True)
class Planned:
    """A meeting as it is to be."""

    title: str
    language: str  # In which title and text are written.
    begins_at: datetime
    ends_at: datetime
    zone: str  # In which the hours were said.
    text: str = ""
    sort: str = Sort.MEETING
    opening: str = Opening.MEMBERS
    languages: Sequence[str] = ()  # That are spoken.
    place: str = ""
    joining_address: str = ""


@transaction.atomic
def announce(body: Body, planned: Planned, *, by: Person, once: UUID | None = None) -> Meeting:
    """The body holds a meeting; its members hear. The same `once`, as from a second press, gives the same meeting."""
    require(policy.may_hold(by, body))
    # Nobody chooses the identity of a thing: it could be that of another.
    uid = uuid5(body.uid, f"meeting:{once or uuid4()}")
    known = Meeting.objects.filter(uid=uid).first()
    if known is not None:
        return known
    meeting = Meeting(uid=uid, body=body)
    _set(meeting, planned)
    meeting.save()
    _write(meeting, planned.language, by, title=planned.title, text=planned.text)
    tell(meeting, states.ANNOUNCED, by=by, over=meeting.is_over())
    return meeting


@transaction.atomic
def change(meeting: Meeting, planned: Planned, *, by: Person, seen: int | None = None) -> None:
    """The meeting is otherwise; who comes hears where and when. `seen` is the number of the state that was changed."""
    meeting = locked(meeting)
    require(policy.may_change(by, meeting))
    if seen is not None and seen != meeting.sequence:
        raise MeetingRefused(
            _("Somebody else has changed this meeting meanwhile. Look at it in another window, then send yours again.")
        )
    before = {name: getattr(meeting, name) for name in (*MOVING, *WAYS)}
    _set(meeting, planned)
    moved = any(getattr(meeting, name) != before[name] for name in MOVING)
    way = any(getattr(meeting, name) != before[name] for name in WAYS)
    if moved:
        meeting.state = State.PLANNED
        meeting.registrations.update(reminded_at=None)
    meeting.sequence += 1
    meeting.save()
    _write(meeting, planned.language, by, title=planned.title, text=planned.text)
    tell(meeting, states.CHANGED, by=by, moved=moved, way=way)


@transaction.atomic
def translate(meeting: Meeting, language: str, *, title: str, text: str, by: Person) -> None:
    """The words of the meeting in another language."""
    meeting = locked(meeting)
    require(policy.may_translate(by, meeting))
    if _write(meeting, language, by, title=title, text=text):
        tell(meeting, states.TRANSLATED, by=by, language=language)


@transaction.atomic
def postpone(meeting: Meeting, *, by: Person) -> None:
    """It does not take place when it was to, and nobody knows yet when it will; a new date makes it planned again."""
    meeting = locked(meeting)
    require(policy.may_change(by, meeting))
    if meeting.state == State.POSTPONED:
        return
    _end_as(meeting, State.POSTPONED)
    tell(meeting, states.POSTPONED, by=by)


@transaction.atomic
def cancel(meeting: Meeting, *, by: Person) -> None:
    """It does not take place; its page and the calendars of those who come say so."""
    meeting = locked(meeting)
    if meeting.state == State.CANCELLED and policy.may_hold(by, meeting.body):
        return
    require(policy.may_change(by, meeting))
    _end_as(meeting, State.CANCELLED)
    tell(meeting, states.CANCELLED, by=by)


@transaction.atomic
def record(meeting: Meeting, *, recording_address: str, notes: str, language: str, by: Person) -> None:
    """What is left of the meeting: where it can be watched, and what was noted, in one of its languages."""
    meeting = locked(meeting)
    if not meeting.has_begun() and policy.may_hold(by, meeting.body):
        raise MeetingRefused(_("This meeting has not begun yet; record it when it has."))
    require(policy.may_record(by, meeting))
    before, meeting.recording_address = meeting.recording_address, recording_address.strip()
    _check(meeting)
    meeting.save(update_fields=["recording_address"])
    if language not in _languages_of(meeting):
        raise ValidationError({"language": _("This meeting has no title in that language yet; write one first.")})
    written = _write(meeting, language, by, notes=notes)
    if written or meeting.recording_address != before:
        tell(meeting, states.RECORDED, by=by)


def _set(meeting: Meeting, planned: Planned) -> None:
    for name in (*MOVING, *WAYS, *OTHERS):
        setattr(meeting, name, getattr(planned, name))
    meeting.begins_at, meeting.ends_at = (_minute(moment) for moment in (planned.begins_at, planned.ends_at))
    meeting.languages = list(dict.fromkeys(planned.languages))
    meeting.place = one_line(planned.place)
    meeting.joining_address = planned.joining_address.strip()
    _check(meeting)


def _minute(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def _check(meeting: Meeting) -> None:
    """One sentence for each mistake, beside its field."""
    faults: dict[str, Any] = {}
    length = meeting.ends_at - meeting.begins_at
    if length <= timedelta(0):
        faults["ends_at"] = _("The meeting ends before it begins.")
    elif length > states.LONGEST:
        faults["ends_at"] = _("The meeting would last longer than two weeks; enter each part as a meeting of its own.")
    if abs(meeting.begins_at - timezone.now()) > states.FURTHEST:
        faults["begins_at"] = _("This day is too far away; look at the year.")
    if not moments.is_zone(meeting.zone):
        faults["zone"] = _("Choose a time zone from the list.")
    for name in ("joining_address", "recording_address"):
        if getattr(meeting, name) and not getattr(meeting, name).startswith(("https://", "http://")):
            faults[name] = _("Write the whole address, beginning with https://.")
    if faults:
        raise ValidationError(faults)
    meeting.clean_fields(exclude=["body"])


def _write(meeting: Meeting, language: str, by: Person, **fields: str) -> bool:
    """Publish words in one language, beside whatever else is known in it; False if they are the same already.

    The first language is the original.
    """
    known = texts.all_languages([meeting.uid]).get(meeting.uid, {})
    before = dict(known.get(language, {}))
    said = {**before, **{name: plain(words).strip() for name, words in fields.items()}}
    said["title"] = one_line(said.get("title", ""))
    _check_words(said)
    if said == before:
        return False
    original = not known or next(iter(known)) == language
    texts.write(texts.Draft(meeting.uid, language, said, original=original), by=by.uid, publish=True)
    return True


def _check_words(said: dict[str, str]) -> None:
    faults: dict[str, Any] = {}
    # Signs that nobody sees, alone, would make a link that nobody finds.
    if not any(sign.isalnum() for sign in said["title"]):
        faults["title"] = _("Give the meeting a title.")
    for name, most in (("title", states.LONGEST_TITLE), ("text", states.LONGEST_TEXT), ("notes", states.LONGEST_TEXT)):
        if len(said.get(name, "")) > most:
            words = {"length": format_number(len(said[name])), "most": format_number(most)}
            faults[name] = _("This has %(length)s characters; shorten it to %(most)s.") % words
    if faults:
        raise ValidationError(faults)


def _languages_of(meeting: Meeting) -> list[str]:
    return list(texts.all_languages([meeting.uid]).get(meeting.uid, {}))


def _end_as(meeting: Meeting, state: State) -> None:
    meeting.state = state
    meeting.sequence += 1
    meeting.save(update_fields=["state", "sequence"])
    # Whoever has to be asked anew is also reminded anew.
    meeting.registrations.update(reminded_at=None)
