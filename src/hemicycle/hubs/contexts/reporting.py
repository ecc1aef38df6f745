"""The report of a year: as everybody reads it, as a table, and as it is drawn up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hemicycle.core import texts
from hemicycle.core.models import Text
from hemicycle.hubs import policy, wording
from hemicycle.hubs.actions.doors import number_of
from hemicycle.hubs.contexts.shared import Words, run_address, run_trail, trail_of, version_links, when
from hemicycle.hubs.contexts.shown import ToldIn
from hemicycle.hubs.forms.telling import ReportForm
from hemicycle.hubs.models import Hub, YearReport
from hemicycle.hubs.states import ActivityState, OutputKind
from hemicycle.hubs.years import FIGURES, year_of
from hemicycle.network.queries import register
from hemicycle.ui.formatting import format_date, format_number, language_name
from hemicycle.ui.languages import active_language, native_name
from hemicycle.ui.parts import Cell, Column, Fact, Link

LABELS: Mapping[str, Any] = {
    "members_before": gettext_lazy("Members at the beginning"),
    "joined": gettext_lazy("Members who joined"),
    "left": gettext_lazy("Members who left"),
    "members_after": gettext_lazy("Members at the end"),
    "planned": gettext_lazy("Activities planned at first"),
    "added": gettext_lazy("Activities added later"),
    "dropped": gettext_lazy("Activities given up"),
    "done": gettext_lazy("Activities done"),
    "outputs": gettext_lazy("Outputs"),
    "updates": gettext_lazy("Updates"),
    "meetings": gettext_lazy("Meetings held"),
    "discussions": gettext_lazy("Discussions begun"),
    "letters": gettext_lazy("Letters in discussions"),
}


@dataclass(frozen=True)
class Year:
    """What a year held, in the reader's words."""

    as_of: str  # ISO date up to which it is told
    figures: tuple[Fact, ...]  # each number with what it counts
    hosts: tuple[Link, ...]  # with their periods
    joined: tuple[Link, ...]  # with their days
    left: tuple[Link, ...]  # with their days
    plan_note: str  # how often the plan was revised; empty without a plan
    plan_language: str  # in which activities are written
    plan_columns: tuple[Column, ...]  # the heads of its columns
    plan: tuple[tuple[Any, ...], ...]  # rows: what, when, where it stands
    outputs: tuple[Link, ...]  # what was made, the newest first
    updates: tuple[Link, ...]  # what was told, the newest first
    meetings: tuple[Link, ...]  # those that everybody may know of


@dataclass(frozen=True)
class ReportPage:
    """The report of a year, for everybody."""

    template: ClassVar[str] = "hubs/report.html"
    section: ClassVar[str] = "hubs:hubs"

    title: str  # of which year
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    remarks: tuple[str, ...]  # up to when it tells, when it was published
    told: ToldIn | None  # in which language the introduction is; nothing without one
    introduction: str  # by those who run the hub
    year: Year  # what it tells
    downloads: tuple[Link, ...]  # the same as a table
    ways: tuple[Link, ...]  # what this reader may do; empty for visitors


@dataclass(frozen=True)
class ReportingPage:
    """A report as it is drawn up, with what it will tell."""

    template: ClassVar[str] = "hubs/run/report.html"
    indexed: ClassVar[bool] = False

    title: str  # of which year
    lead: str  # what is frozen when it is published
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    remarks: tuple[str, ...]  # that words were changed meanwhile, why something could not be done
    form: Any  # the introduction in one language
    beside: tuple[Words, ...]  # the introduction in the original, or as somebody else has written it meanwhile
    versions: tuple[Link, ...]  # the languages of the introduction, each with its state
    year: Year  # what it tells, or would tell today
    publishes: bool  # whether it can be published
    public: str  # its public page; empty before


def report_page(report: YearReport, viewer: Any) -> ReportPage:
    reading = texts.read([report.uid], active_language()).get(report.uid)
    told = report.told or year_of(report.hub, report.year)
    words = {"date": format_date(report.published_at)} if report.published_at else {}
    published = (_("Published on %(date)s; its figures are those of that day.") % words,) if words else ()
    here = wording.address(report_path(report.hub, report.year))
    ways = (Link(_("Change the introduction"), run_address(report.hub, f"reports/{report.year}/")),)
    return ReportPage(
        title=_("Report on %(year)s") % {"year": report.year},
        place=report.hub.body.name,
        trail=trail_of(report.hub),
        remarks=published or (_("A draft: nobody sees this page but those who run the hub."),),
        told=_told_in(report, reading) if reading and reading["introduction"] else None,
        introduction=reading["introduction"] if reading else "",
        year=year_shown(told, report.hub),
        downloads=(Link("CSV", f"{here.rstrip('/')}.csv"),),
        ways=ways if policy.runs(viewer, report.hub) else (),
    )


def reporting_page(
    hub: Hub, year: int, report: YearReport | None, language: str, form: Any, *, moved: str = ""
) -> ReportingPage:
    uid = report.uid if report else hub.uid
    reading = texts.read([uid], language).get(uid) if report else None
    known = texts.all_languages([uid]).get(uid, {}) if report else {}
    published = report is not None and report.published_at is not None
    told = report.told if report is not None and published else year_of(hub, year)
    return ReportingPage(
        title=_("Report on %(year)s") % {"year": year},
        lead=_("The figures are drawn up from what was recorded. Publishing it freezes them.")
        if not published
        else _("It is published: its figures stay as they are, the introduction can still be changed and translated."),
        place=hub.body.name,
        trail=run_trail(hub),
        remarks=(moved,) if moved else (),
        form=form,
        beside=tuple(_beside(reading.original if reading else language, language, known, moved=bool(moved))),
        versions=version_links(reading, run_address(hub, f"reports/{year}/"), hub.languages),
        year=year_shown(told, hub),
        publishes=not published,
        public=wording.address(report_path(hub, year)) if published else "",
    )


def report_form(report: YearReport | None, language: str, typed: str | None = None) -> ReportForm:
    rows = Text.objects.filter(subject=report.uid, language=language) if report else Text.objects.none()
    text = rows.select_related("current").first()
    fields = text.current.fields if text is not None and text.current is not None else {}
    words = typed if typed is not None else fields.get("introduction", "")
    return ReportForm(initial={"introduction": words, "seen": number_of(text)})


def year_shown(told: Mapping[str, Any], hub: Hub) -> Year:
    revised = ngettext("Revised %(n)s time.", "Revised %(n)s times.", told["revisions"])
    return Year(
        as_of=told["as_of"],
        figures=tuple(Fact(str(LABELS[name]), format_number(told["figures"][name])) for name in FIGURES),
        hosts=tuple(_body(row, wording.period(row["since"], row["until"])) for row in told["hosts"]),
        joined=tuple(_body(row, format_date(row["on"])) for row in told["joined"]),
        left=tuple(_body(row, format_date(row["on"])) for row in told["left"]),
        plan_note=revised % {"n": format_number(told["revisions"])} if told["plan"] else "",
        plan_language=told["plan_language"],
        plan_columns=(Column(_("Activity")), Column(_("When")), Column(_("Where it stands"))),
        plan=tuple(_activity(row) for row in told["plan"]),
        outputs=tuple(
            _thing(row, f"{hub.path}outputs/", str(OutputKind(row["sort"]).label)) for row in told["outputs"]
        ),
        updates=tuple(_thing(row, f"{hub.path}updates/") for row in told["updates"]),
        meetings=tuple(_thing(row, "/calendar/") for row in told["meetings"]),
    )


def report_path(hub: Hub, year: int) -> str:
    return f"{hub.path}reports/{year}/"


def table_of(report: YearReport) -> tuple[list[dict[str, str]], Mapping[str, Callable[[Any], Any]]]:
    """Every figure and everything that it counts, one row each."""
    told = report.told or year_of(report.hub, report.year)
    rows = [_line("figure", str(LABELS[name]), number=str(told["figures"][name])) for name in FIGURES]
    rows += [_line("host", row["name"], on=row["since"], until=row["until"]) for row in told["hosts"]]
    rows += [_line(what, row["name"], on=row["on"]) for what in ("joined", "left") for row in told[what]]
    rows += [
        _line("activity", row["title"], on=row["since"], until=row["until"], state=row["how"] or row["state"])
        for row in told["plan"]
    ]
    for what in ("outputs", "updates", "meetings"):
        rows += [_line(what.removesuffix("s"), nearest(row["titles"])[0], on=row["on"]) for row in told[what]]
    names = ("what", "title", "number", "on", "until", "state")
    return rows, {name: _column(name) for name in names}


def nearest(titles: Mapping[str, str]) -> tuple[str, str]:
    """A title in the reader's language, else in English, else in the original; and in which language that is."""
    wanted = next((code for code in (active_language(), "en", *titles) if titles.get(code)), "")
    return titles.get(wanted, ""), wanted


def _column(name: str) -> Callable[[Any], Any]:
    return lambda row: row[name]


def _line(what: str, title: str, **more: str) -> dict[str, str]:
    return {"what": what, "title": title, "number": "", "on": "", "until": "", "state": "", **more}


def _told_in(report: YearReport, reading: texts.Reading) -> ToldIn:
    others = [version.language for version in reading.versions if version.language != reading.language]
    path = report_path(report.hub, report.year)
    return ToldIn(
        language=reading.language,
        foreign=reading.is_other_language,
        behind=reading.behind,
        original=reading.original,
        notes=tuple(wording.translated(reading)),
        versions=tuple(Link(native_name(code), f"/{code}{path}", language=code) for code in others),
    )


def _beside(original: str, language: str, known: Mapping[str, Mapping[str, Any]], *, moved: bool) -> Sequence[Words]:
    found = []
    label = _("Introduction")
    if moved and language in known:
        found.append(Words(_("As it stands now"), language, ((label, str(known[language].get("introduction", ""))),)))
    if original != language and original in known:
        heading = _("The original in %(language)s") % {"language": language_name(original)}
        found.append(Words(heading, original, ((label, str(known[original].get("introduction", ""))),)))
    return found


def _body(row: Mapping[str, str], note: str) -> Link:
    house = register().get(row["body"])
    return Link(house.title, house.get_absolute_url(), note) if house is not None else Link(row["name"], "", note)


def _activity(row: Mapping[str, str]) -> tuple[Any, ...]:
    hows = {"added": _("added in a revision"), "dropped": _("taken out in a revision"), "": ""}
    said = when(row["since"], row["until"]) or _("not said")
    return Cell(row["title"], note=hows[row["how"]]), said, str(ActivityState(row["state"]).label)


def _thing(row: Mapping[str, Any], path: str, note: str = "") -> Link:
    title, language = nearest(row["titles"])
    said = " · ".join(part for part in (note, format_date(row["on"]) if row["on"] else "") if part)
    return Link(title, wording.address(f"{path}{row['uid']}/"), said, language if language != active_language() else "")
