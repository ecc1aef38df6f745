"""What the history of a case or use case says, to whom, and in which office people acted."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hemicycle.core import history, texts
from hemicycle.core.history import Standing, Thing
from hemicycle.core.models import Entry
from hemicycle.innovations import policy, queries, states
from hemicycle.innovations.models import Case, UseCase
from hemicycle.innovations.states import Stage
from hemicycle.innovations.steps import STEP
from hemicycle.network import policy as network
from hemicycle.network.analysis import who_acted
from hemicycle.network.queries import register
from hemicycle.ui.formatting import format_number, language_name
from hemicycle.ui.languages import active_language

MODELS: dict[str, Any] = {Case.kind: Case, UseCase.kind: UseCase}
VISIBLE: dict[str, Callable[[Any], QuerySet[Any]]] = {
    Case.kind: queries.visible_to,
    UseCase.kind: queries.use_cases_visible_to,
}


def drafted(entry: Entry) -> str:
    step = STEP.get(str(entry.facts.get("step")))
    return _("Step described: %(step)s") % {"step": step.title} if step else _("Description written")


def colleague_asked(entry: Entry) -> str:
    step = STEP.get(str(entry.facts.get("step")))
    if step is None:
        return _("A colleague was asked to help")
    return _("A colleague was asked to describe a step: %(step)s") % {"step": step.title}


def stage_changed(entry: Entry) -> str:
    stage = str(entry.facts.get("stage") or "")
    if stage not in Stage.values:
        return str(states.HAPPENED[states.STAGE_CHANGED])
    return _("Stage changed: %(stage)s") % {"stage": Stage(stage).label}


def adopted(entry: Entry) -> str:
    house = register().get(str(entry.facts.get("body")))
    return _("Taken up elsewhere: %(body)s") % {"body": house.title} if house else _("Taken up elsewhere")


def confirmation_asked(entry: Entry) -> str:
    months = entry.facts.get("months")
    if not isinstance(months, int):
        return _("Those who speak for the parliament were asked whether this is still so")
    words = ngettext(
        "Those who speak for the parliament were asked whether this is still so, %(n)s month after publication",
        "Those who speak for the parliament were asked whether this is still so, %(n)s months after publication",
        months,
    )
    return words % {"n": format_number(months)}


def translated(entry: Entry) -> str:
    language = str(entry.facts.get("language") or "")
    if not language:
        return _("Translation published")
    return _("Translation published: %(language)s") % {"language": language_name(language)}


def translation_offered(entry: Entry) -> str:
    language = str(entry.facts.get("language") or "")
    words = _("Translation handed in to be looked at: %(language)s")
    return words % {"language": language_name(language) if language else "–"}


def translation_kept(entry: Entry) -> str:
    language = str(entry.facts.get("language") or "")
    if entry.actor is None:
        words = _("Translation drafted by a machine, for a person to work on: %(language)s")
    else:
        words = _("Translation in the making: %(language)s")
    return words % {"language": language_name(language) if language else "–"}


WORDS: dict[str, Any] = {
    **states.HAPPENED,
    states.DRAFTED: drafted,
    states.STAGE_CHANGED: stage_changed,
    states.ADOPTED: adopted,
    states.COLLEAGUE_ASKED: colleague_asked,
    states.LINK_WANTED: gettext_lazy("The way back to the description was sent by mail"),
    states.SUGGESTED: gettext_lazy("Other words proposed"),
    states.CONFIRMATION_ASKED: confirmation_asked,
    states.TRANSLATION_KEPT: translation_kept,
    states.TRANSLATION_OFFERED: translation_offered,
    **{
        f"{kind}.{step}": words
        for kind in MODELS
        for step, words in {
            "submitted": gettext_lazy("Handed in for review"),
            "taken": gettext_lazy("Taken on for review"),
            "sent_back": gettext_lazy("Sent back with a question"),
            "translated": translated,
        }.items()
    },
}


def standing(kind: str) -> Standing:
    """Authors, those who speak for the house, and the secretariat read more than everybody."""

    def of_one(viewer: Any, uid: UUID) -> Collection[str]:
        found = VISIBLE[kind](viewer).filter(uid=uid).select_related("body__parent").first()
        if found is None:
            return history.NOBODY
        if network.is_secretariat(viewer):
            return history.STAFF
        return history.PARTIES if policy.is_party(viewer, found) else history.PUBLIC

    return of_one


def thing(kind: str) -> Callable[[UUID], Thing | None]:
    def of_one(uid: UUID) -> Thing | None:
        found = MODELS[kind].objects.filter(uid=uid).first()
        reading = texts.read([uid], active_language()).get(uid) if found else None
        if found is None or reading is None:
            return None
        return Thing(reading["title"], found.get_absolute_url(), language=reading.language)

    return of_one


def naming(entries: Sequence[Entry], viewer: Any) -> Mapping[int, str]:
    """People who hold several offices acted in that which they hold in the house of the record."""
    ours = [entry for entry in entries if entry.kind in MODELS]
    if not ours:
        return {}
    houses: set[int] = set()
    for kind, model in MODELS.items():
        uids = {entry.subject for entry in ours if entry.kind == kind}
        if uids:
            rows = model.objects.filter(uid__in=uids).values_list("body", "body__parent")
            houses |= {pk for row in rows for pk in row if pk is not None}
    return who_acted(ours, viewer, houses)
