"""What somebody types into a step is kept, whatever happens to the button, the script, the line and the session."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.house import visit

WHO = "contributor.zambia"
FIELD = "#id_problem"
SAVED = re.compile("Saved at")


@pytest.fixture
def writer(browser, lived_in) -> Iterator[Callable[..., Page]]:
    """A contributor at the second step of a description; each test has a window of its own."""
    opened = []

    def at_the_step(**options: object) -> Page:
        context, page = visit(browser, lived_in, WHO, **options)
        opened.append(context)
        page.goto(address(lived_in))
        return page

    yield at_the_step
    for context in opened:
        context.close()


@pytest.fixture
def stored(browser, lived_in) -> Iterator[Callable[[], str]]:
    """What the step holds for whoever opens it in another window."""
    context, page = visit(browser, lived_in, WHO)

    def read() -> str:
        page.goto(address(lived_in))
        return page.locator(FIELD).input_value()

    yield read
    context.close()


def address(lived_in) -> str:
    return f"/en/{lived_in.made['empty']}edit/problem/"


def type_in(page: Page, text: str) -> None:
    page.locator(FIELD).click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def voice(page: Page):
    return page.locator("[data-voice]")


def come_in_again(page: Page) -> None:
    """In another window of the same browser."""
    other = page.context.new_page()
    other.goto("/en/demo/")
    other.locator(f"form:has-text('{WHO}@demo.invalid') button").click()
    other.wait_for_url("**/account/")
    other.close()


def test_what_is_typed_is_kept_without_any_button(writer, stored):
    page = writer()

    type_in(page, "Questions were lost between two offices.")
    expect(voice(page)).to_have_text(SAVED)

    assert stored() == "Questions were lost between two offices."


def test_without_script_the_button_keeps_it(writer, stored):
    page = writer(java_script_enabled=False)

    page.locator(FIELD).fill("Nobody could say how many questions waited.")
    page.get_by_role("button", name="Save and stay here").click()

    expect(page.locator(".notice--done")).to_have_text("Saved.")
    assert stored() == "Nobody could say how many questions waited."


def test_a_lost_line_is_told_and_what_was_typed_arrives_later(writer, stored):
    page = writer()

    page.context.set_offline(True)
    type_in(page, "Typed while the line was down.")
    expect(voice(page)).to_have_text("Not saved yet: no connection. Your words stay here; it is tried again.")
    kept = page.locator(FIELD).input_value()
    page.context.set_offline(False)
    expect(voice(page)).to_have_text(SAVED)

    assert (kept, stored()) == ("Typed while the line was down.", "Typed while the line was down.")


def test_whose_session_ended_is_told_and_goes_on_after_coming_in_again(writer, stored):
    page = writer()

    page.context.clear_cookies(name="sessionid")
    type_in(page, "Typed after the session had ended.")
    expect(voice(page)).to_contain_text("You are not signed in any more.")
    come_in_again(page)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(voice(page)).to_have_text(SAVED)

    assert stored() == "Typed after the session had ended."


def test_whose_session_ended_gets_the_words_back_from_the_button(writer):
    page = writer()

    page.context.clear_cookies(name="sessionid")
    page.locator(FIELD).fill("Sent after the session had ended.")
    page.get_by_role("button", name="Save and go on").click()

    expect(page.locator("main textarea")).to_have_value("Sent after the session had ended.")


def test_without_script_a_form_from_before_coming_in_again_gives_the_words_back(writer):
    page = writer(java_script_enabled=False)

    come_in_again(page)
    page.locator(FIELD).fill("Sent from a form that is too old.")
    page.get_by_role("button", name="Save and go on").click()

    expect(page.locator("main textarea")).to_have_value(re.compile("Sent from a form that is too old."))
