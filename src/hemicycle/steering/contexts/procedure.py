"""The pages of written procedures: what is asked, who advised what, and closing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import days, history, texts
from hemicycle.core.texts import Reading
from hemicycle.steering import policy, queries, wording
from hemicycle.steering.contexts.answers import SeatAnswered, answered, by_seat, silent, tally
from hemicycle.steering.contexts.committee import decision_links, question_links
from hemicycle.steering.contexts.sitting import paper_link
from hemicycle.steering.models import Advice, Procedure
from hemicycle.steering.states import Answer
from hemicycle.threads.queries import number_of_letters, thread_of
from hemicycle.ui.formatting import format_date, format_list, format_number
from hemicycle.ui.languages import active_language, native_name
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class ProcedurePage:
    """A question, what each seat advised, and what was decided."""

    template: ClassVar[str] = "steering/procedure.html"
    indexed: ClassVar[bool] = False

    title: str  # in the nearest language
    words: Reading  # title and question as this reader gets them
    versions: tuple[Link, ...]  # the page in the other languages in which the words are there
    trail: tuple[Link, ...]  # the way here
    standing: str  # until when answers are taken, or when it was closed
    is_open: bool  # whether advice is taken
    private: str  # who sees this
    papers: tuple[Link, ...]  # that go with the question
    seats: tuple[SeatAnswered, ...]  # every seat that has answered
    silent: tuple[Link, ...]  # the others, and whether anybody could answer for them
    tally: str  # how many agree, have remarks, do not agree, abstain, have not answered
    form: Any  # the reader's own advice; nothing for those who are not asked
    own: str  # what the reader's seat has answered
    by_mail: str  # that one can also answer the mail
    conversation: Link | None  # where letters stand
    decisions: tuple[Link, ...]  # what was decided
    outcome: str  # whether everybody reads what was decided
    publishes: bool  # whether this reader can publish it
    ways: tuple[Link, ...]  # what this reader can do
    done: str  # what has just been done
    refused: str  # why what was pressed could not be done
    typed: tuple[str, ...]  # what was written and could not be taken any more
    history: str  # address of what happened when


@dataclass(frozen=True)
class ProceduresPage:
    """Every question that was asked in writing."""

    template: ClassVar[str] = "steering/procedures.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # who sees them
    trail: tuple[Link, ...]  # the way here
    open: tuple[Link, ...]  # that still take answers
    closed: tuple[Link, ...]  # that are closed, the latest first
    ways: tuple[Link, ...]  # what this reader can do


@dataclass(frozen=True)
class ClosePage:
    """The two ways in which a written procedure is closed."""

    template: ClassVar[str] = "steering/close.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    place: str  # what was asked
    trail: tuple[Link, ...]  # the way here
    tally: str  # how many agree, have remarks, do not agree, abstain, have not answered
    waits: str  # which seats have not answered; empty if all have
    form: Any  # the decision
    refused: str  # why it could not be closed


def procedure_page(
    procedure: Procedure,
    viewer: Any,
    form: Any = None,
    *,
    done: str = "",
    refused: str = "",
    typed: Sequence[str] = (),
) -> ProcedurePage:
    words = texts.read_one(procedure.uid, active_language())
    asked = list(procedure.asked.all())
    given = queries.advice_of(procedure)
    decisions = list(procedure.decisions.order_by("pk"))
    keeps = policy.may_keep(viewer)
    return ProcedurePage(
        title=words["title"],
        words=words,
        versions=_versions(procedure, words),
        trail=(wording.committee(), Link(_("Questions asked in writing"), reverse("steering:procedures"))),
        standing=wording.asked_until(procedure),
        is_open=procedure.closed_at is None,
        private=_("Only members of the committee and the secretariat see this page."),
        papers=tuple(paper_link(paper) for paper in procedure.papers.select_related("file")),
        seats=tuple(sorted((answered(body, given[body.pk]) for body in asked if body.pk in given), key=by_seat)),
        silent=tuple(silent(procedure)),
        tally=tally(asked, given),
        form=form,
        own=_own(viewer, given) if form is not None else "",
        by_mail=_by_mail() if form is not None else "",
        conversation=_conversation(procedure),
        decisions=tuple(decision_links(decisions)),
        outcome=_outcome(procedure) if decisions else "",
        publishes=keeps and bool(decisions) and procedure.published_at is None,
        ways=tuple(_ways(procedure, keeps=keeps)),
        done=done,
        refused=refused,
        typed=tuple(typed),
        history=history.address_of(procedure.kind, procedure.uid),
    )


def procedures_page(viewer: Any) -> ProceduresPage:
    visible = queries.procedures_visible_to(viewer)
    new = (Link(_("Ask in writing"), reverse("steering:ask")),) if policy.may_keep(viewer) else ()
    return ProceduresPage(
        title=_("Questions asked in writing"),
        lead=_("Between sittings the committee advises by mail. Members and the secretariat see what was answered."),
        trail=(wording.committee(),),
        open=question_links(visible.filter(closed_at=None)),
        closed=question_links(visible.exclude(closed_at=None)),
        ways=new,
    )


def close_page(procedure: Procedure, form: Any, refused: str = "") -> ClosePage:
    words = texts.read_one(procedure.uid, active_language())
    asked = list(procedure.asked.order_by("name"))
    waiting = queries.awaited(procedure)
    waits = ""
    if waiting:
        named = format_list([wording.body(body).label for body in waiting])
        said = {"date": format_date(procedure.closes_on), "seats": named}
        waits = _("Not answered yet: %(seats)s.") % said
        if procedure.closes_on >= days.today():
            waits = _("Answers are taken until %(date)s. Not answered yet: %(seats)s.") % said
    return ClosePage(
        title=_("Close"),
        place=words["title"],
        trail=(
            wording.committee(),
            Link(_("Questions asked in writing"), reverse("steering:procedures")),
            Link(words["title"], procedure.get_absolute_url()),
        ),
        tally=tally(asked, queries.advice_of(procedure)),
        waits=waits,
        form=form,
        refused=refused,
    )


def _own(viewer: Any, given: dict[int, Advice]) -> str:
    found = next((given[pk] for pk in policy.seats_held(viewer) if pk in given), None)
    if found is None:
        return ""
    answer = Answer(found.answer).label
    return _("Recorded for your seat: %(answer)s. You can still say otherwise.") % {"answer": answer}


def _by_mail() -> str:
    if not settings.MAIL_DOMAIN:
        return _("You can also press one of the links in the mail that asked you.")
    return _("You can also answer the mail that asked you, or press one of its links.")


def _versions(procedure: Procedure, words: Reading) -> tuple[Link, ...]:
    others = [version.language for version in words.versions if version.language != words.language]
    path = procedure.get_absolute_url()[3:]
    return tuple(Link(native_name(code), f"/{code}{path}", language=code) for code in others)


def _conversation(procedure: Procedure) -> Link | None:
    thread = thread_of(procedure.kind, procedure.uid)
    if thread is None:
        return None
    count = number_of_letters(thread)
    note = ngettext("%(n)s letter", "%(n)s letters", count) % {"n": format_number(count)}
    return Link(_("The conversation"), thread.get_absolute_url(), note=note)


def _outcome(procedure: Procedure) -> str:
    if procedure.published_at is None:
        return _("What was decided is not public yet.")
    said = {"date": format_date(procedure.published_at)}
    return _("What was decided is public since %(date)s; what each seat advised is not.") % said


def _ways(procedure: Procedure, *, keeps: bool) -> Iterable[Link]:
    if not keeps:
        return
    if procedure.closed_at is None:
        yield Link(_("Close"), reverse("steering:close", args=[procedure.uid]))
        yield Link(_("Papers"), reverse("steering:procedure_papers", args=[procedure.uid]))
    yield Link(_("Put into another language"), reverse("steering:procedure_words", args=[procedure.uid]))
