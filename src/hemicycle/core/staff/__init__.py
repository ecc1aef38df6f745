"""Staff screens of every package, in the content system's frame: lists, pages of one thing, forms that do a verb."""

from hemicycle.core.staff.filters import narrowing
from hemicycle.core.staff.meanwhile import WordsForm
from hemicycle.core.staff.parts import Row, amid, linked, table
from hemicycle.core.staff.screens import Bare, StaffForm, StaffList, StaffPage
from hemicycle.core.staff.shelves import Group, Shelf, address_of

__all__ = [
    "Bare",
    "Group",
    "Row",
    "Shelf",
    "StaffForm",
    "StaffList",
    "StaffPage",
    "WordsForm",
    "address_of",
    "amid",
    "linked",
    "narrowing",
    "table",
]
