"""What the pages of the desk receive."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import history
from hemicycle.core.catalogue import OFFERS, Task
from hemicycle.desk import queries
from hemicycle.ui.formatting import format_date, format_number
from hemicycle.ui.parts import Column, Event, Link


@dataclass(frozen=True)
class Line:
    """One task as the person sees it."""

    title: str  # With what something is to be done.
    kind: str  # What is to be done.
    address: str  # The one page where it is done.
    age: str  # How long it has waited.
    due: str  # By when it was promised; empty if nobody was promised anything.
    late: bool  # Whether that has passed.
    note: str  # What else helps to choose.


@dataclass(frozen=True)
class DeskPage:
    """What awaits this person, and nothing else; the secretariat also sees how long its queues are."""

    template: ClassVar[str] = "desk/desk.html"
    section: ClassVar[str] = "desk:desk"
    indexed: ClassVar[bool] = False

    title: str  # The page's name.
    lead: str  # How much awaits them, in one sentence.
    lines: tuple[Line, ...]  # The tasks of all subjects in one list, the oldest promise first.
    columns: tuple[Column, ...]  # Of the table of queues.
    queues: tuple[tuple[Any, ...], ...]  # The queues of the secretariat; none for others.


@dataclass(frozen=True)
class HistoryPage:
    """Who did what with a record, and when."""

    template: ClassVar[str] = "desk/history.html"
    indexed: ClassVar[bool] = False

    title: str  # Of which record this is the history.
    lead: str  # In what order it stands, and how people are named.
    about: Link  # The record.
    private: str  # That not everybody reads all of this; empty where everybody does.
    events: tuple[Event, ...]  # What happened, newest first.
    cut: str  # That older entries are left out; empty where none are.
    beside: tuple[Link, ...]  # The histories of what belongs to the record.


def desk_page(person: Any) -> DeskPage:
    tasks = queries.tasks_of(person)
    total = len(tasks)
    words = {"n": format_number(total)}
    lead = (
        ngettext("%(n)s task awaits you.", "%(n)s tasks await you.", total) % words
        if total
        else _("Nothing awaits you.")
    )
    return DeskPage(
        title=_("Desk"),
        lead=lead,
        lines=tuple(_line(str(duty.label), task) for duty, task in tasks),
        columns=(
            Column(_("Queue")),
            Column(_("Waiting"), numeric=True),
            Column(_("Of these taken"), numeric=True),
            Column(_("Of these late"), numeric=True),
            Column(_("The oldest")),
        ),
        queues=tuple(_queue(queue) for queue in queries.queues(person)),
    )


def _queue(queue: queries.Queue) -> tuple[Any, ...]:
    counts = (format_number(number) for number in (queue.waiting, queue.taken, queue.late))
    return (queue.label, *counts, _age(queue.oldest))


def _age(since: datetime) -> str:
    days = queries.days_since(since)
    if not days:
        return _("since today")
    return ngettext("waiting for %(n)s day", "waiting for %(n)s days", days) % {"n": format_number(days)}


def _line(kind: str, task: Task) -> Line:
    return Line(
        title=task.title,
        kind=kind,
        address=task.address,
        age=_age(task.since),
        due=_("due on %(date)s") % {"date": format_date(task.due)} if task.due else "",
        late=queries.is_late(task),
        note=task.note,
    )


def history_page(kind: str, uid: UUID, viewer: Any) -> HistoryPage | None:
    """The history of a record that this viewer may see, as far as they may read of it; else nothing."""
    called = history.THINGS.get(kind)
    audiences = history.audiences_for(viewer, kind, uid) if called else history.NOBODY
    thing = called(uid) if called and audiences else None
    if thing is None:
        return None
    events = history.told_to(audiences, kind, uid, viewer=viewer, most=history.MOST + 1)
    newest = ngettext("Only the newest entry is shown.", "Only the newest %(n)s entries are shown.", history.MOST)
    return HistoryPage(
        title=_("History of “%(record)s”") % {"record": thing.title},
        lead=_(
            "The newest stands first. People are named by their office, and by name only to those who may know them."
        ),
        about=Link(thing.title, thing.address, language=thing.language),
        private=_private(kind) if audiences > history.PUBLIC else "",
        # A step that somebody saved ten times on one day is one line.
        events=tuple(event for event, _alike in groupby(events[: history.MOST])),
        cut=newest % {"n": format_number(history.MOST)} if len(events) > history.MOST else "",
        beside=thing.beside,
    )


def _private(kind: str) -> str:
    if kind not in OFFERS:
        return _("Only those who may see this record read its history.")
    return _("Not everybody reads all of this: some steps are told only to those who work on the record.")
