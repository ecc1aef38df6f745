"""Who may do what in the register; every role is an office that runs today."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from hemicycle.network.models import Body, Office
from hemicycle.network.states import PUBLIC_KINDS, SPEAKING_ROLES, STAFF_ROLES, BodyKind, Role


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
        today = timezone.localdate()
        running = Office.objects.filter(person=person, since__lte=today).exclude(until__lt=today)
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
    return body is not None and holds(person, (*SPEAKING_ROLES, Role.CONTRIBUTOR), bodies=_same_house(body))


def may_keep_register(person: Any) -> bool:
    return is_administrator(person)


def may_give_office(person: Any, body: Body, role: str) -> bool:
    """Administrators give every office; whoever speaks for a house names its deputies and contributors."""
    return is_administrator(person) or (role in {Role.DEPUTY, Role.CONTRIBUTOR} and speaks_for(person, body))


def may_see(person: Any, body: Body) -> bool:  # noqa: ARG001
    """The register is open to everybody; bodies that are not in it yet are seen on their own pages alone."""
    return body.kind in PUBLIC_KINDS


def _same_house(body: Body) -> list[Body]:
    """A chamber and its parliament; for a parliament its chambers, since one record may be about the whole."""
    if body.kind == BodyKind.CHAMBER and body.parent is not None:
        return [body, body.parent]
    return [body, *body.parts.all()]
