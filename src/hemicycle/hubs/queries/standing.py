"""How every hub stands, for the secretariat: read flat and put together here, whatever their number."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count
from django.utils import timezone

from hemicycle.core.dates import earliest, holds, latest
from hemicycle.hubs.models import Hub, Membership
from hemicycle.hubs.states import QUIET_AFTER, HubState, MemberState
from hemicycle.network import policy as network
from hemicycle.network.models import Agreement, Office
from hemicycle.network.states import Role
from hemicycle.network.states.agreements import AGREEMENT_ENDING_SOON, AgreementState


@dataclass(frozen=True)
class Hosting:
    """One agreement about hosting a hub, as a list tells of it."""

    uid: str
    body: int
    since: str
    until: str
    state: str
    followed: bool  # whether a renewal or a handover follows it


@dataclass(frozen=True)
class Stands:
    """How one hub stands."""

    slug: str
    name: str
    sort: str
    state: str
    quiet: bool
    last_sign_at: datetime | None
    compiled: bool  # from public sources; nobody of the hub has said anything here yet
    hosts: tuple[int, ...]  # bodies that host it today
    ends: str  # when the last of their agreements ends, where that is soon and nothing follows
    talks: tuple[Hosting, ...]  # offers that wait
    members: int
    requests: int
    coordinators: int
    may_open: bool
    may_close: bool


def hubs_standing(viewer: Any, now: datetime | None = None) -> list[Stands]:
    """Every hub in four queries: hubs, agreements, members by state, coordinators."""
    moment = now or timezone.now()
    rows = Hub.objects.order_by("sort", "slug").values_list(
        *("pk", "body", "slug", "body__name", "sort", "state", "last_sign_at", "compiled_on")
    )
    hosting = _hosting()
    counts = _members()
    coordinators = Counter(
        Office.objects.running().filter(role=Role.COORDINATOR).order_by().values_list("body", flat=True)
    )
    decides = network.is_administrator(viewer)
    today = timezone.localdate(moment)
    return [
        _stands(row, hosting.get(row[1], ()), counts.get(row[0], {}), coordinators[row[1]], decides, moment, today)
        for row in rows
    ]


def _stands(
    row: Any,
    agreements: Iterable[Hosting],
    counts: Mapping[str, int],
    coordinators: int,
    decides: bool,  # noqa: FBT001
    moment: datetime,
    today: date,
) -> Stands:
    _pk, _body, slug, name, sort, state, last_sign_at, compiled_on = row
    signed = [one for one in agreements if one.state == AgreementState.SIGNED]
    running = [one for one in signed if holds(one.since, one.until, today)]
    return Stands(
        slug=slug,
        name=name,
        sort=sort,
        state=state,
        quiet=state == HubState.OPEN and last_sign_at is not None and last_sign_at < moment - QUIET_AFTER,
        last_sign_at=last_sign_at,
        compiled=compiled_on is not None and last_sign_at is None,
        hosts=tuple(dict.fromkeys(one.body for one in running)),
        ends=_end_of(running, today),
        talks=tuple(one for one in agreements if one.state == AgreementState.TALKS),
        members=counts.get(MemberState.MEMBER, 0),
        requests=counts.get(MemberState.ASKED, 0),
        coordinators=coordinators,
        may_open=decides and state == HubState.OFFERED and bool(running),
        may_close=decides and state == HubState.OPEN,
    )


def _end_of(running: Iterable[Hosting], today: date) -> str:
    """When the hub would be without a host: with the last agreement that nothing follows, if that is soon."""
    ends = [one.until if not one.followed else "" for one in running]
    if not ends or "" in ends:
        return ""
    last = max(ends, key=latest)
    return last if earliest(last) <= (today + AGREEMENT_ENDING_SOON).isoformat() else ""


def _hosting() -> Mapping[int, list[Hosting]]:
    found: dict[int, list[Hosting]] = defaultdict(list)
    rows = Agreement.objects.filter(hub__isnull=False).exclude(state=AgreementState.DECLINED).order_by("since", "pk")
    columns = ("pk", "uid", "hub", "body", "since", "until", "state", "renews", "takes_over")
    held = list(rows.values_list(*columns))
    followed = {before for *_columns, renews, takes_over in held for before in (renews, takes_over) if before}
    for pk, uid, hub, body, since, until, state, _renews, _takes_over in held:
        if hub is not None:
            found[hub].append(Hosting(str(uid), body, since, until, state, pk in followed))
    return found


def _members() -> Mapping[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    counted = Membership.objects.filter(state__in=(MemberState.MEMBER, MemberState.ASKED)).order_by()
    for hub, state, number in counted.values_list("hub", "state").annotate(number=Count("pk")):
        found[hub][state] = number
    return found
