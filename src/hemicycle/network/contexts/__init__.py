"""What each page of the register, of partners, of seats and of the members' directory receives."""

from hemicycle.network.contexts.agreement import AgreementPage, agreement_page, names_of_acts
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
from hemicycle.network.contexts.keeping import (
    InnovationPage,
    PartsPage,
    innovation_page,
    organisation_form_page,
    parts_page,
    project_form_page,
    ways_to_say_more,
)
from hemicycle.network.contexts.listing import ParliamentsPage, parliaments_page
from hemicycle.network.contexts.organisation import OrganisationPage, organisation_page
from hemicycle.network.contexts.partners import PartnersPage, partners_page
from hemicycle.network.contexts.profile import ProfilePage, profile_page
from hemicycle.network.contexts.project import ProjectPage, ProjectsPage, project_page, projects_page
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
from hemicycle.network.contexts.working import (
    AgreementsPage,
    FormPage,
    Words,
    act_page,
    agreement_address,
    agreements_page,
    opening_page,
)

__all__ = [
    "AgreementPage",
    "AgreementsPage",
    "AskPage",
    "BodySeatsPage",
    "ComparisonPage",
    "ContactListPage",
    "ContactsPage",
    "DirectoryPage",
    "FormPage",
    "InnovationPage",
    "ListingPage",
    "MySeatsPage",
    "OfficePage",
    "OrganisationPage",
    "ParliamentsPage",
    "PartnersPage",
    "PartsPage",
    "ProfilePage",
    "ProjectPage",
    "ProjectsPage",
    "RequestPage",
    "VacanciesPage",
    "Words",
    "WritePage",
    "act_page",
    "agreement_address",
    "agreement_page",
    "agreements_page",
    "ask_page",
    "body_choices",
    "body_seats_page",
    "by_region",
    "comparison_page",
    "contact_list_page",
    "contacts_page",
    "directory_page",
    "innovation_page",
    "listing_page",
    "my_seats_page",
    "names_of_acts",
    "office_page",
    "opening_page",
    "organisation_form_page",
    "organisation_page",
    "parliaments_page",
    "partners_page",
    "parts_page",
    "profile_page",
    "project_form_page",
    "project_page",
    "projects_page",
    "region_name",
    "request_page",
    "roles_to_give",
    "seated_key",
    "vacancies_page",
    "ways_to_say_more",
    "write_page",
]
