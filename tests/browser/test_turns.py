"""Pages of people that one reaches only by doing something: a code, a second factor, a mail, a new token."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.house import visit

CODE = re.compile(r"\b\d{4} \d{4}\b")


@pytest.fixture
def comer(browser, lived_in) -> Iterator[Callable[..., Page]]:
    """Somebody with a window of their own."""
    opened = []

    def come(who: str = "", **options: object) -> Page:
        context, page = visit(browser, lived_in, who, reduced_motion="reduce", **options)
        opened.append(context)
        return page

    yield come
    for context in opened:
        context.close()


def violations(page: Page) -> list[object]:
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found]


def test_an_editor_comes_in_by_a_code_and_is_asked_for_more(comer, browser):
    page = comer()
    page.goto("/en/account/login/")
    page.get_by_label("Mail address").fill("editor@demo.invalid")
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_label("Code")).to_be_visible()
    faults = {"code": violations(page)}

    page.get_by_label("Code").fill(code_for(page, "editor@demo.invalid"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("From your authenticator app")).to_be_visible()
    faults["second factor"] = violations(page)

    assert faults == {"code": [], "second factor": []}


def code_for(page: Page, address: str) -> str:
    """From the newest mail on this machine, as somebody reads it there."""
    post = page.context.new_page()
    post.goto("/en/dev/mail/")
    post.locator(f"main li:has-text('{address}') a").first.click()
    found = CODE.search(post.locator("main").inner_text())
    faults = violations(post)
    post.close()
    assert (found is not None, faults) == (True, [])
    return found[0] if found else ""


def test_a_token_is_shown_once_where_everybody_can_read_it(comer):
    page = comer("contributor.zambia")
    page.goto("/en/account/tokens/")

    page.get_by_label("Name").fill("Our library site")
    page.locator("main input[type=checkbox]").first.check()
    page.get_by_role("button", name="Make the token").click()

    expect(page.locator("code.token")).to_be_visible()
    assert violations(page) == []


def test_a_description_is_begun_with_the_keyboard_alone(comer):
    page = comer("focal-point.brazil")
    page.goto("/en/cases/new/")

    page.get_by_label("Title").focus()
    page.keyboard.type("Minutes are drafted while people speak")
    page.keyboard.press("Enter")
    page.wait_for_url("**/edit/what/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"
    assert page.locator("#id_title").input_value() == "Minutes are drafted while people speak"
