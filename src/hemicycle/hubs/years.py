"""What a year held in a hub, drawn up from everything that was recorded; writes nothing, and counts again the same."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from hemicycle.core import texts
from hemicycle.hubs.models import Activity, Discussion, Hub, Membership
from hemicycle.hubs.states import ActivityState, MemberState
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.states import Opening, State
from hemicycle.network.models import Agreement
from hemicycle.network.states.agreements import AgreementState
from hemicycle.threads.models import Letter

# In this order the figures of a year are told.
FIGURES = (
    "members_before",
    "joined",
    "left",
    "members_after",
    "planned",
    "added",
    "dropped",
    "done",
    "outputs",
    "updates",
    "meetings",
    "discussions",
    "letters",
)


def year_of(hub: Hub, year: int, today: date | None = None) -> dict[str, Any]:
    """Plain values: figures, and what they count. Meetings of members are counted, and only public ones named."""
    day = today or timezone.localdate()
    members = _members(hub, year)
    plan = _plan(hub, year)
    outputs, updates = _outputs(hub, year), _updates(hub, year)
    meetings, public_meetings = _meetings(hub, year)
    discussions = Discussion.objects.filter(hub=hub, opened_at__range=_span(year)).count()
    letters = Letter.objects.filter(
        thread__about__in=Discussion.objects.filter(hub=hub).values("uid"), posted_at__range=_span(year)
    ).count()
    return {
        "year": year,
        "as_of": min(day, date(year, 12, 31)).isoformat(),
        "figures": {
            **members["figures"],
            **plan["figures"],
            "outputs": len(outputs),
            "updates": len(updates),
            "meetings": meetings,
            "discussions": discussions,
            "letters": letters,
        },
        "hosts": _hosts(hub, year),
        "joined": members["joined"],
        "left": members["left"],
        "plan": plan["rows"],
        "plan_language": plan["language"],
        "revisions": plan["revisions"],
        "outputs": outputs,
        "updates": updates,
        "meetings": public_meetings,
    }


def _span(year: int) -> tuple[datetime, datetime]:
    return datetime(year, 1, 1, tzinfo=UTC), datetime(year, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)


def _members(hub: Hub, year: int) -> dict[str, Any]:
    """Terms by the years of their bounds; a beginning that nobody knows was before. Who came back has two terms."""
    terms = list(
        Membership.objects.filter(hub=hub, state__in=(MemberState.MEMBER, MemberState.LEFT))
        .select_related("body")
        .order_by("body__key", "pk")
    )
    this = str(year)
    before = [one for one in terms if one.since[:4] < this and (not one.until or one.until[:4] >= this)]
    joined = [one for one in terms if one.since[:4] == this]
    left = [one for one in terms if one.until[:4] == this]
    return {
        "figures": {
            "members_before": len(before),
            "joined": len(joined),
            "left": len(left),
            "members_after": len(before) + len(joined) - len(left),
        },
        "joined": [_named(one, one.since) for one in joined],
        "left": [_named(one, one.until) for one in left],
    }


def _named(term: Membership, on: str) -> dict[str, str]:
    return {"body": term.body.key, "name": term.body.name, "on": on}


def _hosts(hub: Hub, year: int) -> list[dict[str, str]]:
    signed = Agreement.objects.filter(hub=hub.body, state=AgreementState.SIGNED).select_related("body")
    this = str(year)
    return [
        {"body": one.body.key, "name": one.body.name, "since": one.since, "until": one.until}
        for one in signed.order_by("since", "pk")
        if one.since[:4] <= this and (not one.until or one.until[:4] >= this)
    ]


def _plan(hub: Hub, year: int) -> dict[str, Any]:
    """The plan as it was first adopted against the one that held last: what was added, dropped and done."""
    plans = list(hub.plans.filter(year=year).order_by("number"))
    if not plans:
        figures = dict.fromkeys(("planned", "added", "dropped", "done"), 0)
        return {"figures": figures, "rows": [], "language": "", "revisions": 0}
    first, last = _activities(plans[0].pk), _activities(plans[-1].pk)
    rows = [_row(one, "" if one.uid in first else "added") for one in last.values()]
    rows += [_row(one, "dropped") for uid, one in first.items() if uid not in last]
    given_up = [row for row in rows if row["how"] == "dropped" or row["state"] == ActivityState.DROPPED]
    return {
        "figures": {
            "planned": len(first),
            "added": sum(row["how"] == "added" for row in rows),
            "dropped": len(given_up),
            "done": sum(one.state == ActivityState.DONE for one in last.values()),
        },
        "rows": rows,
        "language": plans[-1].language,
        "revisions": len(plans) - 1,
    }


def _activities(plan: int) -> Mapping[UUID, Activity]:
    return {each.uid: each for each in Activity.objects.filter(plan=plan).order_by("order")}


def _row(activity: Activity, how: str) -> dict[str, str]:
    return {
        "title": activity.title,
        "since": activity.since,
        "until": activity.until,
        "state": str(activity.state),
        "how": how,
    }


def _outputs(hub: Hub, year: int) -> list[dict[str, Any]]:
    """Those of the year by their own date; of those without one, by the day of their publication."""
    dated = Q(dated__startswith=str(year)) | Q(dated="", shipped=False, published_at__range=_span(year))
    shown = hub.outputs.filter(dated, published_at__isnull=False, withdrawn_at=None).order_by("dated", "pk")
    return _told([(one.uid, {"on": one.dated, "sort": one.sort}) for one in shown])


def _updates(hub: Hub, year: int) -> list[dict[str, Any]]:
    shown = hub.updates.filter(published_at__range=_span(year), withdrawn_at=None).order_by("published_at", "pk")
    return _told([(one.uid, {"on": _day(one.published_at)}) for one in shown])


def _meetings(hub: Hub, year: int) -> tuple[int, list[dict[str, Any]]]:
    """How many were held, and those that everybody may know of."""
    held = Meeting.objects.filter(
        body=hub.body, state=State.PLANNED, begins_at__range=_span(year), ends_at__lte=timezone.now()
    )
    public = [one for one in held.order_by("begins_at", "pk") if one.opening == Opening.PUBLIC]
    return held.count(), _told([(one.uid, {"on": _day(one.begins_at)}) for one in public])


def _told(things: Sequence[tuple[UUID, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Each with its title in every language in which it has one, the original first."""
    words = texts.all_languages([uid for uid, _facts in things])
    return [
        {"uid": str(uid), **facts, "titles": {language: str(said.get("title", "")) for language, said in known.items()}}
        for uid, facts in things
        for known in _known(words.get(uid))
    ]


def _known(said: Mapping[str, Mapping[str, Any]] | None) -> Iterable[Mapping[str, Mapping[str, Any]]]:
    return (said,) if said else ()


def _day(moment: datetime | None) -> str:
    return moment.astimezone(UTC).date().isoformat() if moment is not None else ""
