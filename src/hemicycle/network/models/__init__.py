"""The tables of network, by noun."""

from hemicycle.core.dates import PARTIAL_DATE
from hemicycle.network.models.agreements import Agreement, Contribution, Project, ProjectParty, ProjectStep
from hemicycle.network.models.directory import DirectoryEntry, Introduction, SpokenLanguage
from hemicycle.network.models.register import Body, Country, Fact, Source
from hemicycle.network.models.seats import ContactList, Office, SeatRequest

__all__ = [
    "PARTIAL_DATE",
    "Agreement",
    "Body",
    "ContactList",
    "Contribution",
    "Country",
    "DirectoryEntry",
    "Fact",
    "Introduction",
    "Office",
    "Project",
    "ProjectParty",
    "ProjectStep",
    "SeatRequest",
    "Source",
    "SpokenLanguage",
]
