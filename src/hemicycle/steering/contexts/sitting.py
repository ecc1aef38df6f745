"""The page of a sitting: agenda, papers, minutes and decisions, as far as the reader may see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import history, texts
from hemicycle.core.texts import Reading
from hemicycle.meetings import wording as meetings
from hemicycle.meetings.states import State
from hemicycle.steering import policy, queries, wording
from hemicycle.steering.contexts.committee import decision_links
from hemicycle.steering.contexts.work import address_of_paper, paper_note
from hemicycle.steering.models import AgendaItem, Decision, Paper, Sitting
from hemicycle.ui.formatting import format_number
from hemicycle.ui.languages import active_language, native_name
from hemicycle.ui.parts import Fact, Link


@dataclass(frozen=True)
class ItemShown:
    """One item of the agenda."""

    number: int  # its place in the order
    title: str  # in the nearest language
    text: str  # what it is about; may be empty
    language: str  # of both, where it is not the page's
    papers: tuple[Link, ...]  # in whatever language they are
    decisions: tuple[Link, ...]  # that were taken on it


@dataclass(frozen=True)
class SittingPage:
    """A sitting as this reader may see it."""

    template: ClassVar[str] = "steering/sitting.html"
    section: ClassVar[str] = "steering:committee"

    title: str  # in the nearest language
    words: Reading  # title and text as this reader gets them
    trail: tuple[Link, ...]  # the way here
    private: str  # who alone sees it, or part of it; empty where everybody sees everything
    standing: str  # that it does not take place as planned
    facts: tuple[Fact, ...]  # when, where, in which languages
    invitation: Link | None  # where members say whether they come, with the way in; nothing for others
    agenda: tuple[ItemShown, ...]  # item by item
    papers: tuple[Link, ...]  # those of no item
    minutes: Reading | None  # as this reader gets them
    minutes_versions: tuple[Link, ...]  # the page in the other languages in which there are minutes
    decisions: tuple[Link, ...]  # all of this sitting, by number
    ways: tuple[Link, ...]  # what this reader can do
    waiting: str  # that members joined since it was called, for those who may invite them
    done: str  # what has just been done
    refused: str  # why what was pressed could not be done
    history: str  # address of what happened when
    downloads: tuple[Link, ...]  # open data


def sitting_page(sitting: Sitting, viewer: Any, *, done: str = "", refused: str = "") -> SittingPage:
    """Six queries, however long the agenda is."""
    inside = policy.may_read_inside(viewer)
    items = list(sitting.items.all()) if inside or sitting.papers_published_at else []
    papers = list(sitting.papers.select_related("file", "item")) if inside or sitting.papers_published_at else []
    shows_minutes = inside or sitting.minutes_published_at is not None
    decisions = list(sitting.decisions.order_by("year", "number")) if shows_minutes else []
    uids = [sitting.meeting.uid, sitting.uid, *(item.uid for item in items)]
    words = texts.read(uids, active_language())
    minutes = words.get(sitting.uid) if shows_minutes else None
    title = words[sitting.meeting.uid]
    return SittingPage(
        title=title["title"],
        words=title,
        trail=(wording.committee(),),
        private=_private(sitting) if inside else "",
        standing=_standing(sitting),
        facts=tuple(_facts(sitting, viewer)),
        invitation=_invitation(sitting, viewer) if inside else None,
        agenda=tuple(_agenda(items, words, papers, decisions)),
        papers=tuple(paper_link(paper) for paper in papers if paper.item_id is None),
        minutes=minutes,
        minutes_versions=_versions(sitting, minutes),
        decisions=tuple(decision_links(decisions)),
        ways=tuple(_ways(sitting, viewer)),
        waiting=_waiting(sitting, viewer),
        done=done,
        refused=refused,
        history=history.address_of(sitting.kind, sitting.uid),
        downloads=(Link("JSON", reverse("steering:sitting_data", args=[sitting.uid])),)
        if policy.is_public(sitting)
        else (),
    )


def paper_link(paper: Paper) -> Link:
    return Link(paper.title, address_of_paper(paper), note=paper_note(paper), language=paper.language)


def _agenda(
    items: Iterable[AgendaItem], words: Mapping[UUID, Reading], papers: list[Paper], decisions: list[Decision]
) -> Iterable[ItemShown]:
    links = dict(zip((one.pk for one in decisions), decision_links(decisions), strict=False))
    for item in items:
        reading = words.get(item.uid)
        yield ItemShown(
            number=item.number,
            title=reading["title"] if reading else "",
            text=reading["text"] if reading else "",
            language=reading.language if reading and reading.is_other_language else "",
            papers=tuple(paper_link(paper) for paper in papers if paper.item_id == item.pk),
            decisions=tuple(links[one.pk] for one in decisions if one.item_id == item.pk and one.pk in links),
        )


def _private(sitting: Sitting) -> str:
    if not policy.is_public(sitting):
        return _("Not public: only members of the committee and the secretariat see this sitting.")
    if sitting.papers_published_at is None:
        return _("Agenda and papers are not public: only members of the committee and the secretariat see them.")
    if sitting.minutes_published_at is None:
        return _("Minutes and decisions are not public: only members of the committee and the secretariat see them.")
    return ""


def _standing(sitting: Sitting) -> str:
    if sitting.meeting.state == State.CANCELLED:
        return _("This sitting was cancelled and does not take place.")
    if sitting.meeting.state == State.POSTPONED:
        return _("This sitting was postponed: it does not take place at the time below. A new one is not known yet.")
    return ""


def _facts(sitting: Sitting, viewer: Any) -> Iterable[Fact]:
    meeting = sitting.meeting
    yield Fact(_("When"), wording.when(meeting), note=_own(sitting, viewer))
    yield Fact(_("Place"), meeting.place or _("Online"))
    if spoken := meetings.languages(meeting):
        yield Fact(_("Languages spoken"), spoken)


def _own(sitting: Sitting, viewer: Any) -> str:
    own = wording.when_for(sitting.meeting, viewer)
    return _("Where you are: %(when)s") % {"when": own} if own else ""


def _invitation(sitting: Sitting, viewer: Any) -> Link | None:
    """Members come by invitation; the joining link and the file for their calendar stand there."""
    asked = sitting.meeting.registrations.filter(person=viewer).exists() or policy.may_keep(viewer)
    return Link(_("Invitation, joining link and calendar file"), sitting.meeting.get_absolute_url()) if asked else None


def _versions(sitting: Sitting, minutes: Reading | None) -> tuple[Link, ...]:
    if minutes is None:
        return ()
    others = [version.language for version in minutes.versions if version.language != minutes.language]
    return tuple(Link(native_name(code), f"/{code}{sitting.path}#minutes", language=code) for code in others)


def _ways(sitting: Sitting, viewer: Any) -> Iterable[Link]:
    if not policy.may_keep(viewer):
        return
    meeting = sitting.meeting.get_absolute_url()
    yield Link(_("Agenda"), reverse("steering:agenda", args=[sitting.uid]))
    yield Link(_("Papers"), reverse("steering:papers", args=[sitting.uid]))
    if sitting.meeting.has_begun():
        yield Link(_("Minutes"), reverse("steering:minutes", args=[sitting.uid]))
        yield Link(_("Record a decision"), reverse("steering:decide", args=[sitting.uid]))
    if not sitting.meeting.is_over() and sitting.meeting.state != State.CANCELLED:
        yield Link(_("Change time or place"), f"{meeting}edit/")
    yield Link(_("Who comes"), f"{meeting}people/")
    yield Link(_("Title in another language"), f"{meeting}words/")


def _waiting(sitting: Sitting, viewer: Any) -> str:
    if not policy.may_keep(viewer) or sitting.meeting.is_over() or sitting.meeting.state == State.CANCELLED:
        return ""
    count = len(queries.not_invited_to(sitting.meeting))
    if not count:
        return ""
    message = ngettext(
        "%(n)s member of the committee has not been invited yet.",
        "%(n)s members of the committee have not been invited yet.",
        count,
    )
    return message % {"n": format_number(count)}
