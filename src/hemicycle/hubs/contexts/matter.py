"""What a hub plans, makes, tells and keeps, as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.core.texts import Reading
from hemicycle.hubs import wording
from hemicycle.hubs.models import Activity, Hub
from hemicycle.hubs.queries.whole import MOST_OUTPUTS, MOST_PAPERS, MOST_UPDATES
from hemicycle.hubs.states import ActivityState, OutputKind
from hemicycle.ui.formatting import format_date, format_file_size, format_list, format_number
from hemicycle.ui.parts import Cell, Link

Words = Mapping[UUID, Reading]


@dataclass(frozen=True)
class Told:
    """One update as the page of its hub shows it."""

    title: str  # in the nearest language
    text: str  # as it was written
    language: str  # of both
    date: str  # ISO date
    address: str  # its page
    picture: str  # address; empty without one
    width: int  # of the picture in dots
    height: int  # of the picture in dots
    alt: str  # what the picture shows
    caption: str  # what is said of the picture; may be empty
    credit: str  # who took the picture; may be empty


@dataclass(frozen=True)
class Made:
    """One output."""

    title: str  # in the nearest language
    text: str  # one or two sentences; may be empty
    language: str  # of both
    address: str  # its page
    remarks: tuple[str, ...]  # what it is, and of when


@dataclass(frozen=True)
class Planned:
    """The plan of a year."""

    year: int  # that it is for
    heading: str  # its name
    note: str  # what the year is for, or why the plan was revised; may be empty
    language: str  # of note and activities
    activities: tuple[tuple[str | Cell, ...], ...]  # rows: what, when, where it stands
    revisions: tuple[Link, ...]  # every version that was adopted, the newest first


def plan_of(hub: Any) -> Planned | None:
    """The plan that holds for the newest year."""
    if not hub.planned:
        return None
    newest = hub.planned[0]
    year = newest["year"]
    return Planned(
        year=year,
        heading=_("Work plan %(year)s") % {"year": year},
        note=newest["note"],
        language=newest["language"],
        activities=tuple(_activity(one) for one in Activity.objects.filter(plan=newest["pk"]).order_by("order")),
        revisions=tuple(
            Link(_plan_name(row["number"]), wording.address(f"{hub.path}plan/{year}/?number={row['number']}"))
            for row in hub.planned
            if row["year"] == year and newest["number"] > 1
        ),
    )


def _activity(activity: Activity) -> tuple[str | Cell, ...]:
    return (
        Cell(activity.title, note=activity.text),
        wording.period(activity.since, activity.until),
        str(ActivityState(activity.state).label),
    )


def _plan_name(number: int) -> str:
    if number == 1:
        return _("the plan as first adopted")
    return _("revision %(number)s") % {"number": format_number(number - 1)}


def outputs_of(hub: Any, words: Words) -> tuple[Made, ...]:
    return tuple(
        _made(row, words[UUID(row["uid"])], hub) for row in hub.made[:MOST_OUTPUTS] if UUID(row["uid"]) in words
    )


def _made(row: Mapping[str, Any], words: Reading, hub: Hub) -> Made:
    return Made(
        title=words["title"],
        text=words["text"],
        language=words.language,
        address=wording.address(f"{hub.path}outputs/{UUID(row['uid'])}/"),
        remarks=(
            str(OutputKind(row["sort"]).label),
            format_date(row["dated"]) if row["dated"] else _("date not known"),
        ),
    )


def updates_of(hub: Any, words: Words) -> tuple[Told, ...]:
    return tuple(
        _told(row, words[UUID(row["uid"])], hub) for row in hub.told[:MOST_UPDATES] if UUID(row["uid"]) in words
    )


def _told(row: Mapping[str, Any], words: Reading, hub: Hub) -> Told:
    return Told(
        title=words["title"],
        text=words["text"],
        language=words.language,
        date=row["published_at"][:10],
        address=wording.address(f"{hub.path}updates/{UUID(row['uid'])}/"),
        picture=_file(row["picture"]) if row["picture"] else "",
        width=row["picture_width"] or 0,
        height=row["picture_height"] or 0,
        alt=words["alt"],
        caption=words["caption"],
        credit=row["picture_credit"],
    )


def papers_of(hub: Any) -> tuple[Link, ...]:
    """Papers that are for everybody, and the reports of its years."""
    reports = [
        Link(
            _("Report of the year %(year)s") % {"year": row["year"]},
            wording.address(f"{hub.path}reports/{row['year']}/"),
        )
        for row in hub.reported
    ]
    all_of_them = Link(_("All papers"), wording.address(f"{hub.path}papers/"))
    more = [all_of_them] if len(hub.kept) > MOST_PAPERS else []
    return (*reports, *(_paper(row) for row in hub.kept[:MOST_PAPERS] if row["file"]), *more)


def _paper(row: Mapping[str, Any]) -> Link:
    dated = [format_date(row["dated"])] if row["dated"] else []
    size = format_file_size(row["size"])
    return Link(row["title"], _file(row["file"]), format_list([*dated, size], "unit"), row["language"])


def _file(uid: str) -> str:
    """The address of a file; SQLite writes identifiers without their hyphens, and addresses have them."""
    return f"/files/{UUID(uid)}"


def more_outputs(hub: Any) -> tuple[Link, ...]:
    if len(hub.made) <= MOST_OUTPUTS:
        return ()
    return (Link(_("All its outputs"), wording.address(f"/hubs/outputs/?hub={hub.slug}")),)


def more_updates(hub: Any) -> tuple[Link, ...]:
    if len(hub.told) <= MOST_UPDATES:
        return ()
    return (Link(_("All its updates"), wording.address(f"/hubs/updates/?hub={hub.slug}")),)


def earlier_plans(hub: Any) -> tuple[Link, ...]:
    years = sorted({row["year"] for row in hub.planned}, reverse=True)
    return tuple(
        Link(_("Work plan %(year)s") % {"year": year}, wording.address(f"{hub.path}plan/{year}/")) for year in years[1:]
    )
