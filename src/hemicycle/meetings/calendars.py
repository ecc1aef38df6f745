"""Meetings as iCalendar (RFC 5545), for the programs in which people keep their own calendars.

Moments are written in UTC, so that no program has to know when clocks change in a zone; the zone in which a meeting
was set stands in its words.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from hemicycle.core import texts
from hemicycle.core.texts import Reading
from hemicycle.meetings import hosts, moments, wording
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.states import State
from hemicycle.ui.frame import absolute
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link

MEDIA_TYPE = "text/calendar; charset=utf-8"
STATUS = {State.PLANNED: "CONFIRMED", State.POSTPONED: "TENTATIVE", State.CANCELLED: "CANCELLED"}
FRESH_FOR = timedelta(hours=6)


def calendar_of(meetings: Sequence[Meeting], *, name: str, joined: Collection[UUID] = ()) -> bytes:
    """A calendar in the language of the page; the joining link stands only in the meetings named by `joined`."""
    words = texts.read([meeting.uid for meeting in meetings], active_language())
    held_by = hosts.named({meeting.body_id: meeting.body for meeting in meetings}.values())
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", FRESH_FOR, parameters={"VALUE": "DURATION"})
    for meeting in meetings:
        if meeting.uid in words:
            calendar.add_component(_event(meeting, words, held_by, joining=meeting.uid in joined))
    return bytes(calendar.to_ical())


def name_of_one(meeting: Meeting) -> str:
    return f"{meeting.uid}@{settings.MAIL_NAMES}"


def _event(meeting: Meeting, words: Mapping[UUID, Reading], held_by: Mapping[int, Link], *, joining: bool) -> Event:
    reading = words[meeting.uid]
    host = held_by[meeting.body_id].label
    event = Event()
    event.add("uid", name_of_one(meeting))
    event.add("dtstamp", timezone.now())
    event.add("dtstart", meeting.begins_at)
    event.add("dtend", meeting.ends_at)
    event.add("summary", _summary(meeting, reading["title"]), parameters={"LANGUAGE": reading.language})
    event.add("description", _description(meeting, reading, host, joining=joining))
    event.add("url", absolute(meeting.get_absolute_url()))
    event.add("status", STATUS[State(meeting.state)])
    event.add("transp", "OPAQUE" if meeting.state == State.PLANNED else "TRANSPARENT")
    event.add("sequence", meeting.sequence)
    event.add("categories", [host])
    if meeting.place:
        event.add("location", meeting.place)
    elif joining and meeting.joining_address:
        event.add("location", meeting.joining_address)
    if joining and meeting.joining_address:
        event.add("conference", meeting.joining_address, parameters={"VALUE": "URI", "FEATURE": "VIDEO"})
    return event


def _summary(meeting: Meeting, title: str) -> str:
    """Few programs show a state; so the words say it as well."""
    mark = wording.mark(meeting)
    return _("%(state)s: %(title)s") % {"state": mark, "title": title} if mark else title


def _description(meeting: Meeting, reading: Reading, host: str, *, joining: bool) -> str:
    said = [host, moments.in_one_line(wording.when(meeting))]
    if joining and meeting.joining_address:
        said.append(_("Join here: %(address)s") % {"address": meeting.joining_address})
    if meeting.recording_address:
        said.append(_("Recording: %(address)s") % {"address": meeting.recording_address})
    return "\n\n".join(part for part in (*said, reading["text"]) if part)
