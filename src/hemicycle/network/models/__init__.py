"""The tables of network, by noun."""

from hemicycle.network.models.directory import DirectoryEntry, Introduction, SpokenLanguage
from hemicycle.network.models.register import PARTIAL_DATE, Body, Country, Fact, Source
from hemicycle.network.models.seats import ContactList, Office, SeatRequest

__all__ = [
    "PARTIAL_DATE",
    "Body",
    "ContactList",
    "Country",
    "DirectoryEntry",
    "Fact",
    "Introduction",
    "Office",
    "SeatRequest",
    "Source",
    "SpokenLanguage",
]
