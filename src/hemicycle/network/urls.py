"""Addresses of the register, of partners, of seats and of the members' directory, below the language."""

from django.urls import path, re_path

from hemicycle.network.views import agreements, contacts, directory, keeping, offices, partners, register, requests

app_name = "network"

REGIONAL = register.REGIONAL
FORM = r"(?P<form>csv|json)"
FIGURE = r"(?P<form>svg|png|csv)"
KEY = r"(?P<key>[A-Za-z]{2})"

urlpatterns = [
    path("parliaments/", register.parliaments, name="parliaments"),
    re_path(rf"^parliaments\.{FORM}$", register.parliaments_data, name="parliaments_data"),
    re_path(rf"^chambers\.{FORM}$", register.chambers_data, name="chambers_data"),
    re_path(rf"^parliaments/world\.{FIGURE}$", register.world, name="world"),
    path("parliaments/compare/", register.compare, name="compare"),
    path("parliaments/<str:key>.json", register.record, name="record"),
    path("parliaments/<str:key>/", register.parliament, name="parliament"),
    path("parliaments/<str:key>/preview.png", register.preview, name="preview"),
    re_path(rf"^parliaments/{KEY}/(?P<chamber>[\w-]+)\.{FIGURE}$", register.seats, name="seats"),
    path("parliaments/<str:key>/innovation/", keeping.innovation, name="innovation"),
    path("parliaments/<str:key>/<str:chamber>/", register.chamber, name="chamber"),
    path("regional-bodies/", register.regional_bodies, name="regional_bodies"),
    path("regional-bodies/<str:key>.json", register.record, {"kind": REGIONAL}, name="regional_record"),
    path("regional-bodies/<str:key>/", register.regional_body, name="regional_body"),
    path("regional-bodies/<str:key>/preview.png", register.preview, {"kind": REGIONAL}, name="regional_preview"),
    re_path(rf"^regional-bodies/(?P<key>[\w-]+)/seats\.{FIGURE}$", register.regional_seats, name="regional_seats"),
    path("seats/", offices.my_seats, name="my_seats"),
    path("seats/ask/", requests.ask, name="ask"),
    path("seats/requests/<uuid:uid>/", requests.seat_request, name="request"),
    path("seats/offices/<uuid:uid>/", offices.office, name="office"),
    path("seats/vacancies/", offices.vacancies, name="vacancies"),
    path("seats/vacancies.csv", offices.vacancies_data, name="vacancies_data"),
    path("seats/contacts/", contacts.hand_in, name="contacts"),
    path("seats/contacts/empty.xlsx", contacts.template, name="contacts_template"),
    path("seats/contacts/<uuid:uid>/", contacts.look_at, name="contact_list"),
    path("seats/<str:key>/", offices.body_seats, name="body_seats"),
    path("partners/", partners.partners, name="partners"),
    path("partners/new/", keeping.new_organisation, name="new_organisation"),
    re_path(rf"^partners\.{FORM}$", partners.organisations_data, name="organisations_data"),
    path("partners/<str:key>.json", partners.organisation_data, name="organisation_data"),
    path("partners/<str:key>/", partners.partner, name="partner"),
    path("partners/<str:key>/change/", keeping.change_organisation, name="change_organisation"),
    path("projects/", partners.projects, name="projects"),
    path("projects/new/", keeping.new_project, name="new_project"),
    re_path(rf"^projects\.{FORM}$", partners.projects_data, name="projects_data"),
    path("projects/<slug:slug>.json", partners.project_data, name="project_data"),
    path("projects/<slug:slug>/", partners.project, name="project"),
    path("projects/<slug:slug>/change/", keeping.change_project, name="change_project"),
    path("projects/<slug:slug>/parts/", keeping.project_parts, name="project_parts"),
    path("agreements/", agreements.agreements, name="agreements"),
    path("agreements/new/", agreements.new_agreement, name="new_agreement"),
    re_path(rf"^agreements\.{FORM}$", partners.agreements_data, name="agreements_data"),
    path("agreements/<uuid:uid>.json", partners.agreement_data, name="agreement_data"),
    path("agreements/<uuid:uid>/", partners.agreement, name="agreement"),
    path("agreements/<uuid:uid>/contributions/<uuid:gift>/", agreements.contribution, name="contribution"),
    path("agreements/<uuid:uid>/<slug:act>/", agreements.act, name="agreement_act"),
    path("members/", directory.members, name="members"),
    path("members/me/", directory.listing, name="listing"),
    path("members/<uuid:uid>/", directory.write, name="write"),
]
