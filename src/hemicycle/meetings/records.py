"""Public meetings in lists and as open data; the way in is in neither."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hemicycle.core import texts
from hemicycle.core.catalogue import Record
from hemicycle.core.texts import Reading
from hemicycle.meetings import hosts, moments, queries, wording
from hemicycle.meetings.models import Meeting
from hemicycle.network.models import Body
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class Card:
    """A meeting in a list of things of several kinds."""

    title: str  # in the nearest language
    language: str  # of the title
    address: str  # its page
    place: str  # who holds it
    lead: str  # when it is
    remarks: tuple[str, ...]  # that it was cancelled; what sort it is, where


def meeting_records(meetings: Iterable[Meeting]) -> Iterable[Record]:
    """The records of these meetings in four queries, however many there are."""
    rows = list(meetings)
    uids = [meeting.uid for meeting in rows]
    words, readings = texts.all_languages(uids), texts.read(uids, "en")
    bodies = {body.pk: body for body in Body.objects.filter(pk__in={meeting.body_id for meeting in rows})}
    named = hosts.named(bodies.values())
    return [
        _record(meeting, words[meeting.uid], readings[meeting.uid].original, bodies[meeting.body_id], named)
        for meeting in rows
        if meeting.uid in words
    ]


def meeting_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, Card]:
    found = {meeting.uid: meeting for meeting in queries.visible_to(None).filter(uid__in=list(uids))}
    words = texts.read(found, language)
    named = hosts.named({meeting.body_id: meeting.body for meeting in found.values()}.values())
    return {
        uid: _card(meeting, words[uid], named[meeting.body_id].label) for uid, meeting in found.items() if uid in words
    }


def _record(
    meeting: Meeting, words: Mapping[str, Mapping[str, str]], original: str, body: Body, named: Mapping[int, Link]
) -> Record:
    facts = {
        "begins": meeting.begins_at,
        "ends": meeting.ends_at,
        "zone": meeting.zone,
        "languages": list(meeting.languages),
        "place": meeting.place,
        "state": meeting.state,
        "held_by": body.key,
        "held_by_name": named[body.pk].label,
        "recording": meeting.recording_address,
        "notes": {language: text["notes"] for language, text in words.items() if text.get("notes")},
    }
    facets = {"sort": (meeting.sort,), "hub": (body.key,), "spoken": tuple(meeting.languages)}
    return Record(
        uid=meeting.uid,
        kind=meeting.kind,
        key=str(meeting.uid),
        path=meeting.path,
        original=original,
        titles={language: text["title"] for language, text in words.items()},
        order=meeting.begins_at.isoformat(),
        bodies={language: _body(text) for language, text in words.items() if _body(text)},
        facets={name: values for name, values in facets.items() if values},
        links=(("held_by", body.uid),),
        facts={name: value for name, value in facts.items() if value not in ("", [], {})},
    )


def _body(text: Mapping[str, str]) -> str:
    return "\n\n".join(text[name] for name in ("text", "notes") if text.get(name))


def _card(meeting: Meeting, words: Reading, host: str) -> Card:
    mark = wording.mark(meeting)
    return Card(
        title=words["title"],
        language=words.language,
        address=meeting.get_absolute_url(),
        place=host,
        lead=moments.in_one_line(wording.when(meeting)),
        remarks=((mark,) if mark else ()) + wording.remarks(meeting),
    )
