"""Who acted, as the history of a record says it: by the office held then, and by name to those who may know."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core.models import Entry
from hemicycle.network import policy, queries
from hemicycle.network.models import Body, Office
from hemicycle.network.states import SEAT_ASKED, STAFF_ROLES, ChamberKind, Role


def who_acted(entries: Sequence[Entry], viewer: Any, bodies: Collection[int] = ()) -> Mapping[int, str]:
    """Who acted, by the number of the entry; those who have left are left out. `bodies` are those that it concerns.

    Two queries, and one more for members, who may know by name whom the directory lists.
    """
    people = _people(entries)
    held = _offices(people.values())
    listed = _listed_to(viewer, people.values())
    # Whoever may see a request for a seat sees on its page who asks.
    asking = {entry.actor for entry in entries if entry.verb == SEAT_ASKED}
    said = {}
    for entry in entries:
        if entry.actor in people:
            person = people[entry.actor]
            office = _office_then(held.get(person.pk, ()), entry, bodies)
            known = person.uid in asking or person.pk in listed or _knows(viewer, person, office)
            said[entry.pk] = _said(person, office, by_name=known)
    return said


def _people(entries: Sequence[Entry]) -> dict[UUID, Person]:
    actors = {entry.actor for entry in entries if entry.actor is not None}
    return {person.uid: person for person in Person.objects.filter(uid__in=actors, is_active=True).only("uid", "name")}


def _offices(people: Collection[Person]) -> dict[int, list[Office]]:
    found: dict[int, list[Office]] = {}
    rows = Office.objects.filter(person__in=people).select_related("body__parent").order_by("-since", "pk")
    for office in rows:
        found.setdefault(office.person_id, []).append(office)
    return found


def _listed_to(viewer: Any, people: Collection[Person]) -> set[int]:
    if not policy.may_read_directory(viewer):
        return set()
    return set(queries.listed_to(viewer).filter(person__in=people).values_list("person", flat=True))


def _knows(viewer: Any, person: Person, office: Office | None) -> bool:
    if office is not None:
        return policy.may_know_holder(viewer, office)
    return person.pk == viewer.pk or policy.is_administrator(viewer)


def _office_then(offices: Sequence[Office], entry: Entry, bodies: Collection[int]) -> Office | None:
    """The office in which they acted: in a body that the entry concerns, else in the secretariat, else any."""
    day = _day(entry.at)
    then = [office for office in offices if _held_on(office, day)]
    key = entry.facts.get("body")
    fitting = (
        [office for office in then if key and office.body.key == key],
        [office for office in then if office.body_id in bodies],
        [office for office in then if office.role in STAFF_ROLES],
        then,
    )
    return next((found[0] for found in fitting if found), None)


def _held_on(office: Office, day: date) -> bool:
    """An office counts for the whole of its last day, since ending it is done in it as well."""
    last = [_day(office.revoked_at)] if office.revoked_at else []
    last += [office.until] if office.until else []
    return office.since <= day and all(day <= each for each in last)


def _day(moment: datetime) -> date:
    """Terms go by the day in UTC, in whatever time zone the history is read."""
    return moment.astimezone(UTC).date()


def _said(person: Person, office: Office | None, *, by_name: bool) -> str:
    name = person.name.strip() if by_name else ""
    if office is None:
        return name or _("Somebody who held no office")
    return f"{name} · {office_holder(office)}" if name else office_holder(office)


def office_holder(office: Office) -> str:
    """Whoever holds an office, as a sentence may begin: The focal point of Zambia."""
    body = place_of(office.body)
    # Translators: %(body)s is the name of a country or an institution, as it stands in a list.
    holders = {
        Role.FOCAL_POINT: _("The focal point of %(body)s"),
        Role.DEPUTY: _("The deputy focal point of %(body)s"),
        Role.SECRETARY_GENERAL: _("The secretary general of %(body)s"),
        Role.CONTRIBUTOR: _("A contributor of %(body)s"),
        Role.COORDINATOR: _("The coordinator of %(body)s"),
        Role.EXPERT: _("An expert of %(body)s"),
        Role.PARTNER: _("A representative of %(body)s"),
        Role.STEERING_MEMBER: _("A member of the steering committee"),
        Role.EDITOR: _("An editor of the secretariat"),
        Role.ANALYST: _("An analyst of the secretariat"),
        Role.ADMINISTRATOR: _("An administrator of the secretariat"),
    }
    return holders[Role(office.role)] % {"body": body}


def place_of(body: Body) -> str:
    """The country, with the chamber where it has several; a body without a country by its name."""
    house = queries.register().by_pk.get(body.pk)
    if house is None or house.place is None:
        return house.name if house is not None else body.name
    if house.chamber_kind in {"", ChamberKind.SINGLE}:
        return house.place.name
    return f"{house.place.name} ({house.name})"
