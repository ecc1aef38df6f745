"""The verbs of the work plan: adopted once a year, revised beside the first, its activities moved on."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.hubs import policy, states
from hemicycle.hubs.actions.doors import HubRefused, locked, require, tell
from hemicycle.hubs.models import Activity, Hub, Plan
from hemicycle.hubs.states import ActivityState
from hemicycle.network.models import Body, Project


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
    what somebody else adopted meanwhile, and stands beside all earlier ones.
    """
    hub = locked(hub)
    require(policy.may_plan(by, hub))
    newest = hub.plans.filter(year=year).first()
    number = newest.number if newest is not None else 0
    if number != after:
        raise HubRefused(
            _("Somebody else has revised this plan meanwhile. Yours is kept below; compare it with the newest one.")
        )
    if not planned:
        raise HubRefused(_("A plan has at least one activity."))
    plan = Plan.objects.create(hub=hub, year=year, number=number + 1, language=language, note=note.strip())
    earlier = set(newest.activities.values_list("uid", flat=True)) if newest is not None else set()
    for order, one in enumerate(planned):
        _add(plan, order, one, earlier)
    tell(hub, states.PLAN_REVISED if newest is not None else states.PLAN_ADOPTED, by=by, year=year, number=plan.number)
    return plan


@transaction.atomic
def move_activity(activity: Activity, state: str, *, by: Person) -> None:
    """Say where an activity of the plan that holds stands now; this is no revision of the plan."""
    hub = locked(activity.plan.hub)
    require(policy.may_plan(by, hub))
    activity = Activity.objects.select_for_update(of=("self",)).select_related("plan").get(pk=activity.pk)
    newest = hub.plans.filter(year=activity.plan.year).first()
    if newest is None or newest.pk != activity.plan_id:
        raise HubRefused(_("This plan has been revised; open the newest one to say where the activity stands."))
    activity.state = ActivityState(state)
    activity.save(update_fields=["state"])
    tell(hub, states.ACTIVITY_MOVED, by=by, activity=str(activity.uid), state=activity.state)


def _add(plan: Plan, order: int, one: Planned, earlier: set[UUID]) -> None:
    activity = Activity(
        plan=plan,
        # An identity is taken over from the plan before, and never from anywhere else.
        uid=one.uid if one.uid in earlier else uuid.uuid4(),
        order=order,
        title=one.title.strip(),
        text=one.text.strip(),
        since=one.since,
        until=one.until,
        state=one.state,
        project=one.project,
    )
    activity.full_clean(exclude=["uid"])
    if one.since and one.until and one.until < one.since[: len(one.until)]:
        raise HubRefused(_("“%(title)s” would end before it begins.") % {"title": activity.title})
    activity.save()
    activity.people.set(one.people)
    activity.bodies.set(one.bodies)
