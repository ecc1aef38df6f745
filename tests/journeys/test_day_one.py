"""The first day of a network: what the secretariat sees, and how its contact list fills the seats."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hemicycle.core import deliveries
from hemicycle.network import queries
from hemicycle.network.models import Office
from hemicycle.network.tests.workbooks import a_workbook
from hemicycle.notices import tasks
from hemicycle.notices.models import Mail

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LINK = re.compile(r'href="(/en/seats/[\w-]+/)\?role=focal_point#invite"')
HEADING = "bodies have no focal point."


def test_on_day_one_every_house_is_vacant_and_leads_to_where_one_invites(client, loaded, administrator, editor):
    client.force_login(administrator)

    page = client.get("/en/seats/vacancies/").content.decode()

    # Every chamber, and every parliament or regional body that has no chambers in the register.
    known = queries.register()
    houses = [
        house for house in known.houses.values() if house.kind != "parliament" or not known.chambers_of(house.key)
    ]
    addresses = LINK.findall(page)
    assert f"{len(houses)} {HEADING}" in page
    assert (len(addresses), len(set(addresses))) == (len(houses), len(houses))
    assert {client.get(address).status_code for address in addresses[::40]} == {200}
    client.force_login(editor)
    # Who may not invite sees the same bodies, without links that would lead nowhere.
    shown = client.get("/en/seats/vacancies/").content.decode()
    assert (f"{len(houses)} {HEADING}" in shown, LINK.findall(shown)) == (True, [])


def test_a_contact_list_fills_seats_and_lets_their_people_know(
    client, loaded, administrator, django_capture_on_commit_callbacks
):
    client.force_login(administrator)
    before = len(LINK.findall(client.get("/en/seats/vacancies/").content.decode()))
    rows = [
        ("ZM-LC01", "focal_point", "Ann Clerk", "ann@example.org", "en"),
        ("ZM-LC01", "deputy", "Bob Clerk", "bob@example.org", "en"),
        ("BR-LC01", "focal_point", "Célia Secretária", "celia@example.org", "pt"),
    ]
    file = SimpleUploadedFile("contacts.xlsx", a_workbook(*rows))

    checked = client.post("/en/seats/contacts/", {"workbook": file})
    preview = client.get(checked.url).content.decode()
    client.post(checked.url, {"act": "load"})
    with django_capture_on_commit_callbacks(execute=True):
        deliveries.deliver_all()
        tasks.send()

    after = LINK.findall(client.get("/en/seats/vacancies/").content.decode())
    assert "3 people will be given an office." in preview
    assert Office.objects.running().filter(role__in=("focal_point", "deputy")).count() == 3
    assert before - len(after) == 2
    letters = Mail.objects.filter(person__email__in=[row[3] for row in rows])
    assert sorted(mail.html.partition("<html lang=")[2][1:3] for mail in letters) == ["en", "en", "pt"]
