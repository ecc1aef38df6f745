"""A partner from the first talk to a keystone agreement with a seat, and refused where the rules say so."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from hemicycle.network.tests.workbooks import a_workbook
from tests.browser import mailbox
from tests.browser.case_told import CONTACTS, MOUSSA
from tests.browser.journey import Journey, fill, press, set_up_an_app
from tests.browser.people_at_work import Network, network

TERMS = {
    "body": "SN-LC01",
    "level": "keystone",
    "language": "fr",
    "gives": "Un financement de base, chaque année.",
    "gets": "Un siège au comité directeur.",
}
SIGNED = {"signed_on": "2026-03-02", "signatories": "Both secretaries general", "since": "2026-04-01"}
FUNDING = {"gift": "core_funding", "what": "Core funding for 2026", "amount": "20000", "currency": "chf"}


@pytest.fixture(scope="module")
def node(tmp_path_factory) -> Iterator[Network]:
    with network(tmp_path_factory.mktemp("node")) as made:
        yield made


@pytest.fixture(scope="module")
def site(node) -> str:
    return node.address


@pytest.fixture
def journey(node, context, tmp_path) -> Iterator[Journey]:
    pages = []

    def open_page() -> Page:
        pages.append(context(color_scheme="light").new_page())
        return pages[-1]

    yield Journey(node, open_page, tmp_path)
    # Where everybody stood when it ended, for whoever has to mend something.
    for number, page in enumerate(pages):
        page.screenshot(path=tmp_path / f"end-{number}.png", full_page=True)


def test_a_partner_becomes_keystone_only_with_what_makes_one(journey):
    administrator = the_secretariat_comes_in(journey)
    talks = a_parliament_begins_talks(journey)
    nobody_else_reads_of_them(journey, talks)
    signing_is_refused_while_nothing_is_given(administrator, talks)
    with_core_funding_it_is_signed(administrator, talks, journey)
    everybody_reads_it_and_the_seat_is_there(journey)


def the_secretariat_comes_in(journey: Journey) -> Page:
    page = journey.open_page()
    page.goto(journey.node.first_link)
    press(page, "Sign in")
    set_up_an_app(page)
    page.goto("/en/seats/contacts/")
    workbook = {"name": "contacts.xlsx", "mimeType": "application/octet-stream", "buffer": a_workbook(*CONTACTS)}
    page.locator("[name=workbook]").set_input_files(workbook)
    press(page, "Check the list")
    press(page, "Invite all and give the offices")
    page.locator("form:has([value=load])").wait_for(state="detached")
    return page


def a_parliament_begins_talks(journey: Journey) -> str:
    """The address of the agreement, below the language."""
    invited = journey.mails.next(MOUSSA, "Votre fonction")
    page = journey.come_in(MOUSSA, mailbox.link(invited, "/login/?for="))
    page.goto("/fr/agreements/new/")
    fill(page, TERMS)
    journey.looked_at(page, "01-talks")
    page.locator("main form button").last.click()
    page.wait_for_url("**/fr/agreements/*-*/")
    journey.looked_at(page, "02-begun")
    return page.url.partition("/fr/")[2]


def nobody_else_reads_of_them(journey: Journey, talks: str) -> None:
    stranger = journey.open_page()
    assert stranger.goto(f"/en/{talks}").status == 404


def signing_is_refused_while_nothing_is_given(page: Page, talks: str) -> None:
    page.goto(f"/en/{talks}sign/")
    fill(page, SIGNED)
    page.locator("main form button").last.click()
    page.get_by_text("A keystone partner hosts a hub or gives core funding").first.wait_for()
    assert page.locator("[name=signatories]").input_value() == SIGNED["signatories"]


def with_core_funding_it_is_signed(page: Page, talks: str, journey: Journey) -> None:
    page.goto(f"/en/{talks}contribution/")
    fill(page, FUNDING)
    page.locator("main form button").last.click()
    page.wait_for_url(f"**/en/{talks}")
    page.goto(f"/en/{talks}sign/")
    fill(page, SIGNED)
    page.locator("main form button").last.click()
    page.wait_for_url(f"**/en/{talks}")
    journey.looked_at(page, "03-signed")
    journey.mails.next(MOUSSA, "Centre")


def everybody_reads_it_and_the_seat_is_there(journey: Journey) -> None:
    page = journey.open_page()
    page.goto("/en/partners/?level=keystone")
    page.get_by_role("link", name="Senegal · National Assembly").or_(page.get_by_text("Senegal")).first.wait_for()
    journey.looked_at(page, "04-partners")
    page.goto("/en/steering/")
    page.get_by_text("Senegal").first.wait_for()
    journey.looked_at(page, "05-seat")
