"""Reads of the register."""

from hemicycle.network.periods import held_on
from hemicycle.network.queries.bodies import facts_of, parliaments, visible_to
from hemicycle.network.queries.countries import CountryNamesRefused, own_country_names
from hemicycle.network.queries.houses import House, Place, Reference
from hemicycle.network.queries.register import Register, register, sources

__all__ = [
    "CountryNamesRefused",
    "House",
    "Place",
    "Reference",
    "Register",
    "facts_of",
    "held_on",
    "own_country_names",
    "parliaments",
    "register",
    "sources",
    "visible_to",
]
