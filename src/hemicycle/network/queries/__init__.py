"""Reads of the register, of seats and of the members' directory."""

from hemicycle.network.periods import held_on
from hemicycle.network.queries.bodies import facts_of, parliaments, visible_to
from hemicycle.network.queries.countries import CountryNamesRefused, own_country_names
from hemicycle.network.queries.directory import Sought, entry_of, listed_to, with_what_they_show
from hemicycle.network.queries.houses import House, Place, Reference
from hemicycle.network.queries.register import Register, register, sources
from hemicycle.network.queries.seats import (
    awaiting_decision,
    awaiting_secretariat,
    ended_offices_of,
    ending_soon,
    focal_points_of,
    has_not_come,
    letters_of,
    offices_visible_to,
    requests_visible_to,
    seated_bodies,
    seats_of,
    vacancies,
    who_decides,
)

__all__ = [
    "CountryNamesRefused",
    "House",
    "Place",
    "Reference",
    "Register",
    "Sought",
    "awaiting_decision",
    "awaiting_secretariat",
    "ended_offices_of",
    "ending_soon",
    "entry_of",
    "facts_of",
    "focal_points_of",
    "has_not_come",
    "held_on",
    "letters_of",
    "listed_to",
    "offices_visible_to",
    "own_country_names",
    "parliaments",
    "register",
    "requests_visible_to",
    "seated_bodies",
    "seats_of",
    "sources",
    "vacancies",
    "visible_to",
    "who_decides",
    "with_what_they_show",
]
