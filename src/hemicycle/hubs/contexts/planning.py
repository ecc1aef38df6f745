"""The work plan of a year: as everybody reads it, revision beside revision, and as it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.hubs import policy, queries, wording
from hemicycle.hubs.contexts.shared import body_title, person_name, run_address, run_trail, trail_of, when
from hemicycle.hubs.differing import Difference, Sketch, differences
from hemicycle.hubs.forms.planning import Choosable, PlanForm, Sheet
from hemicycle.hubs.models import Activity, Hub, Plan
from hemicycle.hubs.queries import running
from hemicycle.hubs.states import ActivityState
from hemicycle.network.queries.partnership import partnership
from hemicycle.ui.formatting import format_date, format_list, format_number
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Cell, Column, Link


@dataclass(frozen=True)
class PlanPage:
    """The plan of a year as it was adopted at one time, with what that revision changed."""

    template: ClassVar[str] = "hubs/plan.html"
    section: ClassVar[str] = "hubs:hubs"

    title: str  # of which year
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    remarks: tuple[str, ...]  # that a later revision holds
    told_in: str  # the language in which the plan is written
    note: str  # what the year is for, or why the plan was revised
    columns: tuple[Column, ...]  # of the table
    rows: tuple[tuple[Any, ...], ...]  # one activity each
    revisions: tuple[Link, ...]  # every version, the newest first; this one without an address
    changed_title: str  # against which version this one is told
    changes: tuple[tuple[str, str], ...]  # the activity, and what became of it
    years: tuple[Link, ...]  # plans of other years
    ways: tuple[Link, ...]  # what this reader may do; empty for visitors


@dataclass(frozen=True)
class PlanningPage:
    """The form of a plan: a note, and activities below one another."""

    template: ClassVar[str] = "hubs/run/planning.html"
    indexed: ClassVar[bool] = False

    title: str  # of which year, adopted or revised
    lead: str  # what becomes of the plan before
    place: str  # the hub
    trail: tuple[Link, ...]  # the way here
    form: PlanForm  # what holds for the whole plan
    sheet: Sheet  # the activities
    count: str  # how many rows there are, as the form sends it
    moved: str  # that somebody else revised the plan meanwhile
    changes_title: str  # of what somebody else has adopted meanwhile
    theirs: tuple[str, ...]  # the activities of the plan that holds, where somebody else adopted it meanwhile
    button_text: str  # a verb


def plan_page(hub: Hub, plans: Sequence[Plan], plan: Plan, viewer: Any) -> PlanPage:
    activities = running.activities_of(plan)
    before = next((each for each in plans if each.number == plan.number - 1), None)
    inside = policy.is_member(viewer, hub)
    return PlanPage(
        title=_("Work plan %(year)s") % {"year": plan.year},
        place=hub.body.name,
        trail=trail_of(hub),
        remarks=() if plan == plans[0] else (_("This plan has been revised since; the newest one holds."),),
        told_in=plan.language,
        note=plan.note,
        columns=_columns(activities, inside=inside),
        rows=tuple(_row(activity, inside=inside, bodies=_any_bodies(activities)) for activity in activities),
        revisions=tuple(_revision(each, plan) for each in plans) if len(plans) > 1 else (),
        changed_title=_("What this revision changed") if before else "",
        changes=tuple(_changes(running.activities_of(before), activities)) if before else (),
        years=tuple(_other_years(hub, plan.year)),
        ways=_ways(hub, plan, viewer),
    )


def planning_page(
    hub: Hub, year: int, form: PlanForm, sheet: Sheet, newest: Plan | None, *, moved: str = ""
) -> PlanningPage:
    theirs = running.activities_of(newest) if moved else []
    return PlanningPage(
        title=_("Revise the plan of %(year)s") % {"year": year}
        if newest
        else _("Adopt a plan for %(year)s") % {"year": year},
        lead=_("The plan as it was stays beside the new one, and everybody sees what changed.") if newest else "",
        place=hub.body.name,
        trail=run_trail(hub),
        form=form,
        sheet=sheet,
        count=str(len(sheet.rows)),
        moved=moved,
        changes_title=_("The plan that holds now"),
        theirs=tuple(_told_of(activity) for activity in theirs),
        button_text=_("Adopt the revision") if newest else _("Adopt the plan"),
    )


def plan_form(newest: Plan | None, typed: Mapping[str, Any] | None = None) -> PlanForm:
    """An empty form for the newest plan, or what was typed, to be adopted after the newest."""
    first = {"language": newest.language if newest else active_language(), "note": ""}
    first |= {name: typed.get(name, "") for name in ("language", "note")} if typed is not None else {}
    return PlanForm(initial={**first, "after": newest.number if newest else 0})


def choosable_in(hub: Hub, activities: Sequence[Activity] = ()) -> Choosable:
    """Hosts and members, people inside, and projects; and those whom the plan names already."""
    bodies = {str(body.uid): (body, body_title(body)) for body in running.bodies_inside(hub)}
    inside = Person.objects.filter(uid__in=queries.members_people(hub), is_active=True).order_by("name", "pk")
    people = {str(person.uid): (person, person_name(person)) for person in inside}
    for activity in activities:
        bodies |= {str(body.uid): (body, body_title(body)) for body in activity.bodies.all()}
        people |= {str(each.uid): (each, person_name(each)) for each in activity.people.all() if each.is_active}
    language = active_language()
    projects = {}
    for project in running.projects():
        known = partnership().project_by_slug.get(project.slug)
        projects[project.slug] = (project, known.words("title", language)[0] if known else project.slug)
    return Choosable(bodies=bodies, people=people, project=projects)


def sketch_of(activity: Activity) -> Sketch:
    return Sketch(
        uid=activity.uid,
        title=activity.title,
        text=activity.text,
        since=activity.since,
        until=activity.until,
        bodies=frozenset(body.pk for body in activity.bodies.all()),
        project=activity.project_id,
    )


def said_of(difference: Difference) -> str:
    """What became of one activity, in a few words."""
    if difference.before is None or difference.after is None:
        return _("added to the plan") if difference.how == "added" else _("taken out of the plan")
    before, after = difference.before, difference.after
    if difference.how == "title":
        return _("was called “%(before)s”") % {"before": before.title}
    if difference.how == "dates":
        words = {"before": _dates(before), "after": _dates(after)}
        return _("moved: %(after)s instead of %(before)s") % words
    return {
        "text": _("described differently"),
        "bodies": _("others take it on"),
        "project": _("part of another project, or of none"),
    }[difference.how]


def _dates(sketch: Sketch) -> str:
    return when(sketch.since, sketch.until) or _("no date")


def _changes(before: Sequence[Activity], after: Sequence[Activity]) -> list[tuple[str, str]]:
    found = differences([sketch_of(each) for each in before], [sketch_of(each) for each in after])
    return [(difference.title, said_of(difference)) for difference in found]


def _any_bodies(activities: Sequence[Activity]) -> bool:
    return any(activity.bodies.all() for activity in activities)


def _columns(activities: Sequence[Activity], *, inside: bool) -> tuple[Column, ...]:
    found = [Column(_("Activity")), Column(_("When")), Column(_("Where it stands"))]
    if _any_bodies(activities) or (inside and any(activity.people.all() for activity in activities)):
        found.append(Column(_("Who takes it on")))
    return tuple(found)


def _row(activity: Activity, *, inside: bool, bodies: bool) -> tuple[Any, ...]:
    row: tuple[Any, ...] = (
        Cell(activity.title, note=activity.text),
        when(activity.since, activity.until) or _("not said"),
        str(ActivityState(activity.state).label),
    )
    named = [body_title(body) for body in activity.bodies.all()]
    people = [person_name(person) for person in activity.people.all()] if inside else []
    if bodies or people:
        row = (*row, Cell(format_list(named) if named else "–", note=format_list(people) if people else ""))
    return row


def _revision(plan: Plan, shown: Plan) -> Link:
    # The page is the same for everybody, so its hours are those of one zone.
    adopted = plan.adopted_at.astimezone(UTC)
    words = {"date": format_date(adopted.date()), "time": f"{adopted:%H:%M}"}
    note = _("adopted on %(date)s") % words if plan.shipped else _("adopted on %(date)s, %(time)s UTC") % words
    address = "" if plan == shown else f"{plan_address(plan.hub, plan.year)}?number={plan.number}"
    return Link(version_name(plan.number), address, note)


def version_name(number: int) -> str:
    if number == 1:
        return _("The plan as first adopted")
    return _("Revision %(number)s") % {"number": format_number(number - 1)}


def plan_address(hub: Hub, year: int) -> str:
    return wording.address(f"{hub.path}plan/{year}/")


def _other_years(hub: Hub, year: int) -> list[Link]:
    years = sorted(set(hub.plans.values_list("year", flat=True)) - {year}, reverse=True)
    return [Link(_("Work plan %(year)s") % {"year": other}, plan_address(hub, other)) for other in years]


def _ways(hub: Hub, plan: Plan, viewer: Any) -> tuple[Link, ...]:
    if not policy.runs(viewer, hub):
        return ()
    return (Link(_("Revise this plan"), run_address(hub, f"plan/{plan.year}/")),)


def _told_of(activity: Activity) -> str:
    said = when(activity.since, activity.until)
    return f"{activity.title} · {said}" if said else activity.title
