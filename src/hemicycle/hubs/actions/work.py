"""The verbs of the work plan: adopted once a year, revised beside the first, its activities moved on."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core.dates import earliest, latest
from hemicycle.hubs import policy, states
from hemicycle.hubs.actions.doors import HubRefused, WordsMoved, locked, open_hub_only, require, tell
from hemicycle.hubs.models import Activity, Hub, Plan
from hemicycle.hubs.states import ActivityState
from hemicycle.network.models import Body, Project
from hemicycle.ui.formatting import format_number


@dataclass(frozen=True)
class Planned:
    """One activity as it is planned; with `uid` it is one that an earlier plan holds."""

    title: str
    text: str = ""
    since: str = ""
    until: str = ""
    state: str = ActivityState.PLANNED
    people: Sequence[Person] = field(default=())
    bodies: Sequence[Body] = field(default=())
    project: Project | None = None
    uid: UUID | None = None


@transaction.atomic
def adopt_plan(
    hub: Hub, year: int, planned: Sequence[Planned], *, language: str, by: Person, note: str = "", after: int = 0
) -> Plan:
    """The hub has a plan for the year. `after` is the number of the plan that was read: a revision never overwrites
    what somebody else adopted meanwhile, and stands beside all earlier ones. What differs in nothing is no revision.
    """
    hub = locked(hub)
    open_hub_only(hub)
    require(policy.may_plan(by, hub))
    _check(year, planned)
    newest = hub.plans.filter(year=year).first()
    if newest is not None and _same(newest, planned, language, note):
        return newest
    number = newest.number if newest is not None else 0
    if number != after:
        raise WordsMoved(
            _("Somebody else has revised this plan meanwhile. Yours is kept below; compare it with the newest one.")
        )
    plan = Plan.objects.create(hub=hub, year=year, number=number + 1, language=language, note=note.strip())
    earlier = set(Activity.objects.filter(plan__hub=hub, plan__year=year).values_list("uid", flat=True))
    for order, one in enumerate(planned):
        _add(plan, order, one, earlier)
    tell(hub, states.PLAN_REVISED if newest is not None else states.PLAN_ADOPTED, by=by, year=year, number=plan.number)
    return plan


@transaction.atomic
def move_activity(activity: Activity, state: str, *, by: Person) -> None:
    """Say where an activity of the plan that holds stands now; this is no revision of the plan."""
    hub = locked(activity.plan.hub)
    open_hub_only(hub)
    require(policy.may_plan(by, hub))
    activity = Activity.objects.select_for_update(of=("self",)).select_related("plan").get(pk=activity.pk)
    newest = hub.plans.filter(year=activity.plan.year).first()
    if newest is None or newest.pk != activity.plan_id:
        raise HubRefused(_("This plan has been revised; open the newest one to say where the activity stands."))
    if state not in ActivityState.values:
        raise HubRefused(_("Choose one of the states that stand beside the activity."))
    if activity.state == state:
        return
    activity.state = ActivityState(state)
    activity.save(update_fields=["state"])
    tell(hub, states.ACTIVITY_MOVED, by=by, activity=str(activity.uid), state=activity.state)


def _check(year: int, planned: Sequence[Planned]) -> None:
    first, last = states.YEARS
    if not first <= year <= last:
        message = _("Choose a year from %(first)s to %(last)s.")
        raise HubRefused({"year": message % {"first": first, "last": last}})
    if not planned:
        raise HubRefused(_("A plan has at least one activity."))
    if len(planned) > states.MOST_ACTIVITIES:
        message = _("A plan has at most %(most)s activities; put some of them together.")
        raise HubRefused(message % {"most": format_number(states.MOST_ACTIVITIES)})
    known = [one.uid for one in planned if one.uid is not None]
    if len(known) != len(set(known)):
        raise HubRefused(_("One activity stands in this plan twice; take one of the two out."))


def _same(plan: Plan, planned: Sequence[Planned], language: str, note: str) -> bool:
    """Whether the plan says this already, as when the same form was sent twice."""
    if (plan.language, plan.note) != (language, note.strip()):
        return False
    held = [
        _content(each, known=True) for each in plan.activities.prefetch_related("people", "bodies").order_by("order")
    ]
    wanted = [_content(each, known=each.uid is not None) for each in planned]
    # What was new when the form was first sent has got an identity since.
    return len(held) == len(wanted) and all(
        one[1:] == other[1:] and other[0] in {None, one[0]} for one, other in zip(held, wanted, strict=True)
    )


def _content(each: Any, *, known: bool) -> tuple[Any, ...]:
    stored = isinstance(each, Activity)
    people = each.people.all() if stored else each.people
    bodies = each.bodies.all() if stored else each.bodies
    project = each.project_id if stored else each.project and each.project.pk
    return (
        each.uid if known else None,
        each.title.strip(),
        each.text.strip(),
        each.since,
        each.until,
        str(each.state),
        {person.pk for person in people},
        {body.pk for body in bodies},
        project,
    )


def _add(plan: Plan, order: int, one: Planned, earlier: set[UUID]) -> None:
    activity = Activity(
        plan=plan,
        # An identity is taken over from the plans of this year, and never from anywhere else.
        uid=one.uid if one.uid in earlier else uuid.uuid4(),
        order=order,
        title=one.title.strip(),
        text=one.text.strip(),
        since=one.since,
        until=one.until,
        state=one.state,
        project=one.project,
    )
    if not activity.title:
        raise HubRefused(_("Give every activity a title."))
    try:
        activity.full_clean(exclude=["uid"])
    except ValidationError as error:
        raise HubRefused(f"{activity.title}: {' '.join(error.messages)}") from error
    if one.since and one.until and latest(one.until) < earliest(one.since):
        raise HubRefused(_("“%(title)s” would end before it begins.") % {"title": activity.title})
    activity.save()
    activity.people.set(one.people)
    activity.bodies.set(one.bodies)
