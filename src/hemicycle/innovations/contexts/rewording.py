"""Words side by side: an original and what an editor suggests, what a chamber proposes, what a translator writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from hemicycle.core.history import address_of
from hemicycle.innovations import drafts
from hemicycle.innovations.contexts.describing import trail
from hemicycle.innovations.forms import ReasonForm, WordsForm
from hemicycle.innovations.forms.fields import spoken
from hemicycle.innovations.forms.work import NAMES
from hemicycle.innovations.models import Case
from hemicycle.innovations.revisions import waiting_original
from hemicycle.innovations.states import CASE_TEXTS, State
from hemicycle.kit.differences import Piece, difference, is_changed
from hemicycle.threads.queries import thread_of
from hemicycle.ui.parts import Fact, Link


@dataclass(frozen=True)
class Pair:
    """One part of the text, twice."""

    name: str  # of the part
    label: str  # what it is called
    before: str  # the text on the one side
    pieces: tuple[Piece, ...]  # what changed; empty if nothing did
    field: Any  # the field on the other side; nothing if it is only read
    other: str  # what somebody else has written meanwhile; may be empty


@dataclass(frozen=True)
class WordsPage:
    """Words side by side, to be suggested, proposed, taken over or decided on."""

    template: ClassVar[str] = "innovations/telling/words.html"
    section: ClassVar[str] = "innovations:cases"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # what happens with what is written here
    trail: tuple[Link, ...]  # the way here
    form: WordsForm  # the words
    pairs: tuple[Pair, ...]  # part by part
    told_in: str  # the language of the words
    seen: int  # the revision that this page shows
    acts: tuple[tuple[str, str], ...]  # buttons: what is sent, and what it is called


@dataclass(frozen=True)
class ReviewPage:
    """The review of a case."""

    template: ClassVar[str] = "innovations/telling/review.html"
    section: ClassVar[str] = "innovations:cases"
    indexed: ClassVar[bool] = False

    title: str  # of the case
    lead: str  # where it stands
    place: str  # that this is a review
    trail: tuple[Link, ...]  # the way here
    facts: tuple[Fact, ...]  # what is known beside the words
    form: WordsForm  # an editor's suggestions
    pairs: tuple[Pair, ...]  # part by part
    told_in: str  # the language of the words
    seen: int  # the revision that this page shows
    reason: ReasonForm  # why it goes back
    waiting: bool  # whether suggestions wait
    takeable: bool  # whether it waits for a reviewer
    open: bool  # whether it is being reviewed
    reviewer: str  # who reviews it; may be empty
    thread: str  # where the conversation is; empty if there is none yet
    alike: tuple[Link, ...]  # cases that are like it
    deeds: str  # the address where it says who did what
    error: str  # why something was refused; may be empty


def words_form(case: Case, data: Any = None) -> WordsForm:
    """The words of the original, or those that wait beside it."""
    waiting = waiting_original(case.uid)
    reading = drafts.original(case)
    fields = waiting.fields if waiting else reading.fields
    form = WordsForm(data, names=CASE_TEXTS, initial={name: fields.get(name, "") for name in CASE_TEXTS})
    spoken(form, CASE_TEXTS, reading.language)
    return form


def pairs(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    form: WordsForm | None,
    other: Mapping[str, Any] | None = None,
    names: Sequence[str] = CASE_TEXTS,
) -> tuple[Pair, ...]:
    return tuple(
        Pair(
            name=name,
            label=str(NAMES[name]),
            before=str(before.get(name, "")),
            pieces=changes(str(before.get(name, "")), str(after.get(name, ""))),
            field=form[name] if form else None,
            other=str(other.get(name, "")) if other else "",
        )
        for name in names
        if form or before.get(name) or after.get(name)
    )


def words_page(
    case: Case, form: WordsForm, *, lead: str, acts: Sequence[tuple[str, str]], clash: bool = False
) -> WordsPage:
    reading = drafts.original(case)
    waiting = waiting_original(case.uid)
    newest = waiting.fields if waiting else reading.fields
    return WordsPage(
        title=_("The words, side by side"),
        lead=lead,
        trail=trail(case, reading["title"]),
        form=form,
        pairs=pairs(reading.fields, newest, form if case.state == State.PUBLISHED else None, newest if clash else None),
        told_in=reading.language,
        seen=waiting.number if waiting else 0,
        acts=tuple(acts),
    )


def review_page(
    case: Case,
    form: WordsForm,
    reason: ReasonForm,
    *,
    facts: Sequence[Fact],
    alike: Sequence[Link],
    error: str = "",
    clash: bool = False,
) -> ReviewPage:
    reading = drafts.original(case)
    waiting = waiting_original(case.uid)
    newest = waiting.fields if waiting else reading.fields
    thread = thread_of(case.kind, case.uid)
    return ReviewPage(
        title=reading["title"],
        lead=str(State(case.state).label),
        place=_("Review"),
        trail=trail(case, reading["title"]),
        facts=tuple(facts),
        form=form,
        pairs=pairs(reading.fields, newest, form, newest if clash else None),
        told_in=reading.language,
        seen=waiting.number if waiting else 0,
        reason=reason,
        waiting=waiting is not None,
        takeable=case.state == State.SUBMITTED,
        open=case.state == State.IN_REVIEW,
        reviewer=(case.reviewer.name or _("an editor")) if case.reviewer else "",
        thread=thread.get_absolute_url() if thread else "",
        alike=tuple(each for each in alike if not each.address.endswith(case.path)),
        deeds=address_of(case.kind, case.uid),
        error=error,
    )


def changes(before: str, after: str) -> tuple[Piece, ...]:
    return difference(before, after) if is_changed(before, after) else ()
