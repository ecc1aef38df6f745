"""What each page of the register, of seats and of the members' directory receives."""

from hemicycle.network.contexts.compared import ComparisonPage, comparison_page
from hemicycle.network.contexts.contacts import ContactListPage, ContactsPage, contact_list_page, contacts_page
from hemicycle.network.contexts.directory import (
    DirectoryPage,
    ListingPage,
    WritePage,
    body_choices,
    directory_page,
    listing_page,
    write_page,
)
from hemicycle.network.contexts.listing import ParliamentsPage, parliaments_page
from hemicycle.network.contexts.profile import ProfilePage, profile_page
from hemicycle.network.contexts.requests import (
    AskPage,
    RequestPage,
    VacanciesPage,
    ask_page,
    by_region,
    region_name,
    request_page,
    seated_key,
    vacancies_page,
)
from hemicycle.network.contexts.seats import (
    BodySeatsPage,
    MySeatsPage,
    OfficePage,
    body_seats_page,
    my_seats_page,
    office_page,
    roles_to_give,
)

__all__ = [
    "AskPage",
    "BodySeatsPage",
    "ComparisonPage",
    "ContactListPage",
    "ContactsPage",
    "DirectoryPage",
    "ListingPage",
    "MySeatsPage",
    "OfficePage",
    "ParliamentsPage",
    "ProfilePage",
    "RequestPage",
    "VacanciesPage",
    "WritePage",
    "ask_page",
    "body_choices",
    "body_seats_page",
    "by_region",
    "comparison_page",
    "contact_list_page",
    "contacts_page",
    "directory_page",
    "listing_page",
    "my_seats_page",
    "office_page",
    "parliaments_page",
    "profile_page",
    "region_name",
    "request_page",
    "roles_to_give",
    "seated_key",
    "vacancies_page",
    "write_page",
]
