"""The secretariat at work on the staff side: a fact is recorded and read, a rule refuses, Arabic runs right to left."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.house import visit

PHONE = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def desk(browser, lived_in) -> Iterator[Page]:
    """An administrator of the demonstration; whatever the screens complain of fails the tests."""
    complaints: list[str] = []
    context, page = visit(browser, lived_in, "administrator", reduced_motion="reduce")
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert [text for text in complaints if "status of 4" not in text] == []


def test_a_fact_is_recorded_with_its_source_and_read_on_the_profile(desk):
    desk.goto("/admin/")
    desk.get_by_role("button", name="Register").click()
    desk.get_by_role("link", name="Parliaments and chambers").click()
    desk.get_by_label("Search term").fill("Zambia")
    desk.get_by_role("link", name="Zambia · National Assembly").nth(1).click()
    desk.get_by_role("button", name="More to do").click()
    desk.get_by_role("link", name="Record a fact: Seats").click()
    desk.get_by_label("Seats").fill("226")
    desk.get_by_label("Since").fill("2026-08-13")
    desk.get_by_role("button", name="Record it").click()
    expect(desk.locator(".error-message")).to_have_text(
        " Choose where this is known from, or name a source that is not in the list. "
    )
    expect(desk.get_by_label("Since")).to_have_value("2026-08-13")

    desk.get_by_label("Where this is known from").fill("Letter of the Clerk, 2026")
    desk.get_by_role("button", name="Record it").click()

    expect(desk.locator("main")).to_contain_text("Letter of the Clerk, 2026")
    desk.goto("/en/parliaments/ZM/")
    expect(desk.locator("main")).to_contain_text("226 seats")


def test_what_was_recorded_stands_in_the_history_with_who_did_it(desk):
    desk.goto("/admin/register/bodies/?q=ZM-LC01")
    desk.get_by_role("link", name="Zambia · National Assembly").click()
    desk.get_by_role("link", name="History").click()

    expect(desk.locator("main")).to_contain_text("Fact recorded: Seats, since 13 August 2026")
    expect(desk.locator("main")).to_contain_text("An administrator of the secretariat")


def test_a_keystone_partner_that_gives_nothing_is_refused_and_nothing_typed_is_lost(desk):
    desk.goto("/admin/partners/agreements/new/")
    desk.locator("#id_body").select_option(index=1)
    desk.locator("#id_level").select_option("keystone")
    desk.get_by_role("button", name="Open talks").click()
    desk.get_by_role("link", name="Record that it was signed").click()
    desk.get_by_label("Signed on").fill("2026-02-01")
    desk.get_by_label("Signed by").fill("Two clerks")
    desk.get_by_label("First day").fill("2026-03-01")
    desk.get_by_role("button", name="Record the signing").click()

    expect(desk.locator(".messages")).to_contain_text(
        "A keystone partner hosts a hub or gives core funding, and this agreement says neither."
    )
    expect(desk.get_by_label("Signed by")).to_have_value("Two clerks")


def test_the_staff_side_runs_right_to_left_and_fits_a_telephone(desk):
    desk.goto("/en/account/preferences/")
    before = desk.locator("#id_language").input_value()
    desk.locator("#id_language").select_option("ar")
    desk.locator("main form:has(#id_language) button").click()
    desk.set_viewport_size(PHONE)
    desk.goto("/admin/topics/")
    html = desk.locator("html")

    assert (html.get_attribute("lang"), html.get_attribute("dir"), before) == ("ar", "rtl", "en")
    expect(desk.locator("main")).to_contain_text("الموضوعات")
    assert desk.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
