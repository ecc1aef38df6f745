"""What the pages about offices and seats receive."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.accounts import places, reach
from hemicycle.accounts.models import Person
from hemicycle.core.history import address_of
from hemicycle.network import policy, queries, seating
from hemicycle.network.models import Body, Office, SeatRequest
from hemicycle.network.states import ROLES_OF_KIND, SECRETARIAT_KEY, Role
from hemicycle.ui.formatting import format_date, format_number
from hemicycle.ui.parts import Cell, Column, Fact, Link


@dataclass(frozen=True)
class MySeatsPage:
    """What a person holds, has asked for, and may do for a body."""

    template: ClassVar[str] = "network/seats/mine.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # how many offices the person holds
    offices: tuple[Link, ...]  # offices that run or rest, with their term
    before: tuple[Link, ...]  # offices that have ended
    requests: tuple[Link, ...]  # what the person has asked for, with its state
    bodies: tuple[Link, ...]  # bodies whose seats the person sees
    waiting: tuple[Link, ...]  # requests of others that await the person
    staff: tuple[Link, ...]  # what the secretariat does
    begin: tuple[Link, ...]  # what the person can begin with what they hold
    ask: str  # where one asks for a seat
    listing: str  # where one chooses to be listed; empty for those who hold no office


@dataclass(frozen=True)
class BodySeatsPage:
    """Who holds which seat in one body, and the form by which colleagues are invited."""

    template: ClassVar[str] = "network/seats/body.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    place: str  # the body
    trail: tuple[Link, ...]  # the way here
    columns: tuple[Column, ...]  # of the table
    seats: tuple[tuple[Any, ...], ...]  # person, office, term; the address where it may be seen
    waiting: tuple[Link, ...]  # requests that the reader may decide
    form: Any  # the invitation; nothing for those who may not invite


@dataclass(frozen=True)
class OfficePage:
    """One office, and the form by which its term is changed."""

    template: ClassVar[str] = "network/seats/office.html"
    indexed: ClassVar[bool] = False

    title: str  # the office
    place: str  # the body
    trail: tuple[Link, ...]  # the way here
    facts: tuple[Fact, ...]  # who, since when, until when, for whom
    form: Any  # the end of the term; nothing where the reader may not change it
    error: str  # why the invitation was not mailed again; empty at first
    again: bool  # whether the reader may have the invitation mailed again
    deeds: str  # the address where it says who did what


def my_seats_page(person: Person) -> MySeatsPage:
    held = policy.offices_today(person)
    mine = list(_own(person))
    requests = SeatRequest.objects.filter(person=person).select_related("body").order_by("-asked_at")[:20]
    number = len(held)
    return MySeatsPage(
        title=_("Offices and seats"),
        lead=_lead(number),
        offices=tuple(_office_link(office) for office in mine),
        before=tuple(_office_link(office) for office in queries.ended_offices_of(person)[:20]),
        requests=tuple(_request_link(request) for request in requests),
        bodies=tuple(_bodies(held)),
        waiting=tuple(_waiting_link(request) for request in queries.awaiting_decision(person)),
        staff=_staff_links(person),
        begin=places.beginnings_for(person),
        ask=reverse("network:ask"),
        listing=reverse("network:listing") if held else "",
    )


def body_seats_page(body: Body, viewer: Person, form: Any) -> BodySeatsPage:
    gives = policy.is_administrator(viewer) or policy.speaks_in(viewer, body)
    held = list(queries.seats_of(body))
    lost = reach.not_reached([office.person for office in held]) if gives else frozenset()
    waiting = [request for request in queries.awaiting_decision(viewer) if request.body_id == body.pk] if gives else []
    columns = (Column(_("Person")), Column(_("Office")), Column(_("Term")))
    return BodySeatsPage(
        title=_("Offices and seats"),
        place=seating.body_name(body),
        trail=(Link(_("Offices and seats"), reverse("network:my_seats")),),
        columns=(*columns, Column(_("Mail address"))) if gives else columns,
        seats=tuple(_row(office, viewer, mail=_mail(office, lost) if gives else None) for office in held),
        waiting=tuple(_waiting_link(request) for request in waiting),
        form=form,
    )


def office_page(office: Office, form: Any, viewer: Person, error: str = "") -> OfficePage:
    gives = policy.may_give_office(viewer, office.body, office.role)
    facts = [
        Fact(_("Person"), seating.name_of(office.person)),
        Fact(_("Term"), seating.term(office)),
    ]
    if office.deputy_of is not None:
        facts.append(Fact(_("Stands in for"), seating.name_of(office.deputy_of.person)))
    if gives:
        mail = _mail(office, reach.not_reached([office.person]))
        facts.append(Fact(_("Mail address"), mail.text, note=mail.note, doubtful=mail.doubtful))
    if office.revoked_at is not None:
        facts.append(Fact(_("Ended at once on"), format_date(office.revoked_at)))
    return OfficePage(
        title=seating.role_name(office.role),
        place=seating.body_name(office.body),
        trail=(Link(_("Offices and seats"), reverse("network:my_seats")),),
        facts=tuple(facts),
        form=form,
        error=error,
        again=gives and queries.has_not_come(office),
        deeds=address_of(office.kind, office.uid),
    )


def roles_to_give(giver: Person, body: Body) -> list[Role]:
    """Which offices of this body the giver may give; a deputy only where there is somebody to stand in for."""
    possible = [role for role in ROLES_OF_KIND.get(body.kind, ()) if policy.may_give_office(giver, body, role)]
    if Role.DEPUTY in possible and not queries.focal_points_of(body).exists():
        possible.remove(Role.DEPUTY)
    return possible


def _own(person: Person) -> Any:
    runs = Office.objects.filter(person=person, revoked_at__isnull=True).select_related("body", "deputy_of")
    return runs.exclude(pk__in=queries.ended_offices_of(person).values("pk")).order_by("since")


def _lead(number: int) -> str:
    if not number:
        return _("You hold no office yet. Ask for a seat in your parliament, or be invited by its focal point.")
    return ngettext("You hold %(n)s office.", "You hold %(n)s offices.", number) % {"n": format_number(number)}


def _office_link(office: Office) -> Link:
    return Link(
        seating.seat_name(office.role, office.body), seating.address_of_office(office), note=seating.term(office)
    )


def _request_link(request: SeatRequest) -> Link:
    address = reverse("network:request", args=[request.uid])
    return Link(seating.seat_name(request.role, request.body), address, note=request.get_state_display())


def _waiting_link(request: SeatRequest) -> Link:
    words = {"person": seating.name_of(request.person), "seat": seating.seat_name(request.role, request.body)}
    label = _("%(person)s asks to be %(seat)s") % words
    return Link(label, reverse("network:request", args=[request.uid]), note=format_date(request.asked_at))


def _bodies(held: list[Office]) -> list[Link]:
    seated = {office.body_id: office.body for office in held if policy.is_seat(office)}
    return [Link(seating.body_name(body), seating.address_of_seats(body)) for body in seated.values()]


def _staff_links(person: Person) -> tuple[Link, ...]:
    links = []
    if policy.may_see_vacancies(person):
        links.append(Link(_("Bodies without a focal point"), reverse("network:vacancies")))
    if policy.may_import_contacts(person):
        links.append(Link(_("Load a contact list"), reverse("network:contacts")))
        links.append(Link(_("Offices of the secretariat"), reverse("network:body_seats", args=[SECRETARIAT_KEY])))
    return tuple(links)


def _mail(office: Office, lost: Collection[int]) -> Cell:
    """An address with what whoever invited its person should know: that nobody came, or that mail comes back."""
    return Cell(
        office.person.email,
        note=_("has not signed in yet") if queries.has_not_come(office) else "",
        doubtful=_("Mail to this address comes back.") if office.person_id in lost else "",
    )


def _row(office: Office, viewer: Person, *, mail: Cell | None) -> tuple[Any, ...]:
    name = seating.name_of(office.person)
    reachable = policy.may_end_office(viewer, office)
    first = Cell(name, seating.address_of_office(office)) if reachable else Cell(name)
    row = (first, seating.role_name(office.role), seating.term(office))
    return (*row, mail) if mail is not None else row
