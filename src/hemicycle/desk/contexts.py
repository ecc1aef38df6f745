"""What the pages of the desk receive."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import history
from hemicycle.core.catalogue import Task
from hemicycle.desk import queries
from hemicycle.ui.formatting import format_date, format_number
from hemicycle.ui.parts import Event, Link


@dataclass(frozen=True)
class Line:
    """One task as the person sees it."""

    title: str  # What is to be done, and with what.
    address: str  # The one page where it is done.
    age: str  # How long it has waited.
    due: str  # By when it was promised; empty if nobody was promised anything.
    late: bool  # Whether that has passed.
    note: str  # What else helps to choose.


@dataclass(frozen=True)
class Block:
    """One duty with its tasks."""

    name: str  # Its name in the page.
    label: str  # What kind of task it is.
    count: str  # How many, written out.
    lines: tuple[Line, ...]  # The tasks, oldest promise first.


@dataclass(frozen=True)
class DeskPage:
    """What awaits this person, and nothing else."""

    template: ClassVar[str] = "desk/desk.html"
    section: ClassVar[str] = "desk:desk"
    indexed: ClassVar[bool] = False

    title: str  # The page's name.
    lead: str  # How much awaits them, in one sentence.
    blocks: tuple[Block, ...]  # The duties, that with the oldest promise first.


@dataclass(frozen=True)
class HistoryPage:
    """Who did what with a record, and when."""

    template: ClassVar[str] = "desk/history.html"
    indexed: ClassVar[bool] = False

    title: str  # Of which record this is the history.
    lead: str  # In what order it stands, and how people are named.
    about: Link  # The record.
    private: str  # That there is more here than everybody reads; empty where there is not.
    events: tuple[Event, ...]  # What happened, newest first.
    cut: str  # That older entries are left out; empty where none are.
    beside: tuple[Link, ...]  # The histories of what belongs to the record.


def desk_page(person: Any) -> DeskPage:
    queues = queries.queues_of(person)
    total = sum(len(queue.tasks) for queue in queues)
    words = {"n": format_number(total)}
    lead = (
        ngettext("%(n)s task awaits you.", "%(n)s tasks await you.", total) % words
        if total
        else _("Nothing awaits you.")
    )
    return DeskPage(title=_("Desk"), lead=lead, blocks=tuple(_block(queue) for queue in queues))


def _block(queue: queries.Queue) -> Block:
    number = len(queue.tasks)
    count = ngettext("%(n)s task", "%(n)s tasks", number) % {"n": format_number(number)}
    return Block(queue.name, queue.label, count, tuple(_line(task) for task in queue.tasks))


def _line(task: Task) -> Line:
    days = queries.days_since(task.since)
    age = ngettext("waiting for %(n)s day", "waiting for %(n)s days", days) % {"n": format_number(days)}
    return Line(
        title=task.title,
        address=task.address,
        age=age if days else _("since today"),
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
    more = _("Those who work on this record read more of its history than everybody does.")
    newest = ngettext("Only the newest entry is shown.", "Only the newest %(n)s entries are shown.", history.MOST)
    return HistoryPage(
        title=_("History of “%(record)s”") % {"record": thing.title},
        lead=_(
            "The newest stands first. People are named by their office, and by name only to those who may know them."
        ),
        about=Link(thing.title, thing.address, language=thing.language),
        private=more if audiences > history.PUBLIC else "",
        # A step that somebody saved ten times on one day is one line.
        events=tuple(event for event, _alike in groupby(events[: history.MOST])),
        cut=newest % {"n": format_number(history.MOST)} if len(events) > history.MOST else "",
        beside=thing.beside,
    )
