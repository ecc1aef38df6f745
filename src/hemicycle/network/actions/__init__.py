"""The verbs about the register: what loads it, what is found out about a body, who holds an office."""

from hemicycle.network.actions.facts import end_fact, record_fact
from hemicycle.network.actions.given import BodyGiven, CountryGiven, FactGiven, RegisterGiven, SourceGiven
from hemicycle.network.actions.offices import end_office, make_administrator, revoke_office, take_office
from hemicycle.network.actions.register import load_register

__all__ = [
    "BodyGiven",
    "CountryGiven",
    "FactGiven",
    "RegisterGiven",
    "SourceGiven",
    "end_fact",
    "end_office",
    "load_register",
    "make_administrator",
    "record_fact",
    "revoke_office",
    "take_office",
]
