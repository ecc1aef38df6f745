"""The tables of core, by noun."""

from hemicycle.core.models.file import File
from hemicycle.core.models.journal import Delivery, Entry
from hemicycle.core.models.listing import Address, Counter, Link, Listing, Mark
from hemicycle.core.models.seal import Seal, Unsealed
from hemicycle.core.models.text import Revision, Text
from hemicycle.core.models.timetable import Appointment

__all__ = [
    "Address",
    "Appointment",
    "Counter",
    "Delivery",
    "Entry",
    "File",
    "Link",
    "Listing",
    "Mark",
    "Revision",
    "Seal",
    "Text",
    "Unsealed",
]
