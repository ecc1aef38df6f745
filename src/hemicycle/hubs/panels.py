"""What hubs show on the pages of parliaments, regional bodies and organisations: which they host or take part in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.core.catalogue import Panel
from hemicycle.core.dates import holds
from hemicycle.hubs import wording
from hemicycle.hubs.models import Hub, Membership
from hemicycle.hubs.states import PUBLIC_STATES, HubState, MemberState
from hemicycle.network.models import Body
from hemicycle.network.queries import partnership, register
from hemicycle.network.states import BodyKind
from hemicycle.ui.parts import Link

TEMPLATE = "hubs/panel.html"
ON = (BodyKind.PARLIAMENT.value, BodyKind.REGIONAL_BODY.value, BodyKind.ORGANISATION.value)
# A body that hosts a hub and is its member too is told of once, by the first of these that is true.
ORDER = ("hosts", "takes_part", "hosted", "took_part")


@dataclass(frozen=True)
class InHubs:
    """The hubs in which a body, or one of its chambers, has or had a part."""

    title: str  # the heading
    hubs: tuple[Link, ...]  # each with the part that the body has in it
    all: Link  # the list of hubs


def of_body(uid: UUID, key: str, language: str) -> InHubs | None:  # noqa: ARG001 - words follow the page.
    """Hosts before members, past ones last; one or two queries."""
    bodies = _bodies(uid, key)
    parts: dict[int, list[tuple[str, Mapping[str, Any]]]] = {}
    for hub, part, period in (*_hosted(bodies), *_joined(bodies)):
        parts.setdefault(hub, []).append((part, period))
    if not parts:
        return None
    rows = Hub.objects.filter(body__in=parts, state__in=PUBLIC_STATES).select_related("body")
    told = [(min(parts[hub.body_id], key=lambda one: ORDER.index(one[0])), hub) for hub in rows]
    told.sort(key=lambda pair: (ORDER.index(pair[0][0]), pair[1].body.name))
    links = tuple(_link(hub, part, period) for (part, period), hub in told)
    return InHubs(_("Hubs"), links, Link(_("All hubs"), wording.address("/hubs/"))) if links else None


def _bodies(uid: UUID, key: str) -> list[int]:
    held = register()
    house = held.by_uid.get(uid)
    if house is not None:
        return [house.pk, *(chamber.pk for chamber in held.chambers_of(key))]
    found = [one.pk for one in partnership().organisations if one.uid == uid]
    return found or list(Body.objects.filter(uid=uid).values_list("pk", flat=True))


def _hosted(bodies: Iterable[int]) -> Iterable[tuple[int, str, Mapping[str, str]]]:
    today, held = timezone.localdate(), partnership()
    for body in bodies:
        for deal in held.of_body.get(body, ()):
            if deal.hub_id is not None:
                part = "hosts" if holds(deal.since, deal.until, today) else "hosted"
                yield deal.hub_id, part, {"since": deal.since, "until": deal.until}


def _joined(bodies: Iterable[int]) -> Iterable[tuple[int, str, Mapping[str, str]]]:
    rows = Membership.objects.filter(body__in=list(bodies), state__in=(MemberState.MEMBER, MemberState.LEFT))
    for row in rows.order_by("-since", "-pk").values("hub__body_id", "state", "since", "until"):
        part = "takes_part" if row["state"] == MemberState.MEMBER else "took_part"
        yield row["hub__body_id"], part, {"since": row["since"], "until": row["until"]}


def _link(hub: Hub, part: str, period: Mapping[str, str]) -> Link:
    name = {
        "hosts": _("Host"),
        "takes_part": _("Member"),
        "hosted": _("Former host"),
        "took_part": _("Former member"),
    }[part]
    known = period["since"] or period["until"]
    said = [name, *([wording.period(period["since"], period["until"])] if known else [])]
    closed = [str(HubState.CLOSED.label)] if hub.state == HubState.CLOSED else []
    return Link(hub.body.name, hub.get_absolute_url(), " · ".join([*said, *closed]), "en")


# A hosting is an agreement; when one is signed or ends, the panel follows.
SHOWN = (Hub.kind, "agreement", "organisation")
PANELS = tuple(Panel(f"hubs.{kind}", kind, TEMPLATE, of_body, SHOWN) for kind in ON)
