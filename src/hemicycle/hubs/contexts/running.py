"""The one page from which a hub is run."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import history, texts
from hemicycle.core.texts import Reading
from hemicycle.hubs import queries, wording
from hemicycle.hubs.contexts.shared import body_title, person_name, run_address, trail_of, version_links, when
from hemicycle.hubs.models import Hub, Membership, Output, Update
from hemicycle.hubs.queries import running
from hemicycle.hubs.states import ActivityState, MemberState
from hemicycle.network.states import Role
from hemicycle.ui.formatting import format_date, format_number
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Link

SHOWN = 5


@dataclass(frozen=True)
class Waiting:
    """A body that asked to take part."""

    uid: str  # by which its form names it
    body: str  # with its country
    since: str  # ISO date
    note: str  # what it said


@dataclass(frozen=True)
class Step:
    """One activity of the plan that holds."""

    uid: str  # by which its form names it
    title: str  # the heading
    when: str  # its period, in words
    state: str  # in words
    moves: tuple[tuple[str, str], ...]  # the states to which one press moves it, and their words


@dataclass(frozen=True)
class RunPage:
    """Everything that awaits those who run a hub, and everything that they can begin."""

    template: ClassVar[str] = "hubs/run/run.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    remarks: tuple[str, ...]  # that it is quiet, or has no coordinator
    error: str  # why what was pressed could not be done
    requests: tuple[Waiting, ...]  # that wait for a decision
    members_address: str  # where requests are decided
    plan_title: str  # of the newest plan; empty without one
    plan_language: str  # in which its activities are written
    steps: tuple[Step, ...]  # its activities
    plan_links: tuple[Link, ...]  # to adopt and to revise
    updates: tuple[Link, ...]  # drafts first, then the newest
    new_update: str  # where one is written
    outputs: tuple[Link, ...]  # drafts first, then the newest
    new_output: str  # where one is described
    people: tuple[Link, ...]  # coordinators and steering group
    people_address: str  # where offices are given
    more: tuple[Link, ...]  # members, papers, meetings, discussions, settings, history
    versions: tuple[Link, ...]  # the languages of the hub's own words
    reports: tuple[Link, ...]  # of the years


def run_page(hub: Hub, *, error: str = "") -> RunPage:
    waiting = running.waiting_in(hub)
    plan = running.newest_plan(hub)
    updates = list(_kept(hub.updates.all()))
    outputs = list(_kept(hub.outputs.all()))
    words = texts.read([hub.uid, *(thing.uid for thing in (*updates, *outputs))], active_language())
    offices = running.offices_in(hub)
    members = hub.memberships.filter(state=MemberState.MEMBER).count()
    return RunPage(
        title=_("Run this hub"),
        place=hub.body.name,
        trail=trail_of(hub),
        remarks=tuple(_remarks(hub, offices)),
        error=error,
        requests=tuple(_waiting(row) for row in waiting if row.state == MemberState.ASKED),
        members_address=run_address(hub, "members/"),
        plan_title=_("Work plan %(year)s") % {"year": plan.year} if plan else "",
        plan_language=plan.language if plan else "",
        steps=tuple(_step(activity) for activity in running.activities_of(plan)),
        plan_links=tuple(_plan_links(hub)),
        updates=tuple(_thing_link(hub, "updates", update, words) for update in updates if update.uid in words),
        new_update=run_address(hub, "updates/new/"),
        outputs=tuple(_thing_link(hub, "outputs", output, words) for output in outputs if output.uid in words),
        new_output=run_address(hub, "outputs/new/"),
        people=tuple(Link(person_name(office.person), "", _office(office.role)) for office in offices),
        people_address=run_address(hub, "people/"),
        more=tuple(_more(hub, members, len(waiting))),
        versions=version_links(words.get(hub.uid), run_address(hub, "words/"), hub.languages),
        reports=tuple(_reports(hub)),
    )


def _remarks(hub: Hub, offices: Sequence[Any]) -> list[str]:
    found = []
    if queries.is_quiet(hub):
        words = _("Quiet: nothing has been recorded here since %(date)s, and the page of the hub says so.")
        found.append(words % {"date": format_date(hub.last_sign_at)} if hub.last_sign_at else "")
    if not any(office.role == Role.COORDINATOR for office in offices):
        found.append(_("This hub has no coordinator; whoever speaks for its host runs it. Name one below."))
    return found


def _waiting(row: Membership) -> Waiting:
    return Waiting(str(row.uid), body_title(row.body), timezone.localdate(row.asked_at).isoformat(), row.note)


def _step(activity: Any) -> Step:
    moves = tuple((state.value, str(state.label)) for state in ActivityState if state != activity.state)
    return Step(
        uid=str(activity.uid),
        title=activity.title,
        when=when(activity.since, activity.until),
        state=str(ActivityState(activity.state).label),
        moves=moves,
    )


def _plan_links(hub: Hub) -> list[Link]:
    planned = sorted(set(hub.plans.values_list("year", flat=True)), reverse=True)
    this_year = timezone.localdate().year
    revised = [(_("Revise the plan of %(year)s"), year) for year in planned[:2]]
    new = [(_("Adopt a plan for %(year)s"), year) for year in (this_year, this_year + 1) if year not in planned]
    return [Link(words % {"year": year}, run_address(hub, f"plan/{year}/")) for words, year in (*revised, *new)]


def _kept(things: Any) -> list[Any]:
    """Drafts, all of them, and the newest of the rest."""
    kept = things.filter(withdrawn_at=None)
    return [*kept.filter(published_at=None), *kept.filter(published_at__isnull=False)[:SHOWN]]


def _thing_link(hub: Hub, below: str, thing: Output | Update, words: dict[UUID, Reading]) -> Link:
    reading = words[thing.uid]
    note = format_date(thing.published_at) if thing.published_at else _("draft")
    behind = [version for version in reading.versions if version.behind]
    if behind:
        count = ngettext("%(n)s language behind", "%(n)s languages behind", len(behind))
        note = f"{note} · {count % {'n': format_number(len(behind))}}"
    language = reading.language if reading.is_other_language else ""
    return Link(reading["title"], run_address(hub, f"{below}/{thing.uid}/"), note, language)


def _office(role: str) -> str:
    return _("coordinator") if role == Role.COORDINATOR else _("steering group")


def _more(hub: Hub, members: int, waiting: int) -> list[Link]:
    number = ngettext("%(n)s member", "%(n)s members", members) % {"n": format_number(members)}
    if waiting:
        number += " · " + ngettext("%(n)s waits", "%(n)s wait", waiting) % {"n": format_number(waiting)}
    papers = hub.papers.count()
    return [
        Link(_("Members"), run_address(hub, "members/"), number),
        Link(_("Papers"), run_address(hub, "papers/"), format_number(papers)),
        Link(_("Announce a meeting"), wording.address(f"/calendar/new/?body={hub.body.key}")),
        Link(_("Meetings of the hub"), wording.address(f"/calendar/?hub={hub.body.key}")),
        Link(_("Discussions"), wording.address(f"{hub.path}discussions/")),
        Link(_("Languages, topics, colour"), run_address(hub, "settings/")),
        Link(_("History of the hub"), history.address_of(hub.kind, hub.uid)),
    ]


def _reports(hub: Hub) -> list[Link]:
    known = {report.year: report for report in hub.reports.all()}
    this_year = timezone.localdate().year
    first = hub.opened_at.year if hub.opened_at else this_year
    years = sorted({*known, *range(max(first, this_year - 4), this_year + 1)}, reverse=True)
    found = []
    for year in years:
        report = known.get(year)
        state = _("not drawn up") if report is None else _("draft") if report.published_at is None else _("published")
        found.append(Link(_("Report on %(year)s") % {"year": year}, run_address(hub, f"reports/{year}/"), state))
    return found
