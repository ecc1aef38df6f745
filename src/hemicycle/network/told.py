"""What the history of a body, an office, a request for a seat or a contact list says, and to whom."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hemicycle.core import history
from hemicycle.core.history import Standing, Thing
from hemicycle.core.models import Entry
from hemicycle.network import policy, queries, seating, states, wording
from hemicycle.network.models import ContactList, Office, SeatRequest
from hemicycle.network.states import BodyKind, ChamberKind, FactName
from hemicycle.ui.parts import Link


def fact_recorded(entry: Entry) -> str:
    fact, since = _fact(entry), str(entry.facts.get("since") or "")
    if not fact:
        return _of_a_part()
    if not since:
        return _("Fact recorded: %(fact)s") % {"fact": fact}
    return _("Fact recorded: %(fact)s, since %(date)s") % {"fact": fact, "date": wording.moment(since)}


def fact_ended(entry: Entry) -> str:
    if not _fact(entry):
        return _of_a_part()
    return _("A fact holds no longer: %(fact)s") % {"fact": _fact(entry)}


def fact_taken_out(entry: Entry) -> str:
    if not _fact(entry):
        return _of_a_part()
    return _("Taken out, since it was recorded by mistake: %(fact)s") % {"fact": _fact(entry)}


def _of_a_part() -> str:
    """The fact is told in the history of the chamber; the parliament only follows."""
    return _("Facts of a chamber have changed")


def _fact(entry: Entry) -> str:
    name = str(entry.facts.get("name") or "")
    return str(FactName(name).label) if name in FactName.values else name


WORDS: dict[str, Any] = {
    states.LOADED: gettext_lazy("Brought up to date from the files of the register"),
    states.BODY_RECORDED: gettext_lazy("Added to the register"),
    states.BODY_CHANGED: gettext_lazy("Names or remarks changed"),
    states.FACT_RECORDED: fact_recorded,
    states.FACT_ENDED: fact_ended,
    states.FACT_TAKEN_OUT: fact_taken_out,
    states.OFFICE_TAKEN: gettext_lazy("Office taken"),
    states.OFFICE_ENDED: gettext_lazy("End of the term set"),
    states.INVITED_AGAIN: gettext_lazy("Invitation mailed again"),
    states.SEAT_ASKED: gettext_lazy("Asked for the seat"),
    states.SEAT_GIVEN: gettext_lazy("Seat given"),
    states.SEAT_REFUSED: gettext_lazy("Request refused, with a reason"),
    states.SEAT_WITHDRAWN: gettext_lazy("Request taken back"),
    states.SEAT_LETTER_KEPT: gettext_lazy("Letter put on file"),
    states.CONTACTS_LOADED: pgettext_lazy("contact list", "Loaded; everybody on the list has been invited"),
    states.INTRODUCED: gettext_lazy("First letter sent through the members’ directory"),
}


def body(uid: UUID) -> Thing | None:
    """A body of the register, with the histories of its chambers."""
    held = queries.register()
    house = held.by_uid.get(uid)
    if house is None:
        return None
    beside = tuple(_history_of(each) for each in held.chambers_of(house.key))
    return Thing(house.title, house.get_absolute_url(), beside=beside)


def _history_of(chamber: queries.House) -> Link:
    """Chambers are often called what the parliament is called; their kind tells them apart."""
    kind = str(ChamberKind(chamber.chamber_kind).label)
    address = history.address_of(chamber.kind, chamber.uid)
    return Link(chamber.name, address, note=kind, language=chamber.name_language)


def office(uid: UUID) -> Thing | None:
    found = Office.objects.filter(uid=uid).select_related("body").first()
    return Thing(seating.seat_name(found.role, found.body), seating.address_of_office(found)) if found else None


def seat_request(uid: UUID) -> Thing | None:
    found = SeatRequest.objects.filter(uid=uid).select_related("body").first()
    return Thing(seating.seat_name(found.role, found.body), reverse("network:request", args=[uid])) if found else None


def contact_list(uid: UUID) -> Thing | None:
    found = ContactList.objects.filter(uid=uid).first()
    return Thing(found.name, reverse("network:contact_list", args=[uid])) if found else None


def _of_what_they_see(rows: Callable[[Any], QuerySet[Any]]) -> Standing:
    """Who may see it is one of its parties; the secretariat reads what is for staff as well."""

    def standing(viewer: Any, uid: UUID) -> Collection[str]:
        if not rows(viewer).filter(uid=uid).exists():
            return history.NOBODY
        return history.STAFF if policy.is_secretariat(viewer) else history.PARTIES

    return standing


def _contact_lists(viewer: Any) -> QuerySet[ContactList]:
    return ContactList.objects.all() if policy.may_import_contacts(viewer) else ContactList.objects.none()


KINDS: dict[str, Callable[[UUID], Thing | None]] = {
    **dict.fromkeys((BodyKind.PARLIAMENT.value, BodyKind.CHAMBER.value, BodyKind.REGIONAL_BODY.value), body),
    Office.kind: office,
    SeatRequest.kind: seat_request,
    ContactList.kind: contact_list,
}
STANDINGS: dict[str, Standing] = {
    Office.kind: _of_what_they_see(queries.offices_visible_to),
    SeatRequest.kind: _of_what_they_see(queries.requests_visible_to),
    ContactList.kind: _of_what_they_see(_contact_lists),
}
