"""Outputs and updates as they are written: one language at a time, beside the original."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.core.models import Text
from hemicycle.hubs.actions.doors import number_of
from hemicycle.hubs.contexts.shared import FormPage, Words, run_address, run_trail, version_links
from hemicycle.hubs.forms.telling import OutputForm, UpdateForm
from hemicycle.hubs.models import Activity, Hub, Output, Update
from hemicycle.hubs.queries import running
from hemicycle.network.queries.partnership import partnership
from hemicycle.ui.formatting import language_name
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link

LABELS = ("title", "text", "caption", "alt")


def output_form(hub: Hub, output: Output | None, language: str, typed: Mapping[str, Any] | None = None) -> OutputForm:
    """As it stands in one language; or as it was typed, to be compared with what somebody else wrote meanwhile."""
    first: dict[str, Any] = {"language": language}
    if output is not None:
        first |= {name: getattr(output, name) for name in ("sort", "dated", "address")}
        first |= {"activity": str(output.activity or ""), "project": output.project.slug if output.project else ""}
        first |= words_of(output, language)
    return OutputForm(initial=_with(first, typed), fixed=output is not None, **output_choices(hub))


def output_choices(hub: Hub) -> dict[str, Any]:
    """The hub's activities, the newest wording of each, and the projects of the network."""
    activities: dict[str, str] = {}
    for activity in (
        Activity.objects.filter(plan__hub=hub).select_related("plan").order_by("-plan__year", "-plan__number")
    ):
        activities.setdefault(str(activity.uid), f"{activity.plan.year}: {activity.title}")
    language = active_language()
    known = partnership().project_by_slug
    projects = [
        (project.slug, known[project.slug].words("title", language)[0] if project.slug in known else project.slug)
        for project in running.projects()
    ]
    return {"activities": list(activities.items()), "projects": projects}


def update_form(update: Update | None, language: str, typed: Mapping[str, Any] | None = None) -> UpdateForm:
    first: dict[str, Any] = {"language": language}
    if update is not None:
        first |= {"credit": update.picture_credit, **words_of(update, language)}
    return UpdateForm(
        initial=_with(first, typed),
        fixed=update is not None,
        pictured=update is not None and update.picture_id is not None,
    )


def words_of(thing: Output | Update, language: str) -> dict[str, Any]:
    """The words of a thing in one language, with the number by which they are known."""
    text = Text.objects.filter(subject=thing.uid, language=language).select_related("current").first()
    fields = text.current.fields if text is not None and text.current is not None else {}
    return {**{name: fields.get(name, "") for name in LABELS}, "seen": number_of(text)}


def writing_page(hub: Hub, thing: Output | Update, language: str, form: Any, *, moved: str = "") -> FormPage:
    """Change an output or an update, or tell it in another language."""
    below = "outputs" if isinstance(thing, Output) else "updates"
    reading = texts.read([thing.uid], language).get(thing.uid)
    known = texts.all_languages([thing.uid]).get(thing.uid, {})
    original = reading.original if reading else language
    told = known.get(original, {})
    beside = []
    if moved and language in known:
        beside.append(_words(_("As it stands now"), language, known[language]))
    if original != language and told:
        beside.append(_words(_("The original"), original, told))
    title = str(known.get(language, told).get("title", ""))
    return FormPage(
        title=title or _("Without a title"),
        lead=_("In %(language)s.") % {"language": language_name(language)},
        place=hub.body.name,
        trail=run_trail(hub),
        form=form,
        button_text=_("Save"),
        files=True,
        beside=tuple(beside),
        versions=version_links(reading, run_address(hub, f"{below}/{thing.uid}/"), hub.languages),
        acts=tuple(_acts(thing)),
        ways=_files(thing),
        picture=f"/files/{thing.picture.uid}" if isinstance(thing, Update) and thing.picture is not None else "",
        remarks=tuple(_remarks(thing, moved)),
    )


def begun_page(hub: Hub, form: Any, *, output: bool) -> FormPage:
    """Begin an output or an update; what is saved is a draft at first."""
    return FormPage(
        title=_("Describe an output") if output else _("Write an update"),
        lead=_("It is a draft at first, which nobody sees but those who run the hub. Other languages follow."),
        place=hub.body.name,
        trail=run_trail(hub),
        form=form,
        button_text=_("Keep as a draft"),
        files=True,
        beside=(),
        versions=(),
        acts=(),
        remarks=(),
    )


def language_of(thing: Output | Update, asked: str) -> str:
    """The language asked for; else that of the reader if it is told in it, else the original."""
    if asked in dict(settings.LANGUAGES):
        return asked
    reading = texts.read([thing.uid], active_language()).get(thing.uid)
    return reading.language if reading else active_language()


def _with(first: dict[str, Any], typed: Mapping[str, Any] | None) -> dict[str, Any]:
    """What was typed stands in the form; by what number the words are known is that of today."""
    if typed is None:
        return first
    return {
        **first,
        **{name: value for name, value in typed.items() if name not in {"seen", "once", "file", "picture"}},
    }


def _acts(thing: Output | Update) -> list[tuple[str, str]]:
    if thing.withdrawn_at is not None:
        return []
    if thing.published_at is None:
        return [("publish", _("Publish it")), ("withdraw", _("Put the draft aside"))]
    return [("withdraw", _("Withdraw it"))]


def _remarks(thing: Output | Update, moved: str) -> list[str]:
    found = [moved] if moved else []
    if thing.withdrawn_at is not None:
        found.append(_("This was withdrawn; its address says so."))
    elif thing.published_at is None:
        found.append(_("A draft: nobody sees it but those who run the hub."))
    return found


def _files(thing: Output | Update) -> tuple[Link, ...]:
    """The page of the thing, and its file."""
    found = [Link(_("Its page"), thing.get_absolute_url())]
    if isinstance(thing, Output) and thing.file is not None:
        found.append(Link(_("Its file"), f"/files/{thing.file.uid}", note=thing.file.name))
    return tuple(found)


def _words(heading: str, language: str, fields: Mapping[str, Any]) -> Words:
    labels = {
        "title": _("Title"),
        "text": _("Text"),
        "caption": _("Caption"),
        "alt": _("What the picture shows"),
    }
    return Words(heading, language, tuple((labels[name], str(fields[name])) for name in LABELS if fields.get(name)))
