"""A reader's way through the site, in each language, with script and without."""

import re

import pytest

from tests.browser.kinds import LANGUAGES

QUESTIONS = {
    "en": "remote voting",
    "fr": "vote électronique",
    "es": "votación a distancia",
    "pt": "votação à distância",
    "ar": "التصويت الإلكتروني",
}
OTHER = {"en": "fr", "fr": "ar", "es": "pt", "pt": "es", "ar": "en"}


def walk(page, language: str) -> None:
    """Home → list → facet → record → parliament → search → another language; by links and forms alone."""
    page.goto(f"/{language}/")
    says(page, language)
    page.locator(f"header a[href='/{language}/cases/']:visible").first.click()
    page.wait_for_url(f"**/{language}/cases/")
    facet = page.locator("a.facet__link[href*='region=africa']").first
    expected = number(facet.locator(".facet__count").inner_text())
    facet.click()
    page.wait_for_url(f"**/{language}/cases/?region=africa")
    page.locator("a.facet__link[aria-current]").first.wait_for()
    assert page.locator("article.card").count() == expected
    page.locator(f"article a[href='/{language}/cases/zm-echamber-app/']").click()
    page.wait_for_url(f"**/{language}/cases/zm-echamber-app/")
    says(page, language)
    page.locator(f"main a[href='/{language}/parliaments/ZM/']").first.click()
    page.wait_for_url(f"**/{language}/parliaments/ZM/")
    says(page, language)
    page.locator(f"header a[href='/{language}/search/']:visible").first.click()
    page.wait_for_url(f"**/{language}/search/")
    page.locator("#search-q").fill(QUESTIONS[language])
    page.locator("main form[role=search] button").click()
    page.wait_for_url("**/search/?q=*")
    assert page.locator("article").count() > 0
    question = page.url.partition("?")[2]
    other = OTHER[language]
    page.locator(f"header a[hreflang='{other}']:visible").first.click()
    page.wait_for_url(f"**/{other}/search/?{question}")
    says(page, other)
    assert page.locator("#search-q").input_value() == QUESTIONS[language]


def says(page, language: str) -> None:
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == (language, LANGUAGES[language])
    assert page.locator("h1").count() == 1


def number(text: str) -> int:
    """A number as any of our languages writes it; Arabic may use digits of its own, which Python reads as well."""
    return int(re.sub(r"[^\d]", "", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_finds_the_way(page, language):
    walk(page, language)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_reader_finds_the_way_without_script(context, language):
    walk(context(java_script_enabled=False).new_page(), language)


def test_parliaments_are_compared_without_script(context):
    page = context(java_script_enabled=False).new_page()
    page.goto("/en/parliaments/compare/?key=ZM&key=MW")

    assert page.locator("main table").count() >= 1
    assert page.locator("main a[href='/en/parliaments/ZM/']").count() >= 1


def test_every_figure_has_its_values_as_a_table(page):
    page.goto("/en/parliaments/")

    figures = page.locator("figure")

    assert figures.count() >= 1
    for index in range(figures.count()):
        assert figures.nth(index).locator("table").count() >= 1
