"""The papers that a hub keeps."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from hemicycle.hubs import policy
from hemicycle.hubs.contexts.shared import run_address, run_trail, trail_of
from hemicycle.hubs.models import Hub, HubPaper
from hemicycle.ui.formatting import format_date, format_file_size, format_list, language_name
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class Kept:
    """One paper, for those who keep it."""

    uid: str  # by which its form names it
    link: Link  # the file, with what it is as the note


@dataclass(frozen=True)
class PapersPage:
    """The papers of a hub: those for everybody, and inside it the others as well."""

    template: ClassVar[str] = "hubs/papers.html"
    section: ClassVar[str] = "hubs:hubs"

    title: str  # of the page
    lead: str  # whose they are
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    public: tuple[Link, ...]  # for everybody, the newest first
    private: tuple[Link, ...]  # for members alone; empty for others
    ways: tuple[Link, ...]  # what this reader may do; empty for visitors


@dataclass(frozen=True)
class KeepingPage:
    """The papers of a hub, for those who run it: kept and removed."""

    template: ClassVar[str] = "hubs/run/papers.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    papers: tuple[Kept, ...]  # the newest first
    form: Any  # by which one more is kept
    error: str  # why what was pressed could not be done


def papers_page(hub: Hub, papers: list[HubPaper], viewer: Any) -> PapersPage:
    ways = (Link(_("Keep and remove papers"), run_address(hub, "papers/")),) if policy.runs(viewer, hub) else ()
    return PapersPage(
        title=_("Papers"),
        lead=_("What the hub keeps for everybody to read, and for its members."),
        place=hub.body.name,
        trail=trail_of(hub),
        public=tuple(paper_link(paper) for paper in papers if paper.public),
        private=tuple(paper_link(paper) for paper in papers if not paper.public),
        ways=ways,
    )


def keeping_page(hub: Hub, form: Any, *, error: str = "") -> KeepingPage:
    papers = hub.papers.select_related("file")
    return KeepingPage(
        title=_("Papers"),
        place=hub.body.name,
        trail=run_trail(hub),
        papers=tuple(Kept(str(paper.uid), paper_link(paper, who=True)) for paper in papers),
        form=form,
        error=error,
    )


def paper_link(paper: HubPaper, *, who: bool = False) -> Link:
    """The file with what it is: date, language, size, and for those who keep it who may read it."""
    said = [format_date(paper.dated)] if paper.dated else []
    if paper.language != active_language():
        said.append(language_name(paper.language))
    if paper.file is not None:
        said.append(f"{paper.file.name.rpartition('.')[2].upper()}, {format_file_size(paper.file.size)}")
    if who:
        said.append(_("for everybody") if paper.public else _("for members"))
    address = f"/files/{paper.file.uid}" if paper.file is not None else ""
    return Link(paper.title, address, format_list(said, "unit-short") if said else "", paper.language)
