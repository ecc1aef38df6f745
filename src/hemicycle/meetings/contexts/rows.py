"""Meetings as the calendar shows them, under their months."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from hemicycle.core import texts
from hemicycle.meetings import hosts, moments, wording
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.moments import Span
from hemicycle.ui.formatting import format_month
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class Row:
    """A meeting in the calendar."""

    title: str  # in the nearest language
    language: str  # of the title, where it is not the page's
    address: str  # its page
    host: Link  # who holds it
    mark: str  # that it was cancelled or postponed; empty if it is as planned
    when: Span  # in the zone in which it was set
    own: Span | None  # in the reader's zone, where clocks show otherwise there
    remarks: tuple[str, ...]  # what sort it is, where, for whom
    languages: str  # that are spoken; may be empty
    comes: str  # what the reader has said about coming; empty for nothing


@dataclass(frozen=True)
class Month:
    """A month of the calendar."""

    name: str  # with its year
    key: str  # such as 2026-11; also its id in the page
    rows: tuple[Row, ...]  # in the order of the list


def months_of(meetings: Iterable[Meeting], viewer: Any) -> tuple[Month, ...]:
    """In the order given; the month is that of the zone in which each was set."""
    rows = list(meetings)
    words = texts.read([meeting.uid for meeting in rows], active_language()) if rows else {}
    held_by = hosts.named({meeting.body_id: meeting.body for meeting in rows}.values())
    said = _said_by(viewer, rows)
    found = []
    for key, some in groupby(rows, key=lambda meeting: _first(meeting).strftime("%Y-%m")):
        mine = list(some)
        shown = tuple(_row(each, words, held_by, said, viewer) for each in mine if each.uid in words)
        found.append(Month(format_month(_first(mine[0])), key, shown))
    return tuple(found)


def _said_by(viewer: Any, meetings: Sequence[Meeting]) -> dict[int, bool | None]:
    if not viewer.is_authenticated or not meetings:
        return {}
    return dict(viewer.registrations.filter(meeting__in=meetings).values_list("meeting", "coming"))


def _row(
    meeting: Meeting,
    words: Mapping[Any, texts.Reading],
    held_by: Mapping[int, Link],
    said: Mapping[int, bool | None],
    viewer: Any,
) -> Row:
    reading = words[meeting.uid]
    return Row(
        title=reading["title"],
        language=reading.language if reading.is_other_language else "",
        address=meeting.get_absolute_url(),
        host=held_by[meeting.body_id],
        mark=wording.mark(meeting),
        when=wording.when(meeting),
        own=wording.when_for(meeting, viewer.time_zone) if viewer.is_authenticated else None,
        remarks=wording.remarks(meeting),
        languages=wording.languages(meeting),
        comes=wording.comes(said[meeting.pk]) if meeting.pk in said else "",
    )


def _first(meeting: Meeting) -> Any:
    return meeting.begins_at.astimezone(moments.zone_of(meeting.zone))
