"""At 320 pixels nothing has to be pushed sideways, and what is pressed is large enough."""

import pytest

from tests.browser.kinds import KINDS

PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True}
# What sticks out, for whoever has to mend it.
WIDEST = """() => [...document.querySelectorAll("main *")]
    .filter((each) => each.getBoundingClientRect().right > 321 || each.getBoundingClientRect().left < -1)
    .filter((each) => !each.closest("svg, .hidden-text"))
    .map((each) => each.outerHTML.slice(0, 120)).slice(0, 5)"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_does_not_scroll_sideways(context, kind, language):
    page = context(**PHONE).new_page()
    page.goto(f"/{language}/{KINDS[kind]}")

    width = page.evaluate("document.scrollingElement.scrollWidth")

    assert width <= 320, page.evaluate(WIDEST)


def test_text_at_twice_its_size_does_not_scroll_sideways(context):
    page = context(viewport={"width": 640, "height": 800}).new_page()
    page.goto("/en/cases/zm-echamber-app/")

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.scrollingElement.scrollWidth") <= 640


def test_the_menu_opens_on_a_phone(context):
    page = context(**PHONE).new_page()
    page.goto("/en/")

    page.locator("header summary").click()
    page.locator("header details[open] a[href='/en/parliaments/']").click()

    page.wait_for_url("**/en/parliaments/")


def test_the_facets_open_on_a_phone(context):
    page = context(**PHONE).new_page()
    page.goto("/en/cases/")

    page.locator(".facets > summary").click()
    page.locator("a.facet__link[href='/en/cases/?work=sittings']").click()

    page.wait_for_url("**/en/cases/?work=sittings")
