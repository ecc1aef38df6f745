"""The pages on which a case is described."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from hemicycle.innovations import drafts, wording
from hemicycle.innovations.alike import alike
from hemicycle.innovations.drafts import Held
from hemicycle.innovations.forms import BeginForm, ColleagueForm, Sheet, SubmitForm
from hemicycle.innovations.forms.fields import spoken
from hemicycle.innovations.forms.sheet import label_of
from hemicycle.innovations.models import Case
from hemicycle.innovations.ready import gaps
from hemicycle.innovations.revisions import waiting_original
from hemicycle.innovations.steps import NAMES, STEP, STEPS, Step
from hemicycle.ui.formatting import format_number
from hemicycle.ui.parts import Link

# Where the title is typed, and where one comes to once it is saved.
SHOWS_ALIKE = NAMES[:2]


@dataclass(frozen=True)
class BeginPage:
    """The first page of a new case."""

    template: ClassVar[str] = "innovations/telling/begin.html"
    section: ClassVar[str] = "innovations:cases"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # what a case is
    trail: tuple[Link, ...]  # the way here
    form: BeginForm  # whose it is, in which language, under what title
    alike: tuple[Link, ...]  # cases that are like the title typed so far
    looked: bool  # whether anybody has looked for similar ones
    told: str  # what has just happened; may be empty


@dataclass(frozen=True)
class AlikePage:
    """The cases that are like a title, by themselves."""

    template: ClassVar[str] = "innovations/telling/alike.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    trail: tuple[Link, ...]  # the way here
    alike: tuple[Link, ...]  # most alike first


@dataclass(frozen=True)
class Clash:
    """Words that somebody else wrote into the same field at the same time."""

    label: str  # the field
    value: str  # what they had written


@dataclass(frozen=True)
class StepPage:
    """One step of a description."""

    template: ClassVar[str] = "innovations/telling/step.html"
    section: ClassVar[str] = "innovations:cases"
    indexed: ClassVar[bool] = False

    title: str  # of the step
    lead: str  # what the step asks for
    place: str  # the case, and which step of how many
    trail: tuple[Link, ...]  # the way here
    steps: tuple[Link, ...]  # all steps that this person may open; this one without an address
    sheet: Sheet  # the form and its rows
    told_in: str  # the language in which the case is told
    clashes: tuple[Clash, ...]  # what others wrote at the same time
    seen: int  # the newest save that this page shows
    page: str  # the name of this opening of the page
    told: str  # what has just happened; may be empty
    helping: bool  # whether the person was asked to fill this step and sees nothing else
    suggestions: str  # where an editor's suggestions can be looked at; empty if there are none
    alike: tuple[Link, ...]  # where the title is typed, and right after it was saved, cases that are like this one


@dataclass(frozen=True)
class Missing:
    """Something that has not been said."""

    label: str  # what
    address: str  # the step where it is asked


@dataclass(frozen=True)
class HandInPage:
    """The acceptance test, and handing in."""

    template: ClassVar[str] = "innovations/telling/hand_in.html"
    section: ClassVar[str] = "innovations:cases"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # what follows
    place: str  # the case
    trail: tuple[Link, ...]  # the way here
    steps: tuple[Link, ...]  # the way back to each step
    missing: tuple[Missing, ...]  # what has not been said, in the order of the steps
    form: SubmitForm  # what only a person can answer
    colleague: ColleagueForm  # whom to ask for a step
    asked: tuple[str, ...]  # who was asked for which step
    told: str  # what has just happened; may be empty


@dataclass(frozen=True)
class KeptWordsPage:
    """What somebody typed and may not save, given back to them."""

    template: ClassVar[str] = "innovations/telling/kept_words.html"
    indexed: ClassVar[bool] = False

    title: str  # that it was not saved
    lead: str  # why, and what to do
    words: tuple[str, ...]  # what they had typed
    links: tuple[Link, ...]  # where to go


def begin_page(form: BeginForm, *, title: str = "", looked: bool = False, adopted: bool = False) -> BeginPage:
    told = _("Everybody can read now that your house took this over. Here you can tell your own case beside theirs.")
    return BeginPage(
        title=_("Describe a case"),
        lead=_("What your parliament changed, for colleagues elsewhere: five short steps, saved as you type."),
        trail=(Link(_("Cases"), wording.address("/cases/")),),
        form=form,
        alike=alike(title) if title else (),
        looked=looked,
        told=told if adopted else "",
    )


def alike_page(title: str) -> AlikePage:
    return AlikePage(
        _("Already told elsewhere?"), (Link(_("Cases"), wording.address("/cases/")),), alike(title) if title else ()
    )


def step_page(case: Case, step: Step, sheet: Sheet, held: Held, *, page: str, whole: bool, told: str = "") -> StepPage:
    """The page of a step; `whole` is whether the person may open the other steps too."""
    reading = drafts.original(case)
    spoken(sheet.form, step.texts, reading.language)
    number = {"number": format_number(NAMES.index(step.name) + 1), "all": format_number(len(NAMES))}
    return StepPage(
        title=str(step.title),
        lead=str(step.lead),
        place=f"{reading['title']} · " + _("Step %(number)s of %(all)s") % number,
        trail=trail(case, reading["title"]) if whole else (),
        steps=step_links(case, step.name) if whole else (),
        sheet=sheet,
        told_in=reading.language,
        clashes=tuple(Clash(label_of(step, each["field"]), _shown(each["value"])) for each in held.both),
        seen=held.save,
        page=page,
        told=told,
        helping=not whole,
        suggestions=wording.address(f"{case.path}words/") if whole and waiting_original(case.uid) else "",
        alike=alike(reading["title"]) if whole and step.name in SHOWS_ALIKE else (),
    )


def hand_in_page(case: Case, form: SubmitForm, colleague: ColleagueForm, *, told: str = "") -> HandInPage:
    title = drafts.original(case)["title"]
    return HandInPage(
        title=_("Hand in"),
        lead=_("Four questions before others read it. An editor answers within ten working days."),
        place=title,
        trail=trail(case, title),
        steps=step_links(case, ""),
        missing=missing(case),
        form=form,
        colleague=colleague,
        asked=tuple(_asked(each) for each in case.help_asked.select_related("person")),
        told=told,
    )


def missing(case: Case) -> tuple[Missing, ...]:
    """What is empty and could say “expected” or “not known”, with the step where it is asked."""
    return tuple(Missing(label_of(gap.step, gap.name), step_address(case, gap.step.name)) for gap in gaps(case))


def step_links(case: Case, current: str) -> tuple[Link, ...]:
    links = [Link(str(step.title), "" if step.name == current else step_address(case, step.name)) for step in STEPS]
    return (*links, Link(_("Hand in"), wording.address(f"{case.path}hand-in/") if current else ""))


def step_address(case: Case, step: str) -> str:
    return wording.address(f"{case.path}edit/{step}/")


def trail(case: Case, title: str) -> tuple[Link, ...]:
    return (Link(_("Cases"), wording.address("/cases/")), Link(title, wording.address(case.path)))


def kept_words_page(words: Sequence[str], *, lead: str, links: Sequence[Link]) -> KeptWordsPage:
    return KeptWordsPage(_("This was not saved"), lead, tuple(words), tuple(links))


def _asked(each: Any) -> str:
    words: Mapping[str, str] = {"name": each.person.name or each.person.email, "step": str(STEP[each.step].title)}
    return (_("%(name)s has filled “%(step)s”") if each.done_at else _("%(name)s was asked for “%(step)s”")) % words


def _shown(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value or "")
