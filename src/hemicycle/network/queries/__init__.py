"""Reads of the register, of seats and of the members' directory."""

from hemicycle.network.periods import held_on
from hemicycle.network.queries.agreements import (
    agreements_ending_soon,
    agreements_visible_to,
    agreements_with_papers_for,
    hosts_of,
    keystone_bodies,
    organisations,
    papers_of,
    projects,
    representatives_of,
    running_hosts_of,
)
from hemicycle.network.queries.bodies import facts_of, parliaments, visible_to
from hemicycle.network.queries.countries import CountryNamesRefused, own_country_names
from hemicycle.network.queries.deals import Deal, Gave, Organisation, Undertaking
from hemicycle.network.queries.directory import Sought, entry_of, listed_to, with_what_they_show
from hemicycle.network.queries.houses import House, Place, Reference
from hemicycle.network.queries.partnership import (
    Partnership,
    Party,
    credits_as_data,
    credits_of,
    partnership,
    party,
)
from hemicycle.network.queries.register import Register, register, sources
from hemicycle.network.queries.seats import (
    awaiting_decision,
    ended_offices_of,
    ending_soon,
    focal_points_of,
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
    "Deal",
    "Gave",
    "House",
    "Organisation",
    "Partnership",
    "Party",
    "Place",
    "Reference",
    "Register",
    "Sought",
    "Undertaking",
    "agreements_ending_soon",
    "agreements_visible_to",
    "agreements_with_papers_for",
    "awaiting_decision",
    "credits_as_data",
    "credits_of",
    "ended_offices_of",
    "ending_soon",
    "entry_of",
    "facts_of",
    "focal_points_of",
    "held_on",
    "hosts_of",
    "keystone_bodies",
    "letters_of",
    "listed_to",
    "offices_visible_to",
    "organisations",
    "own_country_names",
    "papers_of",
    "parliaments",
    "partnership",
    "party",
    "projects",
    "register",
    "representatives_of",
    "requests_visible_to",
    "running_hosts_of",
    "seated_bodies",
    "seats_of",
    "sources",
    "vacancies",
    "visible_to",
    "who_decides",
    "with_what_they_show",
]
