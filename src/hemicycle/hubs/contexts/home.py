"""The page of a hub."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from hemicycle.core import panels, texts
from hemicycle.core.dates import holds
from hemicycle.core.texts import Reading
from hemicycle.hubs import figures, queries, wording
from hemicycle.hubs.models import Activity, Hub
from hemicycle.hubs.states import ActivityState, HubKind, HubState, Joining, MemberState, OutputKind
from hemicycle.hubs.ways import ways_for
from hemicycle.kit.charts import TileGrid
from hemicycle.ui.formatting import format_date, format_list, format_number
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Cell, Column, Fact, Link


@dataclass(frozen=True)
class Told:
    """One update as the page of its hub shows it."""

    title: str
    text: str
    language: str  # of both
    date: str  # ISO date
    address: str
    picture: str  # address; empty without one
    width: int
    height: int
    alt: str  # what the picture shows
    caption: str


@dataclass(frozen=True)
class Made:
    """One output."""

    title: str
    text: str
    language: str  # of both
    address: str  # its page
    remarks: tuple[str, ...]  # what it is, and of when


@dataclass(frozen=True)
class Planned:
    """The plan of a year."""

    year: int
    heading: str
    language: str  # of its activities
    activities: tuple[tuple[str | Cell, ...], ...]  # rows: what, when, where it stands
    revisions: tuple[Link, ...]  # every version that was adopted, the newest first


@dataclass(frozen=True)
class HubPage:
    """What a hub is for, who hosts it and takes part, what it plans, made and tells."""

    template: ClassVar[str] = "hubs/hub.html"
    section: ClassVar[str] = "hubs:hubs"

    title: str  # its name, in its own language
    lead: str  # what it is for
    kind: str  # regional or thematic, in words
    told_in: str  # the language of lead and focus
    foreign: bool  # whether that is not the language of the page
    focus: str  # what it works on, longer; may be empty
    look: str  # address of the style sheet with its colour; empty without one
    remarks: tuple[str, ...]  # what is to be known first: compiled from sources, quiet, closed, not public yet
    facts: tuple[Fact, ...]  # what is known
    unstated: tuple[str, ...]  # what nobody has said
    hosts: tuple[tuple[str | Cell, ...], ...]  # every agreement, the latest first
    host_columns: tuple[Column, ...]
    members: tuple[Link, ...]  # every member
    former: tuple[Link, ...]  # those who left, with their terms
    chart: TileGrid | None  # the members on the tile grid
    plan: Planned | None  # of the newest year
    plan_columns: tuple[Column, ...]
    outputs: tuple[Made, ...]  # the newest first
    updates: tuple[Told, ...]  # the newest first
    more: tuple[Link, ...]  # whole lists and reports
    sources: tuple[Link, ...]  # where it is said
    panels: tuple[Markup, ...]  # what other packages show here
    trail: tuple[Link, ...]  # the way here
    downloads: tuple[Link, ...]  # the same as open data
    ways: tuple[Link, ...]  # what this person may do here; empty for visitors


def hub_page(hub: Any, viewer: Any) -> HubPage:
    """A hub that was read whole (`queries.whole_hubs`); two queries more, and one for each who is signed in."""
    uids = [hub.uid, *(UUID(row["uid"]) for row in (*hub.made, *hub.told))]
    readings = texts.read(uids, active_language())
    reading = readings.get(hub.uid)
    members = [row for row in hub.members if row["state"] == MemberState.MEMBER]
    today = timezone.localdate()
    hosting = [row for row in hub.hosts if holds(row["since"], row["until"], today)]
    return HubPage(
        title=hub.body.name,
        lead=reading["purpose"] if reading else "",
        kind=str(HubKind(hub.sort).label),
        told_in=reading.language if reading else "",
        foreign=reading.is_other_language if reading else False,
        focus=reading["focus"] if reading else "",
        look=wording.address(f"{hub.path}look.css") if hub.accent else "",
        remarks=tuple(_remarks(hub)),
        facts=tuple(_facts(hub, hosting, members, reading)),
        unstated=tuple(_unstated(hub, hosting, members)),
        hosts=tuple(_host_row(row, today) for row in hub.hosts),
        host_columns=(Column(_("Host")), Column(_("Period")), Column(_("Agreement"))),
        members=tuple(_member_links(members)),
        former=tuple(_former(hub.members)),
        chart=_chart(hub, hosting, members),
        plan=_plan(hub),
        plan_columns=(Column(_("Activity")), Column(_("When")), Column(_("Where it stands"))),
        outputs=tuple(_made(row, readings, hub) for row in hub.made if UUID(row["uid"]) in readings),
        updates=tuple(_told(row, readings, hub) for row in hub.told if UUID(row["uid"]) in readings),
        more=tuple(_more(hub)),
        sources=tuple(Link(address, address) for address in hub.sources),
        panels=panels.drawn_for(hub.kind, hub.uid, hub.slug, active_language()),
        trail=(Link(_("Hubs"), wording.address("/hubs/")),),
        downloads=(Link("JSON", wording.address(hub.path.rstrip("/") + ".json")),),
        ways=ways_for(viewer, hub),
    )


def _remarks(hub: Hub) -> list[str]:
    found = []
    if hub.state in {HubState.OFFERED, HubState.DECLINED}:
        found.append(_("Not public yet: this hub was offered, and has not been opened."))
    if hub.state == HubState.CLOSED:
        found.append(_("This hub is closed. Its page stays, so that what it did can be found."))
    if hub.compiled_on:
        found.append(_("Compiled from public sources on %(date)s.") % {"date": format_date(hub.compiled_on)})
    if queries.is_quiet(hub):
        words = _("Quiet: nothing has been recorded here since %(date)s.")
        found.append(words % {"date": format_date(hub.last_sign_at)})
    return found


def _facts(
    hub: Hub, hosting: Sequence[Mapping[str, Any]], members: Sequence[Mapping[str, Any]], reading: Reading | None
) -> list[Fact]:
    named = [wording.body_link(row).label for row in hosting]
    count = ngettext("%(n)s member", "%(n)s members", len(members)) % {"n": format_number(len(members))}
    note = reading["members_note"] if reading else ""
    found = [
        Fact(_("Host"), format_list(named) if named else ""),
        Fact(_("Works in"), wording.languages(hub.languages) if hub.languages else ""),
        Fact(_("Who may join"), "" if hub.joining == Joining.UNKNOWN else str(Joining(hub.joining).label)),
        Fact(_("Members"), count if members else "", note=note),
        Fact(_("Since"), format_date(hub.began) if hub.began else ""),
        Fact(_("Last activity recorded here"), format_date(hub.last_sign_at) if hub.last_sign_at else _("none yet")),
    ]
    return [fact for fact in found if fact.value]


def _unstated(hub: Hub, hosting: Sequence[Any], members: Sequence[Any]) -> list[str]:
    missing = [
        (not hosting, _("host")),
        (not hub.languages, _("languages")),
        (hub.joining == Joining.UNKNOWN, _("who may join")),
        (not members, _("members")),
        (not hub.began, _("when it began")),
    ]
    return [label for absent, label in missing if absent]


def _host_row(row: Mapping[str, Any], today: date) -> tuple[str | Cell, ...]:
    body = wording.body_link(row)
    signed = _("signed on %(date)s") % {"date": format_date(row["signed_on"])} if row["signed_on"] else ""
    agreement = format_list([part for part in (signed, row["signatories"]) if part]) or _("not known")
    running = holds(row["since"], row["until"], today)
    note = "" if running else _("former host")
    return (
        Cell(body.label, address=body.address, note=note),
        wording.period(row["since"], row["until"]),
        Cell(agreement, doubtful=_("doubtful") if row["doubtful"] else ""),
    )


def _member_links(members: Sequence[Mapping[str, Any]]) -> list[Link]:
    found = [wording.body_link(row) for row in members]
    return sorted(found, key=lambda link: link.label)


def _former(members: Sequence[Mapping[str, Any]]) -> list[Link]:
    return [
        Link(body.label, body.address, note=wording.period(row["since"], row["until"]))
        for row in members
        if row["state"] == MemberState.LEFT
        for body in (wording.body_link(row),)
    ]


def _chart(hub: Hub, hosting: Sequence[Mapping[str, Any]], members: Sequence[Mapping[str, Any]]) -> TileGrid | None:
    if not figures.countries_of([*hosting, *members]):
        return None
    source = _("public sources, listed below") if hub.compiled_on else _("the hub's own list of members")
    return figures.members(hub.slug, hosting, members, source)


def _plan(hub: Any) -> Planned | None:
    if not hub.planned:
        return None
    newest = hub.planned[0]
    activities = Activity.objects.filter(plan=newest["pk"]).order_by("order")
    year = newest["year"]
    return Planned(
        year=year,
        heading=_("Work plan %(year)s") % {"year": year},
        language=newest["language"],
        activities=tuple(
            (
                Cell(activity.title, note=activity.text),
                wording.period(activity.since, activity.until),
                str(ActivityState(activity.state).label),
            )
            for activity in activities
        ),
        revisions=tuple(
            Link(_plan_name(row["number"]), wording.address(f"{hub.path}plan/{year}/?number={row['number']}"))
            for row in hub.planned
            if row["year"] == year
        )
        if newest["number"] > 1
        else (),
    )


def _plan_name(number: int) -> str:
    if number == 1:
        return _("the plan as first adopted")
    return _("revision %(number)s") % {"number": format_number(number - 1)}


def _made(row: Mapping[str, Any], readings: Mapping[UUID, Reading], hub: Hub) -> Made:
    reading = readings[UUID(row["uid"])]
    return Made(
        title=reading["title"],
        text=reading["text"],
        language=reading.language,
        address=wording.address(f"{hub.path}outputs/{row['uid']}/"),
        remarks=(
            str(OutputKind(row["sort"]).label),
            format_date(row["dated"]) if row["dated"] else _("date not known"),
        ),
    )


def _told(row: Mapping[str, Any], readings: Mapping[UUID, Reading], hub: Hub) -> Told:
    reading = readings[UUID(row["uid"])]
    return Told(
        title=reading["title"],
        text=reading["text"],
        language=reading.language,
        date=row["published_at"][:10],
        address=wording.address(f"{hub.path}updates/{row['uid']}/"),
        picture=f"/files/{row['picture']}" if row["picture"] else "",
        width=row["picture_width"] or 0,
        height=row["picture_height"] or 0,
        alt=reading["alt"],
        caption=reading["caption"],
    )


def _more(hub: Any) -> list[Link]:
    found = [Link(_("All its outputs"), wording.address(f"{hub.path}outputs/"))] if hub.made else []
    if hub.told:
        found.append(Link(_("All its updates"), wording.address(f"{hub.path}updates/")))
    years = sorted({row["year"] for row in hub.planned}, reverse=True)
    found += [
        Link(_("Work plan %(year)s") % {"year": year}, wording.address(f"{hub.path}plan/{year}/")) for year in years[1:]
    ]
    return found
