"""What the pages of a case and of a use case have in common, and how it is put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from markupsafe import Markup

from hemicycle.core import panels
from hemicycle.core.history import address_of
from hemicycle.core.texts import Reading, Version
from hemicycle.innovations import wording
from hemicycle.innovations.analysis import not_stated
from hemicycle.innovations.records import BRANCHES
from hemicycle.innovations.states import (
    EVIDENCE_MEANS,
    HAPPENED,
    HEADINGS,
    HELD,
    UNSTATED,
    UNSTATED_USE_CASE,
    Evidence,
    State,
)
from hemicycle.topics.queries import vocabulary
from hemicycle.ui.formatting import format_date
from hemicycle.ui.languages import active_language, native_name
from hemicycle.ui.parts import Event, Link

# What comes next, for those who work on a record that is not public.
COMING: Mapping[str, Any] = {
    State.SUBMITTED: gettext_lazy("An editor answers within ten working days, and its authors hear of it by mail."),
    State.IN_REVIEW: gettext_lazy("An editor reads it. Questions come to its authors by mail; so may their answers."),
    State.RETURNED: gettext_lazy("Its authors go on with it and hand it in again."),
    State.WITHDRAWN: gettext_lazy("Its address tells everybody else that it was withdrawn. It can be brought back."),
}


@dataclass(frozen=True)
class Passage:
    """One part of what is told."""

    name: str  # its name, as in the data; also its identifier in the page
    heading: str  # in the language of the page
    text: str  # in the language of the words


@dataclass(frozen=True)
class Source:
    """One numbered source."""

    number: int  # by which figures cite it
    title: str  # as the source is called
    address: str  # where it can be read; may be empty
    note: str  # how it was read, in the original language of the record
    dated: str  # ISO date, possibly partial; empty if nobody knows


@dataclass(frozen=True)
class TopicGroup:
    """The topics of one branch."""

    heading: str  # what the branch is called
    links: tuple[Link, ...]  # each to everything else about it


@dataclass(frozen=True)
class Standing:
    """How well the record is known."""

    level: str  # the level of evidence, as a word
    held: bool  # whether somebody vouches for it
    means: str  # what the level means
    levels: tuple[tuple[str, str], ...]  # every level and what it means


@dataclass(frozen=True)
class Words:
    """In which language the record is told here, and what else there is."""

    language: str  # of the words
    foreign: bool  # whether that is not the language of the page
    original: str  # the language in which the record was first written
    translated: bool  # whether these words are a translation
    credit: str  # who translated them; may be empty
    behind: bool  # whether the original has changed since
    versions: tuple[Link, ...]  # every language in which it can be read; this one without an address


@dataclass(frozen=True)
class RecordPage:
    """A case or use case on a page of its own."""

    title: str  # in the language of the words
    lead: str  # one or two sentences; may be empty
    preview: str  # the address of the picture for link previews
    indexed: bool  # whether it is public
    state: str  # why it is not public; empty if it is
    coming: str  # what comes next while it is not public; may be empty
    trail: tuple[Link, ...]  # the way here
    place: tuple[Link, ...]  # whose it is: countries and body
    words: Words  # in which language it is told
    passages: tuple[Passage, ...]  # what is told, in order
    unstated: tuple[str, ...]  # what nobody has said yet
    standing: Standing  # how well it is known
    sources: tuple[Source, ...]  # numbered
    topics: tuple[TopicGroup, ...]  # what it is about
    downloads: tuple[Link, ...]  # the same as open data; none while it is not public
    history: tuple[Event, ...]  # what happened to it, newest first
    deeds: str  # the address where it says who did what
    panels: tuple[Markup, ...]  # what other packages show here
    ways: tuple[Link, ...]  # what this person may do with it; empty for visitors


def shared(
    thing: Any, reading: Reading, fields: Sequence[str], list_name: str, ways: tuple[Link, ...] = ()
) -> dict[str, Any]:
    """The fields of `RecordPage` for a thing that was read whole."""
    language = active_language()
    words = words_of(thing, reading)
    own_name = thing.body_name or (thing.body.name if thing.body_id else "")
    return {
        "title": reading["title"],
        "lead": reading[fields[1]],
        "preview": wording.address(f"{thing.path}preview.png"),
        "indexed": thing.state == State.PUBLISHED,
        "state": "" if thing.state == State.PUBLISHED else str(State(thing.state).label),
        "coming": str(COMING.get(thing.state, "")),
        "trail": (Link(list_name, wording.address(thing.path.rsplit("/", 2)[0] + "/")),),
        "place": wording.places(thing.body_id, own_name, thing.countries),
        "words": words,
        "passages": passages(reading, fields[2:]),
        "unstated": unstated(thing, reading),
        "standing": standing(thing),
        "sources": tuple(Source(**_source(source)) for source in thing.sources),
        "topics": topic_groups(thing),
        "downloads": (Link("JSON", wording.address(thing.path.rstrip("/") + ".json")),)
        if thing.state == State.PUBLISHED
        else (),
        "history": tuple(Event(date=each["at"][:10], text=str(HAPPENED[each["verb"]])) for each in thing.happened),
        "deeds": address_of(thing.kind, thing.uid),
        "ways": ways,
        "panels": panels.drawn_for(thing.kind, thing.uid, thing.slug, language)
        if thing.state == State.PUBLISHED
        else (),
    }


def words_of(thing: Any, reading: Reading) -> Words:
    return Words(
        language=reading.language,
        foreign=reading.is_other_language,
        original=reading.original,
        translated=reading.language != reading.original,
        credit=wording.credit(reading.credit),
        behind=reading.behind,
        versions=tuple(_version(thing, version, reading) for version in sorted(reading.versions, key=_language_order)),
    )


def passages(reading: Reading, fields: Sequence[str]) -> tuple[Passage, ...]:
    return tuple(Passage(name, str(HEADINGS[name]), reading[name]) for name in fields if reading[name])


def unstated(thing: Any, reading: Reading) -> tuple[str, ...]:
    names: Mapping[str, Any] = {**UNSTATED, **UNSTATED_USE_CASE}
    return tuple(str(names[name]) for name in not_stated(thing, reading.fields))


def _meaning(thing: Any) -> str:
    """What the level means for this record; who checked it is named by office, and when."""
    if thing.evidence == Evidence.CHECKED and thing.published_at is not None:
        words = {"date": format_date(thing.published_at)}
        return _("An editor of the network checked this record against its sources on %(date)s.") % words
    return str(EVIDENCE_MEANS[thing.evidence])


def standing(thing: Any) -> Standing:
    return Standing(
        level=str(Evidence(thing.evidence).label),
        held=thing.evidence in HELD,
        means=_meaning(thing),
        levels=tuple((str(Evidence(level).label), str(means)) for level, means in EVIDENCE_MEANS.items()),
    )


def topic_groups(thing: Any) -> tuple[TopicGroup, ...]:
    """The topics by branch, in the order of the vocabulary; each leads to the list that it narrows."""
    known = vocabulary()
    path = reverse("innovations:cases" if thing.kind == "case" else "innovations:use_cases")
    groups: dict[str, list[Link]] = {}
    for row in thing.topics:
        term = known.by_pk[row["topic_id"]]
        groups.setdefault(term.branch, []).append(Link(term.label, f"{path}?{term.branch}={term.slug}"))
    return tuple(
        TopicGroup(known.terms[branch].label, tuple(groups[branch])) for branch in BRANCHES if branch in groups
    )


def _version(thing: Any, version: Version, reading: Reading) -> Link:
    """A language by its own name, with what is to be known of the text in it."""
    note = _("original") if version.language == reading.original else ""
    if version.behind:
        note = _("translated from an earlier version")
    shown = version.language == reading.language
    address = "" if shown else f"/{version.language}{thing.path}"
    return Link(native_name(version.language), address, note=note, language=version.language)


def _language_order(version: Version) -> int:
    offered = [code for code, _name in settings.LANGUAGES]
    return offered.index(version.language) if version.language in offered else len(offered)


def _source(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"number": row["order"], **{name: row[name] for name in ("title", "address", "note", "dated")}}
