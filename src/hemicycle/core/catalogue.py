"""The only four ways in which a package speaks to the rest: Offer, Message, Duty, Panel."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

Words = Any  # A str or a lazy translation of one.


@dataclass(frozen=True)
class Record:
    """The open-data form of one public thing; search, feeds, exports and peers are fed from it."""

    uid: UUID
    kind: str
    key: str
    path: str  # Its address without the language, e.g. /cases/zm-echamber-app/.
    original: str  # The language it was first written in.
    titles: Mapping[str, str]
    order: str = ""  # By what lists of its kind are sorted, such as a date.
    leads: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: tuple[str, ...] = ()  # Keys of the countries it is about.
    links: tuple[tuple[str, UUID], ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list; `labels()` gives what each value is called, in the order they are shown."""

    name: str
    label: Words
    labels: Callable[[], Mapping[str, Words]]
    # The value above, for facets that are trees; a thing is marked with all values up to the root.
    parent: Callable[[str], str] | None = None


@dataclass(frozen=True)
class Offer:
    """One public kind, as the rest of the platform may know it."""

    kind: str
    name: tuple[Words, Words]  # One, and many.
    visible: Callable[[Any], QuerySet[Any]]  # The only gate to the rows: visible(viewer), None for the public.
    records: Callable[[Iterable[Any]], Iterable[Record]]
    cards: Callable[[Sequence[UUID], str], Mapping[UUID, Any]]  # cards(uids, language), in at most two queries.
    card: str  # The template that holds the macro `card(card)`.
    facets: tuple[Facet, ...] = ()
    receive: Callable[..., Model] | None = None  # How a peer's copy enters.
    whole: str = ""  # The path of the list of all of them, where that is not the folder above each.


@dataclass(frozen=True)
class Attachment:
    """A small file of words that goes with a mail, such as an appointment for a calendar."""

    name: str
    media_type: str  # Of text, such as text/calendar.
    text: str


@dataclass(frozen=True)
class Message:
    """Who hears of a verb, in what words, and what a reply by mail does."""

    verb: str
    topic: str  # The heading under which people choose how often they hear: review, threads, upkeep, seats …
    audience: Callable[[Any], Iterable[UUID]]  # audience(entry): uids of people; the actor is left out by the reader.
    about: Callable[
        [Any, Any], Any | None
    ]  # about(entry, person): what the template gets; None if nothing is left to say.
    template: str  # Holds the macros subject(it), text(it) and html(it).
    urgent: bool = False  # Sent at once whatever the person chose, such as a code or an invitation.
    thread: Callable[[Any], UUID | None] | None = None  # thread(entry): the thread to which a reply is posted.
    to_actor: bool = False  # Whether the actor is told as well, as with a confirmation.
    # attached(about): what goes with the mail when it tells of this alone.
    attached: Callable[[Any], Sequence[Attachment]] | None = None


@dataclass(frozen=True)
class Task:
    """One thing that awaits one person."""

    title: str
    since: Any  # Since when it waits, with time.
    address: str  # The one page where it is done.
    due: Any | None = None  # By when it was promised.
    note: str = ""


@dataclass(frozen=True)
class Waiting:
    """One thing in a queue of the secretariat, whoever may take it; it names nothing, since not all may see it."""

    since: Any  # Since when it waits, with time.
    due: Any | None = None  # By when it was promised.
    taken: bool = False  # Whether somebody works on it.


@dataclass(frozen=True)
class Duty:
    """What awaits a person, and the page where each task is done."""

    name: str
    label: Words
    awaiting: Callable[[Any], Iterable[Task]]  # awaiting(person), in few queries.
    queue: Callable[[], Iterable[Waiting]] | None = None  # All that awaits the secretariat, where it does this duty.


@dataclass(frozen=True)
class Panel:
    """What one package shows on the page of another's thing; `build` takes the uid, key and language."""

    name: str
    kind: str
    template: str
    build: Callable[[UUID, str, str], Any | None]  # Nothing to show is None; at most two queries.
    shows: tuple[str, ...] = ()  # The kinds whose change alters the panel.


class NotOffered(LookupError):
    """No package has offered this kind."""


class AlreadyOffered(ValueError):
    """Two packages claim the same name."""


OFFERS: dict[str, Offer] = {}
MESSAGES: dict[str, Message] = {}
DUTIES: dict[str, Duty] = {}
PANELS: dict[str, Panel] = {}
AUDIENCES: dict[str, str] = {}


def _add(register: dict[str, Any], name: str, thing: Any) -> None:
    if register.setdefault(name, thing) != thing:
        raise AlreadyOffered(name)


def offer(*offers: Offer) -> None:
    for each in offers:
        _add(OFFERS, each.kind, each)


def message(*messages: Message) -> None:
    for each in messages:
        _add(MESSAGES, each.verb, each)


def duty(*duties: Duty) -> None:
    for each in duties:
        _add(DUTIES, each.name, each)


def panel(*panels: Panel) -> None:
    for each in panels:
        _add(PANELS, each.name, each)


def verbs(audiences: Mapping[str, str]) -> None:
    """Declare who may read of each verb: `public`, `parties` or `staff`."""
    for verb, audience in audiences.items():
        if audience not in {"public", "parties", "staff"}:
            raise ValueError(f"{verb}: “{audience}” is no audience; use public, parties or staff")
        _add(AUDIENCES, verb, audience)


def offered(kind: str) -> Offer:
    try:
        return OFFERS[kind]
    except KeyError:
        raise NotOffered(kind) from None


@dataclass(frozen=True)
class ShownPanel:
    """A panel with what it found for one thing."""

    name: str
    template: str
    content: Any


def panels_for(kind: str, uid: UUID, key: str, language: str) -> list[ShownPanel]:
    """What other packages show on this thing's page, in the order in which they registered."""
    found = ((panel, panel.build(uid, key, language)) for panel in PANELS.values() if panel.kind == kind)
    return [ShownPanel(panel.name, panel.template, content) for panel, content in found if content is not None]


def kinds_on(kind: str) -> tuple[str, ...]:
    """The kinds that a page of this kind shows through panels."""
    return tuple(sorted({shown for panel in PANELS.values() if panel.kind == kind for shown in panel.shows}))
