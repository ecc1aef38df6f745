"""Who may do what in the register and with its seats; every role is an office that runs today."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from hemicycle.core.dates import holds as holds_on
from hemicycle.network.models import Agreement, Body, Office, SeatRequest
from hemicycle.network.states import (
    HOUSE_ROLES,
    HUB_ROLES,
    PUBLIC_KINDS,
    SEAT_ROLES,
    SPEAKING_ROLES,
    STAFF_ROLES,
    BodyKind,
    RequestState,
    Role,
)
from hemicycle.network.states.agreements import AgreementState


def holds(person: Any, roles: Iterable[str], *, bodies: Iterable[Body] | None = None) -> bool:
    """Whether the person holds one of these offices today, in one of these bodies or in any."""
    return any(
        office.role in set(roles) and (bodies is None or office.body_id in {body.pk for body in bodies})
        for office in offices_today(person)
    )


def offices_today(person: Any) -> list[Office]:
    """The offices that run today; asked once for each person object, which lives as long as a request."""
    if person is None or not person.is_authenticated or not person.is_active:
        return []
    if not hasattr(person, "_offices_today"):
        running = Office.objects.running().filter(person=person)
        person._offices_today = list(running.select_related("body"))  # noqa: SLF001
    return list(person._offices_today)  # noqa: SLF001


def is_secretariat(person: Any) -> bool:
    return holds(person, STAFF_ROLES)


def is_editor(person: Any) -> bool:
    return holds(person, (Role.EDITOR, Role.ADMINISTRATOR))


def is_administrator(person: Any) -> bool:
    return holds(person, (Role.ADMINISTRATOR,))


def speaks_for(person: Any, body: Body | None) -> bool:
    """A focal point, deputy or secretary general speaks for the chamber, and for the parliament it is part of."""
    return body is not None and holds(person, SPEAKING_ROLES, bodies=_same_house(body))


def belongs_to(person: Any, body: Body | None) -> bool:
    """Anybody with a seat in the house, whatever the role."""
    return body is not None and holds(person, SEAT_ROLES, bodies=_same_house(body))


def may_keep_register(person: Any) -> bool:
    return is_administrator(person)


def may_give_office(person: Any, body: Body, role: str) -> bool:
    """Administrators give every office; speakers of a house its deputies and contributors, hosts their coordinators."""
    if is_administrator(person) or (role in HOUSE_ROLES and speaks_in(person, body)):
        return True
    return body.kind == BodyKind.HUB and role in HUB_ROLES and runs_hub(person, body)


def may_end_office(person: Any, office: Office) -> bool:
    """Everybody may lay down their own office; whoever may give it may also end it."""
    return _is(person, office.person_id) or may_give_office(person, office.body, office.role)


def may_see_office(person: Any, office: Office) -> bool:
    """Who holds it, and those who see the seats of its body."""
    return _is(person, office.person_id) or may_see_seats(person, office.body)


def may_know_holder(person: Any, office: Office) -> bool:
    """Who did something in an office is told by name to those who see the office, and among the secretariat."""
    return may_see_office(person, office) or (office.role in STAFF_ROLES and is_secretariat(person))


def may_see_seats(person: Any, body: Body) -> bool:
    """Who holds which seat is seen by those with a seat in that body or its parliament, and by administrators."""
    return is_administrator(person) or holds(person, SEAT_ROLES, bodies=_with_parent(body))


def may_ask_for_seat(person: Any, body: Body) -> bool:
    """Anybody who is signed in may ask for a seat in a body of the register."""
    return bool(person and person.is_authenticated and person.is_active) and body.kind in PUBLIC_KINDS


def may_see_request(person: Any, request: SeatRequest) -> bool:
    """Who asked, those who may decide, and administrators."""
    return _is(person, request.person_id) or may_give_office(person, request.body, request.role)


def may_decide(person: Any, request: SeatRequest) -> bool:
    """Whoever may give the seat decides on a request for it, though nobody on their own."""
    waits = request.state == RequestState.WAITING
    return waits and not _is(person, request.person_id) and may_give_office(person, request.body, request.role)


def may_withdraw_request(person: Any, request: SeatRequest) -> bool:
    """Who asked may take the request back while it waits."""
    return request.state == RequestState.WAITING and _is(person, request.person_id)


def may_keep_letter(person: Any, request: SeatRequest) -> bool:
    """Who asked, and who decides, may add a letter while the request waits."""
    return may_withdraw_request(person, request) or may_decide(person, request)


def needs_letter(person: Any, request: SeatRequest) -> bool:
    """The house knows its people; the secretariat decides only with a letter on file."""
    return not (request.role in HOUSE_ROLES and speaks_in(person, request.body))


def may_see_vacancies(person: Any) -> bool:
    """The secretariat sees which bodies have nobody who speaks for them."""
    return is_secretariat(person)


def may_import_contacts(person: Any) -> bool:
    """Administrators load contact lists, since they give offices by it."""
    return is_administrator(person)


def may_read_directory(person: Any) -> bool:
    """The directory is among members: whoever holds an office today reads it."""
    return bool(offices_today(person))


def runs_hub(person: Any, hub: Body) -> bool:
    """Its coordinators, and whoever speaks today for a host of the hub."""
    if holds(person, (Role.COORDINATOR,), bodies=[hub]):
        return True
    held = {office.body_id for office in offices_today(person) if office.role in {*SPEAKING_ROLES, Role.PARTNER}}
    return bool(held) and not held.isdisjoint(_host_bodies(hub))


def _host_bodies(hub: Body) -> set[int]:
    today = timezone.localdate()
    signed = Agreement.objects.filter(hub=hub, state=AgreementState.SIGNED)
    rows = signed.values_list("since", "until", "body", "body__parent")
    return {pk for since, until, *bodies in rows if holds_on(since, until, today) for pk in bodies if pk}


def is_seat(office: Office) -> bool:
    """Whether the office is a seat in a house, and not one of the network's."""
    return office.role in SEAT_ROLES


def speaks_in(person: Any, body: Body) -> bool:
    """Whether the person speaks for this very body or for the parliament it is part of, not only for a part of it."""
    return holds(person, SPEAKING_ROLES, bodies=_with_parent(body))


def may_see(person: Any, body: Body) -> bool:  # noqa: ARG001
    """The register is open to everybody; bodies that are not in it yet are seen on their own pages alone."""
    return body.kind in PUBLIC_KINDS


def _is(person: Any, pk: int | None) -> bool:
    return bool(person and person.is_authenticated and person.is_active) and person.pk == pk


def _with_parent(body: Body) -> list[Body]:
    return [body, body.parent] if body.parent is not None else [body]


def _same_house(body: Body) -> list[Body]:
    """A chamber and its parliament; for a parliament its chambers, since one record may be about the whole."""
    if body.kind == BodyKind.CHAMBER and body.parent is not None:
        return [body, body.parent]
    return [body, *body.parts.all()]
