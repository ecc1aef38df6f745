"""Everything can be reached and done with the keyboard, and the place of the focus is seen."""

import pytest

from tests.browser.kinds import KINDS

SEEN = """() => {
    const here = document.activeElement;
    const style = getComputedStyle(here);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const box = here.getBoundingClientRect();
    return {
        tag: here.tagName,
        html: here.outerHTML.slice(0, 120),
        ring: ring || style.boxShadow !== "none",
        size: box.width > 0 && box.height > 0,
    };
}"""
MOST = 80


def test_the_first_stop_leads_past_the_header(page):
    page.goto("/en/cases/")

    page.keyboard.press("Tab")
    leads_to = page.evaluate("document.activeElement.getAttribute('href')")
    edge = page.evaluate("document.activeElement.getBoundingClientRect().left")
    page.keyboard.press("Enter")

    assert leads_to == "#main"
    assert edge >= 0
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_seen_at_every_stop(page, kind):
    page.goto(f"/en/{KINDS[kind]}")

    unseen = []
    for _stop in range(MOST):
        page.keyboard.press("Tab")
        here = page.evaluate(SEEN)
        if here["tag"] == "BODY":
            break
        if not (here["ring"] and here["size"]):
            unseen.append(here["html"])

    assert unseen == []


def test_a_list_is_narrowed_with_the_keyboard(page):
    page.goto("/en/cases/")
    facet = page.locator("a.facet__link[href='/en/cases/?work=sittings']")
    expected = int(facet.locator(".facet__count").inner_text())

    facet.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/cases/?work=sittings")
    page.locator("a.facet__link[aria-current]").wait_for()

    assert int(page.locator(".listing__summary").inner_text().split()[0]) == expected
    assert page.evaluate("document.activeElement.tagName") != "BODY"


def test_a_question_is_asked_with_the_keyboard(page):
    page.goto("/en/search/")

    page.locator("#search-q").focus()
    page.keyboard.type("electronic voting")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=electronic+voting")

    assert page.locator("article").count() > 0
