"""Of whom an entry about a hub speaks, and who hears of it."""

from typing import Any
from uuid import UUID

from hemicycle.hubs import queries
from hemicycle.hubs.models import Hub, Membership
from hemicycle.network.models import Agreement, Body, Office
from hemicycle.network.queries.agreements import representatives_of
from hemicycle.network.queries.partnership import party
from hemicycle.network.states import Role

# Who of the secretariat hears of an offer: those who sign and open, and those who answer letters.
SECRETARIES = (Role.ADMINISTRATOR, Role.EDITOR)


def hub_of(entry: Any) -> Hub | None:
    """The hub itself, or the one to which a thing belongs."""
    uid = entry.subject if entry.kind == Hub.kind else entry.facts.get("hub")
    return Hub.objects.select_related("body").filter(uid=uid).first() if uid else None


def agreement_of(entry: Any) -> Agreement | None:
    uid = entry.facts.get("agreement")
    found = Agreement.objects.select_related("body__parent", "hub")
    return found.filter(uid=uid).first() if uid else None


def membership_of(entry: Any, state: str) -> Membership | None:
    """The newest request, invitation or term of the body of which the entry tells, if it stands so now."""
    found = Membership.objects.filter(hub__uid=entry.subject, body__key=entry.facts.get("body", ""))
    newest = found.select_related("hub__body", "body__parent").order_by("-pk").first()
    return newest if newest is not None and newest.state == state else None


def body_of(entry: Any, name: str = "body") -> Body | None:
    return Body.objects.select_related("parent").filter(key=entry.facts.get(name, "")).first()


def body_name(body: Body) -> str:
    known = party(body.pk)
    return known.title if known is not None else body.name


def named_body(entry: Any, name: str = "body") -> str:
    body = body_of(entry, name)
    return body_name(body) if body is not None else ""


def named(entry: Any, *names: str) -> list[str] | None:
    """What several bodies of an entry are called; nothing if one of them is not known."""
    found = [named_body(entry, name) for name in names]
    return found if all(found) else None


def to_secretariat(entry: Any) -> set[UUID]:  # noqa: ARG001 - whoever they are now.
    offices = Office.objects.running().filter(role__in=SECRETARIES, person__is_active=True)
    return set(offices.values_list("person__uid", flat=True))


def to_offering(entry: Any) -> set[UUID]:
    agreement = agreement_of(entry)
    return _speaking_for(agreement.body) if agreement is not None else set()


def to_runners(entry: Any) -> set[UUID]:
    """The coordinators, or the host where there is none."""
    hub = hub_of(entry)
    return queries.runners_of(hub) if hub is not None else set()


def to_the_body(entry: Any) -> set[UUID]:
    """Those who speak for the body of which the entry tells."""
    body = body_of(entry)
    return _speaking_for(body) if body is not None else set()


def to_both_sides(entry: Any) -> set[UUID]:
    return to_the_body(entry) | to_runners(entry)


def to_all_inside(entry: Any) -> set[UUID]:
    hub = hub_of(entry)
    return queries.members_people(hub) if hub is not None else set()


def to_the_one(entry: Any) -> set[UUID]:
    return {UUID(str(entry.facts["person"]))}


def _speaking_for(body: Body) -> set[UUID]:
    bodies = [pk for pk in (body.pk, body.parent_id) if pk is not None]
    people = representatives_of(bodies).filter(person__is_active=True)
    return set(people.values_list("person__uid", flat=True))
