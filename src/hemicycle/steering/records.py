"""Published sittings and decisions in lists and as open data; what was not published is in neither."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.core.catalogue import Record
from hemicycle.steering import queries, wording
from hemicycle.steering.models import AgendaItem, Decision, Sitting
from hemicycle.steering.states import FollowUp
from hemicycle.ui.formatting import format_date

Words = Mapping[UUID, Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True)
class Card:
    """A sitting or a decision in a list of things of several kinds."""

    title: str  # in the nearest language
    language: str  # of the title
    address: str  # its page
    place: str  # that it is the committee's
    lead: str  # when it was; or what was decided
    remarks: tuple[str, ...]  # what stands quietly below


def sitting_records(sittings: Iterable[Sitting]) -> list[Record]:
    rows = list(sittings)
    prefetch_related_objects(rows, "meeting", "items", "papers", "decisions")
    uids = [uid for row in rows for uid in (row.meeting.uid, row.uid, *(item.uid for item in row.items.all()))]
    words = texts.all_languages(uids)
    return [_sitting(row, words) for row in rows if row.meeting.uid in words]


def decision_records(decisions: Iterable[Decision]) -> list[Record]:
    rows = list(decisions)
    prefetch_related_objects(rows, "sitting", "procedure", "body")
    words = texts.all_languages([row.uid for row in rows])
    return [_decision(row, words[row.uid]) for row in rows if row.uid in words]


def sitting_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, Card]:
    rows = {row.uid: row for row in queries.sittings_visible_to(None).filter(uid__in=list(uids))}
    words = texts.read([row.meeting.uid for row in rows.values()], language)
    return {
        uid: Card(
            title=words[row.meeting.uid]["title"],
            language=words[row.meeting.uid].language,
            address=row.get_absolute_url(),
            place=_("Steering committee"),
            lead=wording.when(row.meeting),
            remarks=(_("Sitting"),),
        )
        for uid, row in rows.items()
        if row.meeting.uid in words
    }


def decision_cards(uids: Sequence[UUID], language: str) -> Mapping[UUID, Card]:
    rows = {row.uid: row for row in queries.decisions_visible_to(None).filter(uid__in=list(uids))}
    words = texts.read(rows, language)
    return {
        uid: Card(
            title=words[uid]["title"],
            language=words[uid].language,
            address=row.get_absolute_url(),
            place=_("Steering committee"),
            lead=words[uid]["text"],
            remarks=(wording.decision_name(row), format_date(row.taken_on)),
        )
        for uid, row in rows.items()
        if uid in words
    }


def _sitting(row: Sitting, words: Words) -> Record:
    titles = words[row.meeting.uid]
    minutes = words.get(row.uid, {}) if row.minutes_published_at else {}
    agenda = list(row.items.all()) if row.papers_published_at else []
    meeting = row.meeting
    facts = {
        "begins": meeting.begins_at,
        "ends": meeting.ends_at,
        "zone": meeting.zone,
        "place": meeting.place,
        "state": meeting.state,
        "languages": list(meeting.languages),
        "agenda": [_item(item, words) for item in agenda],
        "papers": [_paper(paper) for paper in row.papers.all()] if row.papers_published_at else [],
        "minutes": {language: said["minutes"] for language, said in minutes.items()},
        "decisions": [str(decision.uid) for decision in row.decisions.all()] if row.minutes_published_at else [],
    }
    return Record(
        uid=row.uid,
        kind=row.kind,
        key=str(row.uid),
        path=row.path,
        original=next(iter(titles)),
        titles={language: said["title"] for language, said in titles.items()},
        order=meeting.begins_at.isoformat(),
        leads={language: said["text"] for language, said in titles.items() if said.get("text")},
        bodies={language: said["minutes"] for language, said in minutes.items()},
        facts={name: value for name, value in facts.items() if value not in ("", [], {})},
    )


def _item(item: AgendaItem, words: Words) -> dict[str, Any]:
    said = words.get(item.uid, {})
    return {
        "number": item.number,
        "titles": {language: text["title"] for language, text in said.items()},
        "texts": {language: text["text"] for language, text in said.items() if text.get("text")},
    }


def _paper(paper: Any) -> dict[str, Any]:
    return {"title": paper.title, "language": paper.language, "file": f"/files/{paper.file_id}"}


def _decision(row: Decision, words: Mapping[str, Mapping[str, Any]]) -> Record:
    """Who follows up is named where it is a body; people are not."""
    facts = {
        "number": row.name,
        "taken_on": row.taken_on.isoformat(),
        "taken": "in_writing" if row.procedure_id else "at_a_sitting",
        "followed_up_by": "body" if row.body_id else "person" if row.person_id else "nobody",
        "follows_up": row.body.key if row.body else "",
        "due": row.due.isoformat() if row.due else "",
        "state": row.state,
        "outcome": row.outcome if row.state != FollowUp.OPEN else "",
        "settled_on": row.settled_on.isoformat() if row.settled_on else "",
    }
    return Record(
        uid=row.uid,
        kind=row.kind,
        key=str(row.uid),
        path=row.path,
        original=next(iter(words)),
        titles={language: said["title"] for language, said in words.items()},
        order=f"{row.year}-{row.number:05}",
        bodies={language: said["text"] for language, said in words.items() if said.get("text")},
        facets={"state": (row.state,), "year": (str(row.year),)},
        links=(("taken_at", row.sitting.uid),) if row.sitting else (),
        facts={name: value for name, value in facts.items() if value != ""},
    )
