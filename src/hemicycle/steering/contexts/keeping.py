"""The pages of those who keep the committee's papers: agenda, papers, minutes, questions, words in other languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.steering import analysis, wording
from hemicycle.steering.contexts.choices import uid_of
from hemicycle.steering.contexts.work import (
    AgendaPage,
    FormPage,
    MinutesPage,
    PapersPage,
    form_page,
    lying,
    title_of,
)
from hemicycle.steering.models import Decision, Procedure, Sitting
from hemicycle.ui.languages import active_language, native_name
from hemicycle.ui.parts import Link

CODES = tuple(code for code, _name in settings.LANGUAGES)


@dataclass(frozen=True)
class AgendaNow:
    """The agenda as its form shows it at first."""

    count: int  # how many items there are
    values: dict[str, Any]  # what the fields hold, by name


def chosen_language(given: str, among: Sequence[str] = CODES) -> str:
    """The language that an address names, else that of the page, else the first there is."""
    here = active_language()
    return given if given in among else here if here in among else among[0]


def languages_at(address: str, chosen: str, among: Sequence[str] = CODES) -> tuple[Link, ...]:
    """The same form in each language; that which is open leads nowhere."""
    return tuple(
        Link(native_name(code), "" if code == chosen else f"{address}?language={code}", language=code) for code in among
    )


def call_page(form: Any) -> FormPage:
    return form_page(
        _("Call a sitting"),
        form,
        _("Call the sitting"),
        lead=_("Every member of the committee is invited by mail and can say by one press whether they come."),
        trail=(wording.committee(),),
    )


def ask_page(form: Any) -> FormPage:
    return form_page(
        _("Ask in writing"),
        form,
        _("Ask the committee"),
        lead=_("Every member gets the question by mail at once. As it is asked it stays, since advice is given on it."),
        trail=(wording.committee(), Link(_("Questions asked in writing"), reverse("steering:procedures"))),
    )


def agenda_as_it_is(sitting: Sitting, language: str) -> AgendaNow:
    items = list(sitting.items.all())
    words = texts.all_languages([item.uid for item in items])
    values: dict[str, Any] = {"seen": analysis.mark_of_agenda(sitting)}
    for index, item in enumerate(items):
        said = words.get(item.uid, {}).get(language, {})
        values |= {f"number_{index}": item.number, f"uid_{index}": item.uid}
        values |= {f"title_{index}": said.get("title", ""), f"text_{index}": said.get("text", "")}
    return AgendaNow(len(items), values)


def agenda_page(sitting: Sitting, form: Any, language: str) -> AgendaPage:
    return AgendaPage(
        title=_("Agenda"),
        lead=_("Items stand in the order of their numbers. Empty rows are left out; more appear once you save."),
        place=title_of(sitting),
        trail=trail_of(sitting),
        languages=languages_at(reverse("steering:agenda", args=[sitting.uid]), language),
        chosen=language,
        form=form,
        rows=tuple(form.rows()),
        originals=_originals(form, language),
    )


def papers_page(sitting: Sitting, form: Any, *, done: str, refused: str) -> PapersPage:
    published = sitting.papers_published_at is not None
    lead = _("Everybody reads agenda and papers; what you add is public at once.")
    if not published:
        lead = _("Members of the committee and the secretariat read them; nobody else until you publish them.")
    return PapersPage(
        title=_("Papers"),
        lead=lead,
        place=title_of(sitting),
        trail=trail_of(sitting),
        papers=tuple(lying(paper) for paper in sitting.papers.select_related("file")),
        form=form,
        sends=not sitting.meeting.is_over(),
        publishes=not published,
        done=_done(done),
        refused=refused,
    )


def procedure_papers_page(procedure: Procedure, form: Any, *, done: str) -> PapersPage:
    return PapersPage(
        title=_("Papers"),
        lead=_("Members of the committee and the secretariat read them; nobody else ever does."),
        place=texts.read_one(procedure.uid, active_language())["title"],
        trail=trail_of_procedure(procedure),
        papers=tuple(lying(paper) for paper in procedure.papers.select_related("file")),
        form=form if procedure.closed_at is None else None,
        sends=False,
        publishes=False,
        done=_done(done),
        refused="",
    )


def minutes_page(sitting: Sitting, form: Any, language: str, refused: str) -> MinutesPage:
    public = sitting.minutes_published_at is not None
    lead = _("They are public; what you save is read by everybody at once.")
    if not public:
        lead = _("Publishing them also publishes the decisions of this sitting, and the members hear of it by mail.")
    return MinutesPage(
        title=_("Minutes"),
        lead=lead,
        place=title_of(sitting),
        trail=trail_of(sitting),
        languages=languages_at(reverse("steering:minutes", args=[sitting.uid]), language),
        chosen=language,
        form=form,
        publishes=not public and sitting.uid in texts.read([sitting.uid], language),
        refused=refused,
    )


def titled(uid: UUID, field: str, language: str) -> dict[str, str]:
    """The words of a thing in this very language, as a form shows them."""
    said = texts.all_languages([uid]).get(uid, {}).get(language, {})
    return {"title": said.get("title", ""), "text": said.get(field, "")}


def original_of(uid: UUID, field: str, language: str) -> tuple[str, str, str]:
    """Title, text and language of what was written first; empty where the form shows just that."""
    code, said = next(iter(texts.all_languages([uid])[uid].items()))
    return ("", "", "") if code == language else (said["title"], said.get(field, ""), code)


def trail_of(sitting: Sitting) -> tuple[Link, ...]:
    return (wording.committee(), Link(title_of(sitting), sitting.get_absolute_url()))


def trail_of_decision(decision: Decision) -> tuple[Link, ...]:
    here = Link(wording.decision_name(decision), decision.get_absolute_url())
    return (wording.committee(), Link(_("Decisions"), reverse("steering:decisions")), here)


def trail_of_procedure(procedure: Procedure) -> tuple[Link, ...]:
    title = texts.read_one(procedure.uid, active_language())["title"]
    asked = Link(_("Questions asked in writing"), reverse("steering:procedures"))
    return (wording.committee(), asked, Link(title, procedure.get_absolute_url()))


def _originals(form: Any, language: str) -> tuple[str, ...]:
    """For each row the title as it was first written, where the form is in another language."""
    uids = [uid_of(str(row.uid.value() or "")) for row in form.rows()]
    words = texts.all_languages(uids)
    found = []
    for uid in uids:
        code, said = next(iter(words.get(uid, {}).items()), ("", {}))
        found.append("" if code == language else str(said.get("title", "")))
    return tuple(found)


def _done(said: str) -> str:
    return {
        "keep": _("The paper is there."),
        "remove": _("The paper is gone."),
        "send": _("The members are told by mail."),
        "publish": _("Agenda and papers are public."),
    }.get(said, "")
