"""What the pages receive on which the committee's work is done: forms, and why something was not taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.steering.models import Paper, Sitting
from hemicycle.ui.formatting import format_file_size, language_name
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class FormPage:
    """One form, and the button by which it is sent."""

    template: ClassVar[str] = "steering/form.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # what sending it does
    place: str  # what it is about
    trail: tuple[Link, ...]  # the way here
    form: Any  # what is typed
    send: str  # the button, a verb
    languages: tuple[Link, ...]  # the same words in each language; the one that is open has no address
    original: tuple[str, str, str]  # title, text and language as it was first written; empty where that is shown


@dataclass(frozen=True)
class AgendaPage:
    """The agenda in one language."""

    template: ClassVar[str] = "steering/agenda.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # how it works
    place: str  # the sitting
    trail: tuple[Link, ...]  # the way here
    languages: tuple[Link, ...]  # the same agenda in each language; the one that is open has no address
    chosen: str  # the language of this form
    form: Any  # whether somebody else has changed it meanwhile
    rows: tuple[Any, ...]  # items, then empty rows
    originals: tuple[str, ...]  # for each item the title as it was first written; empty where that is shown


@dataclass(frozen=True)
class Lying:
    """A paper as those see it who keep it."""

    title: str  # as it was handed in
    language: str  # of the title
    address: str  # of the file
    note: str  # language and size
    uid: str  # by which it is taken away


@dataclass(frozen=True)
class PapersPage:
    """The papers of a sitting or of a written procedure, and what can be done with them."""

    template: ClassVar[str] = "steering/papers.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # who reads them now
    place: str  # before what they lie
    trail: tuple[Link, ...]  # the way here
    papers: tuple[Lying, ...]  # in every language
    form: Any  # another paper; nothing once it is closed
    sends: bool  # whether members can be told
    publishes: bool  # whether agenda and papers can be published
    done: str  # what has just been done
    refused: str  # why what was pressed could not be done


@dataclass(frozen=True)
class MinutesPage:
    """The minutes in one language."""

    template: ClassVar[str] = "steering/minutes.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # who reads them now
    place: str  # the sitting
    trail: tuple[Link, ...]  # the way here
    languages: tuple[Link, ...]  # the same minutes in each language; the one that is open has no address
    chosen: str  # the language of this form
    form: Any  # the minutes
    publishes: bool  # whether they can be published
    refused: str  # why what was pressed could not be done


@dataclass(frozen=True)
class UnsentPage:
    """What somebody wrote and could not send, given back to them."""

    template: ClassVar[str] = "steering/unsent.html"
    indexed: ClassVar[bool] = False

    title: str  # that it was not sent
    lead: str  # why, and what to do
    typed: tuple[str, ...]  # what they had written


def form_page(
    title: str,
    form: Any,
    send: str,
    *,
    trail: Sequence[Link],
    lead: str = "",
    place: str = "",
    languages: Sequence[Link] = (),
    original: tuple[str, str, str] = ("", "", ""),
) -> FormPage:
    return FormPage(title, lead, place, tuple(trail), form, send, tuple(languages), original)


def unsent_page(typed: Sequence[str]) -> UnsentPage:
    lead = _("You are no longer signed in. Copy what you wrote, sign in again, and send it then.")
    return UnsentPage(_("This was not saved"), lead, tuple(typed))


def title_of(sitting: Sitting) -> str:
    """In the nearest language to the page's."""
    return str(texts.read_one(sitting.meeting.uid, active_language())["title"])


def lying(paper: Paper) -> Lying:
    return Lying(
        title=paper.title,
        language=paper.language,
        address=address_of_paper(paper),
        note=paper_note(paper),
        uid=str(paper.uid),
    )


def address_of_paper(paper: Paper) -> str:
    return f"/files/{paper.file_id}" if paper.file_id else ""


def paper_note(paper: Paper) -> str:
    size = format_file_size(paper.file.size) if paper.file else ""
    return " · ".join(part for part in (language_name(paper.language), size) if part)
