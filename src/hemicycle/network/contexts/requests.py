"""What the pages about requests for seats and vacancies receive."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.accounts.models import Person
from hemicycle.core.history import address_of
from hemicycle.core.models import File
from hemicycle.network import policy, queries, seating, wording
from hemicycle.network.forms.fields import house_for_seats
from hemicycle.network.models import SeatRequest
from hemicycle.network.queries import House
from hemicycle.network.states import RequestState
from hemicycle.ui.formatting import format_date, format_file_size, format_number
from hemicycle.ui.parts import Fact, Link


@dataclass(frozen=True)
class AskPage:
    """The form by which somebody asks for a seat."""

    template: ClassVar[str] = "network/seats/ask.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # who decides
    trail: tuple[Link, ...]  # the way here
    form: Any  # body, office, note, letter


@dataclass(frozen=True)
class RequestPage:
    """One request for a seat, with what was decided or the forms to decide."""

    template: ClassVar[str] = "network/seats/request.html"
    indexed: ClassVar[bool] = False

    title: str  # the office
    place: str  # the body
    trail: tuple[Link, ...]  # the way here
    facts: tuple[Fact, ...]  # who, when, what was decided
    note: str  # what who asked says of themselves
    reason: str  # why it was refused
    letters: tuple[Link, ...]  # what is on file
    waits: str  # what happens next, while it waits
    accept: Any  # the form by which the seat is given; nothing for those who may not
    refuse: Any  # the form by which it is refused
    letter: Any  # the form by which a letter is put on file
    withdraws: bool  # whether the reader may take it back
    deeds: str  # the address where it says who did what


@dataclass(frozen=True)
class VacanciesPage:
    """Bodies for which nobody speaks, by region."""

    template: ClassVar[str] = "network/seats/vacancies.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # how many
    trail: tuple[Link, ...]  # the way here
    regions: tuple[tuple[str, tuple[Link, ...]], ...]  # name and bodies; each leads to where one invites
    invites: bool  # whether the reader may invite
    download: str  # the same as CSV


def _trail() -> tuple[Link, ...]:
    return (Link(_("Offices and seats"), reverse("network:my_seats")),)


def ask_page(form: Any) -> AskPage:
    lead = _(
        "For deputies and contributors the focal point of the body decides; for the other seats, and where there is "
        "no focal point, the secretariat does, with a letter from the body on file."
    )
    return AskPage(title=_("Ask for a seat"), lead=lead, trail=_trail(), form=form)


def request_page(
    request: SeatRequest, viewer: Person, letters: Sequence[File], forms: dict[str, Any], error: str = ""
) -> RequestPage:
    waits = request.state == RequestState.WAITING
    facts = [
        Fact(_("Person"), seating.name_of(request.person)),
        Fact(_("Asked on"), format_date(request.asked_at)),
        Fact(_("State"), str(request.get_state_display())),
    ]
    if policy.may_give_office(viewer, request.body, request.role):
        facts.insert(1, Fact(_("Mail address"), request.person.email))
    if request.decided_at is not None:
        facts.append(Fact(_("Decided on"), format_date(request.decided_at)))
    return RequestPage(
        title=seating.role_name(request.role),
        place=seating.body_name(request.body),
        trail=_trail(),
        facts=tuple(facts),
        note=request.note,
        reason=request.reason,
        letters=tuple(_letter(letter) for letter in letters),
        waits=error or (_waits(request, viewer, letters) if waits else ""),
        accept=forms.get("accept"),
        refuse=forms.get("refuse"),
        letter=forms.get("letter"),
        withdraws=policy.may_withdraw_request(viewer, request),
        deeds=address_of(request.kind, request.uid),
    )


def vacancies_page(viewer: Person) -> VacanciesPage:
    found = queries.vacancies()
    number = sum(map(len, found.values()))
    said = ngettext("%(n)s body has no focal point.", "%(n)s bodies have no focal point.", number)
    return VacanciesPage(
        title=_("Bodies without a focal point"),
        lead=said % {"n": format_number(number)},
        trail=_trail(),
        regions=tuple((region_name(slug), _vacant(houses)) for slug, houses in by_region(found)),
        invites=policy.is_administrator(viewer),
        download=reverse("network:vacancies_data"),
    )


def by_region(found: Any) -> list[tuple[str, list[House]]]:
    named = sorted(found.items(), key=lambda pair: (not pair[0], region_name(pair[0])))
    return [(slug, sorted(houses, key=lambda house: house.title.casefold())) for slug, houses in named]


def region_name(slug: str) -> str:
    return wording.region_name(slug) if slug else _("Across regions")


def _letter(letter: File) -> Link:
    note = f"{format_date(letter.kept_at)}, {format_file_size(letter.size)}"
    return Link(letter.name, reverse("file", args=[letter.uid]), note=note)


def _waits(request: SeatRequest, viewer: Person, letters: Sequence[File]) -> str:
    if not policy.may_decide(viewer, request):
        return _("This request waits for a decision; you will hear by mail.")
    if policy.needs_letter(viewer, request) and not letters:
        return _("Put a letter from the body on file first; the secretariat decides only with one.")
    return ""


def _vacant(houses: Sequence[House]) -> tuple[Link, ...]:
    return tuple(Link(house.title, reverse("network:body_seats", args=[seated_key(house)])) for house in houses)


def seated_key(house: House) -> str:
    """The key of the body into which one invites."""
    seated = house_for_seats(house.key)
    return seated.key if seated is not None else house.key
