"""The pages of people are open to everybody: axe in light and dark, 320 pixels, right to left, keyboard."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.house import WIDE, visit
from tests.browser.rooms import ROOMS

PHONE = {"width": 320, "height": 640}
SPENT = "deed that is spent"
CONTRAST = {"runOnly": ["color-contrast"]}
EVERY = [(who, room) for who, rooms in ROOMS.items() for room in rooms]
# Forms that are sent as they stand, with nothing or too little in them.
EMPTY = [
    ("", "sign in"),
    ("contributor.zambia", "password"),
    ("contributor.zambia", "leaving"),
    ("contributor.zambia", "tokens"),
    ("contributor.zambia", "beginning"),
    ("contributor.zambia", "handing in at the end"),
    ("contributor.zambia", "thread"),
    ("focal-point.zambia", "seats of a house"),
    ("focal-point.zambia", "letter"),
    ("focal-point.brazil", "adopting"),
    ("administrator", "contacts"),
    ("no-office", "asking for a seat"),
    ("administrator", "signing"),
    ("administrator", "recording an organisation"),
]
# What sticks out, for whoever has to mend it.
WIDEST = """() => [...document.querySelectorAll("main *")]
    .filter((each) => each.getBoundingClientRect().right > 321 || each.getBoundingClientRect().left < -1)
    .filter((each) => !each.closest("svg, .hidden-text"))
    .map((each) => each.outerHTML.slice(0, 120)).slice(0, 5)"""
# Everything that the keyboard reaches in the page, and does not show that it is there.
UNSEEN = """() => [...document.querySelectorAll("main *")]
    .filter((each) => each.matches("a[href], button, input, select, textarea, summary, [tabindex]"))
    .filter((each) => each.tabIndex >= 0 && each.type !== "hidden" && each.checkVisibility())
    .filter((each) => {
        each.focus();
        const style = getComputedStyle(each);
        const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        const box = each.getBoundingClientRect();
        return document.activeElement !== each || !ring || box.width < 1 || box.height < 1;
    })
    .map((each) => each.outerHTML.slice(0, 160))"""


@pytest.fixture(scope="module")
def enter(browser, lived_in) -> Iterator[Callable[[str], Page]]:
    """The page of each person; all tests of this file share it, since coming in takes longer than looking."""
    opened, complaints = {}, []

    def page_of(who: str) -> Page:
        if who not in opened:
            context, page = visit(browser, lived_in, who, reduced_motion="reduce")
            page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            opened[who] = (context, page)
        return opened[who][1]

    yield page_of
    for context, _page in opened.values():
        context.close()
    assert [text for text in complaints if "status of 4" not in text] == []


@pytest.fixture
def look(enter, lived_in) -> Callable[..., Page]:
    """Opens one page of somebody, in a language and a size."""

    def opened(who: str, room: str, language: str = "en", size: dict[str, int] = WIDE) -> Page:
        page = enter(who)
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light")
        response = page.goto(f"/{language}/{ROOMS[who][room].format(**lived_in.made)}")
        assert response is not None
        assert response.status == (410 if room == SPENT else 200)
        return page

    return opened


def violations(page: Page, options: dict[str, object] | None = None) -> list[object]:
    found = Axe().run(page, options=options).response["violations"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found]


def sideways(page: Page) -> list[str]:
    return page.evaluate(WIDEST) if page.evaluate("document.scrollingElement.scrollWidth") > PHONE["width"] else []


@pytest.mark.parametrize(("who", "room"), EVERY)
def test_a_page_of_people_has_no_violations_in_light_and_dark(look, who, room):
    page = look(who, room)
    in_light = violations(page)

    page.emulate_media(color_scheme="dark")

    assert (in_light, violations(page, CONTRAST)) == ([], [])


@pytest.mark.parametrize(("who", "room"), EVERY)
def test_a_page_of_people_is_mirrored_on_an_arabic_telephone(look, who, room):
    page = look(who, room, "ar", PHONE)

    assert (violations(page), sideways(page)) == ([], [])
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") in {"rtl", "ltr"}
    assert page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "rtl"


@pytest.mark.parametrize(("who", "room"), EVERY)
def test_a_page_of_people_fits_a_telephone_in_french(look, who, room):
    assert sideways(look(who, room, "fr", PHONE)) == []


@pytest.mark.parametrize(("who", "room"), EVERY)
def test_the_keyboard_is_seen_wherever_it_goes(look, who, room):
    page = look(who, room)

    page.keyboard.press("Tab")

    assert page.evaluate(UNSEEN) == []


@pytest.mark.parametrize(("who", "room"), EMPTY)
def test_a_form_that_comes_back_begins_at_what_is_wrong(look, who, room):
    page = look(who, room)

    page.locator("main form:has(.field) .button").first.click()

    expect(page.locator(".errors")).to_be_focused()
    assert (violations(page), page.locator(".errors a[href^='#']").count() > 0) == ([], True)
