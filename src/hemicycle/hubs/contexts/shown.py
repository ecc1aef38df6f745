"""The public page of an output and that of an update."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.core import texts
from hemicycle.core.texts import Reading
from hemicycle.hubs import policy, wording
from hemicycle.hubs.contexts.shared import run_address, trail_of
from hemicycle.hubs.models import Activity, Hub, Output, Update
from hemicycle.hubs.states import OutputKind
from hemicycle.network.queries.partnership import credits_of, partnership
from hemicycle.ui.formatting import format_date, format_file_size
from hemicycle.ui.languages import active_language, native_name
from hemicycle.ui.parts import Credit, Fact, Link


@dataclass(frozen=True)
class ToldIn:
    """In which language a page tells, and where else it can be read."""

    language: str  # of the words
    foreign: bool  # whether that is not the language of the page
    behind: bool  # whether the original has changed since they were translated
    original: str  # the language in which it was first written
    notes: tuple[str, ...]  # where the words come from: compiled, translated
    versions: tuple[Link, ...]  # the other languages in which it is told


@dataclass(frozen=True)
class OutputPage:
    """Something that a hub made."""

    template: ClassVar[str] = "hubs/output.html"
    section: ClassVar[str] = "hubs:hubs"

    title: str  # the heading
    lead: str  # the first words of what it is
    kind: str  # of output, in words
    trail: tuple[Link, ...]  # the way here
    look: str  # address of the style sheet with the hub's colour; empty without one
    remarks: tuple[str, ...]  # that it is a draft, or was withdrawn
    told: ToldIn  # in which language
    text: str  # what it is, and for whom
    facts: tuple[Fact, ...]  # when, by whom, of what
    where: tuple[Link, ...]  # the thing itself: on the web, as a file
    credits: tuple[Credit, ...]  # what the funders of its project ask to be said
    sources: tuple[Link, ...]  # where it is said
    ways: tuple[Link, ...]  # what this reader may do; empty for visitors


@dataclass(frozen=True)
class UpdatePage:
    """A short piece of news of a hub."""

    template: ClassVar[str] = "hubs/update.html"
    section: ClassVar[str] = "hubs:hubs"

    title: str  # the heading
    lead: str  # the first words
    trail: tuple[Link, ...]  # the way here
    look: str  # address of the style sheet with the hub's colour; empty without one
    remarks: tuple[str, ...]  # that it is a draft, or was withdrawn
    told: ToldIn  # in which language
    date: str  # ISO date; empty for a draft
    text: str  # what happened
    picture: str  # address; empty without one
    width: int  # in dots
    height: int  # in dots
    alt: str  # what the picture shows
    caption: str  # may be empty
    credit: str  # who took the picture
    more: Link  # other news of the hub
    ways: tuple[Link, ...]  # what this reader may do; empty for visitors


def output_page(output: Output, viewer: Any) -> OutputPage:
    """Three queries beside the output, its hub and its file."""
    reading = texts.read_one(output.uid, active_language())
    hub = output.hub
    return OutputPage(
        title=reading["title"],
        lead=_first_words(reading["text"]),
        kind=str(OutputKind(output.sort).label),
        trail=trail_of(hub),
        look=_look(hub),
        remarks=_remarks(output),
        told=_told_in(output, reading),
        text=reading["text"],
        facts=tuple(_facts(output)),
        where=tuple(_where(output)),
        credits=credits_of(output.project_id),
        sources=tuple(wording.source_link(address) for address in output.sources),
        ways=_ways(hub, f"outputs/{output.uid}/", viewer),
    )


def update_page(update: Update, viewer: Any) -> UpdatePage:
    reading = texts.read_one(update.uid, active_language())
    hub = update.hub
    return UpdatePage(
        title=reading["title"],
        lead=_first_words(reading["text"]),
        trail=trail_of(hub, Link(_("Updates"), wording.address(f"/hubs/updates/?hub={hub.slug}"))),
        look=_look(hub),
        remarks=_remarks(update),
        told=_told_in(update, reading),
        date=timezone.localdate(update.published_at).isoformat() if update.published_at else "",
        text=reading["text"],
        picture=f"/files/{update.picture.uid}" if update.picture else "",
        width=update.picture_width or 0,
        height=update.picture_height or 0,
        alt=reading["alt"],
        caption=reading["caption"],
        credit=update.picture_credit,
        more=Link(
            _("Other news of %(hub)s") % {"hub": hub.body.name}, f"{wording.address('/hubs/updates/')}?hub={hub.slug}"
        ),
        ways=_ways(hub, f"updates/{update.uid}/", viewer),
    )


def _told_in(thing: Output | Update, reading: Reading) -> ToldIn:
    others = [version.language for version in reading.versions if version.language != reading.language]
    return ToldIn(
        language=reading.language,
        foreign=reading.is_other_language,
        behind=reading.behind,
        original=reading.original,
        notes=(*_compiled(thing), *wording.translated(reading)),
        versions=tuple(Link(native_name(code), f"/{code}{thing.path}", language=code) for code in others),
    )


def _compiled(thing: Output | Update) -> list[str]:
    if not isinstance(thing, Output) or not thing.shipped or thing.hub.compiled_on is None:
        return []
    return [wording.compiled(thing.hub.compiled_on)]


def _first_words(text: str) -> str:
    first = text.strip().partition("\n")[0]
    return first if len(first) <= 200 else f"{first[:199]}…"


def _look(hub: Hub) -> str:
    return wording.address(f"{hub.path}look.css") if hub.accent else ""


def _remarks(thing: Output | Update) -> tuple[str, ...]:
    if thing.withdrawn_at is not None:
        return (_("Withdrawn: nobody sees this page but those who run the hub."),)
    if thing.published_at is None:
        return (_("A draft: nobody sees this page but those who run the hub."),)
    return ()


def _facts(output: Output) -> list[Fact]:
    found = [
        Fact(_("Hub"), output.hub.body.name),
        Fact(_("When"), format_date(output.dated) if output.dated else _("date not known")),
    ]
    if output.activity is not None:
        named = Activity.objects.filter(plan__hub=output.hub, uid=output.activity).order_by("-plan__number").first()
        found += [Fact(_("Came out of"), named.title, note=_("work plan"))] if named is not None else []
    return found


def _where(output: Output) -> list[Link]:
    found = []
    if output.address:
        found.append(Link(output.address, output.address, note=_("on the web")))
    if output.file is not None:
        ending = output.file.name.rpartition(".")[2].upper()
        size = format_file_size(output.file.size)
        found.append(Link(_("Download the file"), f"/files/{output.file.uid}", note=f"{ending}, {size}"))
    project = partnership().project_of.get(output.project_id or 0)
    if project is not None:
        title, language = project.words("title", active_language())
        found.append(Link(title, project.get_absolute_url(), note=_("project"), language=language))
    return found


def _ways(hub: Hub, below: str, viewer: Any) -> tuple[Link, ...]:
    return (
        (Link(_("Change it, or tell it in another language"), run_address(hub, below)),)
        if policy.runs(viewer, hub)
        else ()
    )
