"""Reads of seats: who holds what, who has asked, who decides, what ends soon, and where nobody speaks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from hemicycle.accounts.models import Person
from hemicycle.core import days
from hemicycle.core.models import File
from hemicycle.network import policy
from hemicycle.network.models import Body, Office, SeatRequest
from hemicycle.network.queries.houses import House
from hemicycle.network.queries.register import register
from hemicycle.network.states import (
    ENDING_SOON,
    HOUSE_ROLES,
    SEAT_ROLES,
    SPEAKING_ROLES,
    BodyKind,
    RequestState,
    Role,
)


def seated_bodies(viewer: Any) -> QuerySet[Body]:
    """The bodies whose seats the viewer may see."""
    if policy.is_administrator(viewer):
        return Body.objects.all()
    return Body.objects.filter(_in_bodies(_bodies_held(viewer, SEAT_ROLES)))


def offices_visible_to(viewer: Any) -> QuerySet[Office]:
    """One's own offices, and those in the bodies whose seats one may see."""
    if viewer is None or not viewer.is_authenticated:
        return Office.objects.none()
    if policy.is_administrator(viewer):
        return Office.objects.all()
    return Office.objects.filter(Q(person=viewer) | _in_bodies(_bodies_held(viewer, SEAT_ROLES), "body"))


def requests_visible_to(viewer: Any) -> QuerySet[SeatRequest]:
    """One's own requests, and those for seats that one may give."""
    if viewer is None or not viewer.is_authenticated:
        return SeatRequest.objects.none()
    if policy.is_administrator(viewer):
        return SeatRequest.objects.all()
    spoken_for = _in_bodies(_bodies_held(viewer, SPEAKING_ROLES), "body")
    return SeatRequest.objects.filter(Q(person=viewer) | (Q(role__in=HOUSE_ROLES) & spoken_for))


def seats_of(body: Body) -> QuerySet[Office]:
    """The offices of a body that run or will begin, those who speak for it first."""
    today = days.today()
    held = Office.objects.filter(body=body, revoked_at__isnull=True).exclude(until__lt=today)
    return held.select_related("person", "body", "body__parent", "deputy_of", "deputy_of__person")


def has_not_come(office: Office) -> bool:
    """Whether the invitation into an office that is not over still waits for its person to sign in."""
    over = office.revoked_at is not None or (office.until is not None and office.until < days.today())
    return not over and office.person.is_active and office.person.last_login is None


def ended_offices_of(person: Person) -> QuerySet[Office]:
    """What a person held before, the newest first."""
    today = days.today()
    ended = Q(until__lt=today) | Q(revoked_at__isnull=False)
    return Office.objects.filter(ended, person=person).select_related("body").order_by("-until")


def focal_points_of(body: Body) -> QuerySet[Office]:
    """Who can have a deputy in this body."""
    return Office.objects.running().filter(body=body, role=Role.FOCAL_POINT).select_related("person")


def letters_of(request: SeatRequest) -> QuerySet[File]:
    """What was put on file with a request, in order."""
    return File.objects.filter(subject=request.uid, kind=request.kind).order_by("kept_at")


def who_decides(request: SeatRequest) -> list[Person]:
    """Whom a request awaits: those who speak for the house, or the administrators where nobody can."""
    people = Person.objects.filter(is_active=True).exclude(pk=request.person_id)
    if request.role in HOUSE_ROLES:
        bodies = [request.body_id, request.body.parent_id]
        speakers = Office.objects.running().filter(role__in=SPEAKING_ROLES, body__in=bodies)
        found = list(people.filter(pk__in=speakers.values("person")))
        if found:
            return found
    administrators = Office.objects.running().filter(role=Role.ADMINISTRATOR)
    return list(people.filter(pk__in=administrators.values("person")))


def awaiting_decision(person: Any) -> list[SeatRequest]:
    """Requests that await this person, the oldest first."""
    waiting = requests_visible_to(person).filter(state=RequestState.WAITING).exclude(person=person)
    found = list(waiting.select_related("person", "body", "body__parent").order_by("asked_at"))
    if not policy.is_administrator(person):
        return found
    left = {request.pk for request in _left_to_secretariat(found)}
    return [request for request in found if request.pk in left or policy.speaks_in(person, request.body)]


def awaiting_secretariat() -> list[SeatRequest]:
    """Requests that nobody but the secretariat can decide, the oldest first."""
    waiting = SeatRequest.objects.filter(state=RequestState.WAITING).select_related("body").order_by("asked_at")
    return _left_to_secretariat(list(waiting))


def _left_to_secretariat(requests: list[SeatRequest]) -> list[SeatRequest]:
    spoken_for = _spoken_for(requests)
    return [
        request
        for request in requests
        if request.role not in HOUSE_ROLES or not {request.body_id, request.body.parent_id} & spoken_for
    ]


def ending_soon(person: Any) -> list[Office]:
    """Offices that end within two months and that this person gives; those that follow on are left out."""
    today = days.today()
    running = Office.objects.running().filter(until__lte=today + ENDING_SOON).exclude(person=person)
    given = Q(pk__in=[])
    if policy.is_administrator(person):
        given |= ~Q(role__in=HOUSE_ROLES)
    if held := _bodies_held(person, SPEAKING_ROLES):
        given |= Q(role__in=HOUSE_ROLES) & _in_bodies(held, "body")
    found = list(running.filter(given).select_related("person", "body").order_by("until"))
    if not found:
        return []
    people = [office.person_id for office in found]
    later = Office.objects.filter(person__in=people, since__gt=today, revoked_at__isnull=True)
    followed = set(later.values_list("person", "body", "role"))
    return [office for office in found if (office.person_id, office.body_id, office.role) not in followed]


def vacancies() -> Mapping[str, list[House]]:
    """Chambers and regional bodies without a focal point of their own or their parliament's, by widest region."""
    held = set(Office.objects.running().filter(role=Role.FOCAL_POINT).values_list("body", flat=True))
    known = register()
    found: dict[str, list[House]] = defaultdict(list)
    for house in known.houses.values():
        if house.kind == BodyKind.PARLIAMENT and known.chambers_of(house.key):
            continue
        above = known.parliament_of(house)
        if not {house.pk, above.pk} & held:
            found[next(iter(above.regions), "")].append(house)
    return found


def _spoken_for(requests: Iterable[SeatRequest]) -> set[int]:
    """Bodies for which somebody speaks, among those that are asked about."""
    bodies = {pk for request in requests for pk in (request.body_id, request.body.parent_id) if pk}
    speaking = Office.objects.running().filter(role__in=SPEAKING_ROLES, body__in=bodies, person__is_active=True)
    return set(speaking.values_list("body", flat=True))


def _bodies_held(person: Any, roles: Iterable[str]) -> list[int]:
    return [office.body_id for office in policy.offices_today(person) if office.role in set(roles)]


def _in_bodies(bodies: list[int], path: str = "") -> Q:
    """The bodies themselves and the parts of them."""
    own, parent = (path, f"{path}__parent") if path else ("pk", "parent")
    return Q((f"{own}__in", bodies)) | Q((f"{parent}__in", bodies))
