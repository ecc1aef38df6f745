"""A partner from first talk to keystone, by page: refused where the rules say so, then signed, with a seat by right."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.house import visit

HOUSE = "ZM-LC01"
FUNDING = "Core funding for three years"


@pytest.fixture
def people(browser, lived_in) -> Iterator[dict[str, Page]]:
    """Whoever speaks for the chamber, an administrator, and a stranger."""
    opened = {
        "speaker": visit(browser, lived_in, "focal-point.zambia"),
        "administrator": visit(browser, lived_in, "administrator"),
        "stranger": visit(browser, lived_in),
    }
    yield {who: page for who, (_context, page) in opened.items()}
    for context, _page in opened.values():
        context.close()


def press(page: Page, text: str) -> None:
    page.locator("main").get_by_role("button", name=text, exact=True).click()


def follow(page: Page, text: str) -> None:
    page.locator("main").get_by_role("link", name=text, exact=True).click()


def test_a_partner_goes_from_first_talk_to_keystone_with_a_seat(people):
    agreement = the_partner_opens_talks(people["speaker"])
    it_is_hidden_from_others(people["stranger"], agreement)
    the_secretariat_is_refused_without_hub_or_core_funding(people["administrator"], agreement)
    the_partner_says_what_it_gives(people["speaker"], agreement)
    the_secretariat_records_the_signing(people["administrator"], agreement)
    everybody_sees_it(people["stranger"], agreement)
    the_only_core_funding_is_not_taken_out(people["speaker"], agreement)


def the_partner_opens_talks(page: Page) -> str:
    page.goto("/en/agreements/")
    follow(page, "Open talks")
    page.locator("[name=body]").select_option(HOUSE)
    page.locator("[name=level]").select_option("keystone")
    page.locator("[name=gives]").fill("Money for the Centre, every year.")
    press(page, "Open the talks")
    page.wait_for_url(re.compile(r"/agreements/[0-9a-f-]{36}/$"))
    assert page.get_by_text("In talks: only the two sides see this page.").is_visible()
    return page.url


def it_is_hidden_from_others(page: Page, agreement: str) -> None:
    answer = page.goto(agreement)

    assert answer is not None
    assert answer.status == 404


def the_secretariat_is_refused_without_hub_or_core_funding(page: Page, agreement: str) -> None:
    page.goto("/en/desk/")
    page.locator(f"main a[href='{urlsplit(agreement).path}']").click()
    page.wait_for_url(agreement)
    follow(page, "Record that it was signed")
    fill_signing(page)
    press(page, "Record the signing")
    page.locator(".errors").wait_for()
    assert "A keystone partner hosts a hub or gives core funding" in page.locator(".errors").inner_text()
    assert page.locator("[name=signatories]").input_value() == "Two secretaries general"


def fill_signing(page: Page) -> None:
    page.locator("[name=signed_on]").fill("2026-01")
    page.locator("[name=signatories]").fill("Two secretaries general")
    page.locator("[name=since]").fill("2026-02-01")


def the_partner_says_what_it_gives(page: Page, agreement: str) -> None:
    page.goto(agreement)
    follow(page, "Record a contribution")
    page.locator("[name=gift]").select_option("core_funding")
    page.locator("[name=what]").fill(FUNDING)
    press(page, "Record it")
    page.wait_for_url(agreement)
    assert page.get_by_text("Value not known").first.is_visible()


def the_secretariat_records_the_signing(page: Page, agreement: str) -> None:
    """The form still holds what was typed before it was refused."""
    press(page, "Record the signing")
    page.wait_for_url(agreement)
    assert page.locator(".fact", has_text="State").first.inner_text().split() == ["State", "Running"]


def everybody_sees_it(page: Page, agreement: str) -> None:
    page.goto(agreement)
    assert page.get_by_text(FUNDING).is_visible()
    page.goto("/en/parliaments/ZM/")
    assert page.locator("#partner").is_visible()
    page.goto("/en/partners/?level=keystone")
    assert page.locator(".partner", has_text="Zambia · National Assembly").count() == 1
    page.goto("/en/steering/")
    assert page.locator("main").get_by_text("Zambia").first.is_visible()


def the_only_core_funding_is_not_taken_out(page: Page, agreement: str) -> None:
    page.goto(agreement)
    follow(page, "change")
    press(page, "Take it out")
    page.locator(".errors").wait_for()
    page.goto(agreement)
    assert page.get_by_text(FUNDING).is_visible()
