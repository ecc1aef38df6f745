"""Who has to do with a case, and what awaits them: uids of people, and the cases of one person."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from hemicycle.innovations import policy
from hemicycle.innovations.models import Adoption, Case, HelpAsked
from hemicycle.innovations.models.shared import Innovation
from hemicycle.innovations.queries.library import begun_by, spoken_for, visible_to
from hemicycle.innovations.states import EDITABLE_STATES, Evidence, State
from hemicycle.network import policy as network
from hemicycle.network.models import Body, Office
from hemicycle.network.queries import register
from hemicycle.network.states import SEAT_ROLES, SPEAKING_ROLES, BodyKind, Role

# A case that was withdrawn tells nothing any more.
ALIVE = tuple(state for state in State if state != State.WITHDRAWN)


def speakers_of(thing: Innovation) -> set[UUID]:
    """Who speaks today for the house that the thing is about."""
    return speaking_for(thing.body) if thing.body else set()


def speaking_for(body: Body) -> set[UUID]:
    """Who speaks today for this house."""
    return _holders(SPEAKING_ROLES, _house(body))


def authors_of(thing: Innovation) -> set[UUID]:
    """The author, as long as they may go on with it: their office may have ended."""
    author = thing.author
    return {author.uid} if author is not None and policy.is_party(author, thing) else set()


def reviewers_for(thing: Innovation) -> set[UUID]:
    """The editors who may review it: not its author, and nobody with a seat in its house."""
    house = _house(thing.body) if thing.body else Q(pk__in=())
    own = _holders(SEAT_ROLES, house)
    author = {thing.author.uid} if thing.author is not None else set()
    return _holders((Role.EDITOR, Role.ADMINISTRATOR), Q()) - own - author


def in_the_making(person: Any) -> QuerySet[Case]:
    """The drafts that are this person's to go on with."""
    if person is None or not person.is_authenticated:
        return Case.objects.none()
    return visible_to(person).filter(begun_by(person) | spoken_for(person), state__in=EDITABLE_STATES)


def open_to(person: Any, step: str) -> QuerySet[Case]:
    """The cases of which this person may see this step: their own drafts, and those they were asked to help with."""
    if person is None or not person.is_authenticated:
        return Case.objects.none()
    asked = HelpAsked.objects.open().filter(person=person, step=step).values("case")
    return Case.objects.filter(
        Q(pk__in=in_the_making(person).values("pk")) | Q(pk__in=asked, state__in=EDITABLE_STATES)
    )


def to_review(person: Any) -> QuerySet[Case]:
    """What waits for a review that this person may make: nobody's yet, or taken by them."""
    if not network.is_editor(person):
        return Case.objects.none()
    waiting = Q(state=State.SUBMITTED) | Q(state=State.IN_REVIEW, reviewer=person)
    return Case.objects.filter(waiting).exclude(author=person).exclude(belonging_to(person))


def to_confirm(person: Any) -> QuerySet[Case]:
    """Public cases of the houses for which this person speaks."""
    if not network.holds(person, SPEAKING_ROLES):
        return Case.objects.none()
    return Case.objects.filter(spoken_for(person), state=State.PUBLISHED)


def belonging_to(person: Any) -> Q:
    """What is about a house in which the person has a seat."""
    return spoken_for(person, SEAT_ROLES)


def own_bodies(person: Any) -> list[Body]:
    """The houses in which the person has a seat today."""
    found = {office.body.pk: office.body for office in network.offices_today(person) if network.is_seat(office)}
    return list(found.values())


def untold(bodies: Iterable[int]) -> list[Adoption]:
    """What these houses said that they took over from public cases, and have not begun to tell themselves."""
    told = Adoption.objects.filter(
        taker_case__body=OuterRef("taker_body"), origin_case=OuterRef("origin_case"), taker_case__state__in=ALIVE
    )
    said = Adoption.objects.filter(taker_body__in=list(bodies), taker_case=None, evidence=Evidence.SUBMITTED)
    found = said.filter(origin_case__state=State.PUBLISHED).exclude(Exists(told))
    return list(found.select_related("origin_case", "taker_body").order_by("pk"))


def bodies_to_describe(person: Any) -> dict[int, str]:
    """The houses whose work the person may describe, by key: their own, and for editors the whole register."""
    others = register().houses.values() if network.is_editor(person) else ()
    return {body.pk: body.name for body in (*own_bodies(person), *others)}


def _house(body: Body) -> Q:
    near = [pk for pk in (body.pk, body.parent_id) if pk is not None]
    return Q(body__in=near) if body.kind == BodyKind.CHAMBER else Q(body=body.pk) | Q(body__parent=body.pk)


def _holders(roles: tuple[str, ...], where: Q) -> set[UUID]:
    running = Office.objects.running().filter(where, role__in=roles, person__is_active=True)
    return set(running.values_list("person__uid", flat=True))
