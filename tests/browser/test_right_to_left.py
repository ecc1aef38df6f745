"""In Arabic the page is mirrored and nothing else."""


def left(page, selector: str) -> float:
    return page.locator(selector).first.bounding_box()["x"]


def test_the_name_of_the_site_stands_on_the_right(page):
    page.goto("/ar/cases/")

    assert left(page, "header a[href='/ar/']") > left(page, "header a[hreflang='fr']:visible")


def test_the_facets_stand_on_the_right_of_the_list(page):
    page.goto("/ar/cases/")

    assert left(page, ".listing__facets") > left(page, ".listing__results")


def test_text_is_set_from_the_right(page):
    page.goto("/ar/cases/zm-echamber-app/")

    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).textAlign") in {"start", "right"}


def test_a_name_in_another_language_keeps_its_direction(page):
    page.goto("/ar/")

    assert page.locator("header a[hreflang='fr']").first.get_attribute("dir") == "ltr"


def test_drawn_figures_say_their_direction(page):
    page.goto("/ar/parliaments/BR/")

    directions = page.evaluate(
        "[...document.querySelectorAll('figure svg')].map((each) => getComputedStyle(each).direction)"
    )

    assert directions != []
    assert set(directions) == {"rtl"}
