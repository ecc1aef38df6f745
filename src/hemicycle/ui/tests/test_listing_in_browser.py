"""A list that is narrowed with script: only the list is exchanged, and the keyboard stays where it was."""

from dataclasses import dataclass

import pytest
from django.contrib.staticfiles import finders
from django.template import engines

from hemicycle.ui.bundle import bundle
from hemicycle.ui.frame import frame_for
from hemicycle.ui.parts import FacetGroup, FacetValue

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = [pytest.mark.browser, pytest.mark.slow]

SITE = "http://listing.test"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
SOURCE = """{% extends "ui/layouts/listing.html" %}
{% from "ui/components/facets.html" import facet_panel, selected_facets %}
{% block heading %}<h1>Cases</h1>{% endblock %}
{% block facets %}{{ facet_panel(groups) }}{% endblock %}
{% block summary %}{{ found }} cases{% endblock %}
{% block chosen %}{{ selected_facets(groups, "/en/cases/") }}{% endblock %}
{% block results %}<a class="away" href="/en/parliaments/">Away</a>{% endblock %}"""


@dataclass(frozen=True)
class Cases:
    title: str = "Cases"


@pytest.fixture
def page(get, tmp_path):
    bundle(tmp_path / "ui")

    def serve(route):
        path = route.request.url.removeprefix(SITE)
        if path.startswith("/static/"):
            name = path.removeprefix("/static/")
            file = tmp_path / name if (tmp_path / name).exists() else finders.find(name)
            return route.fulfill(path=file, content_type=TYPES[name.rpartition(".")[2]])
        chosen = "region=002" in path
        value = FacetValue("Africa", 21, "/en/cases/" if chosen else "/en/cases/?region=002", selected=chosen)
        groups = (FacetGroup("region", "Region", (FacetValue("Asia", 9, "?region=142"), value)),)
        body = engines["jinja2"].env.from_string(SOURCE)
        html = body.render(frame=frame_for(get(path), Cases()), groups=groups, found=21 if chosen else 61)
        headers = {"Content-Security-Policy": POLICY}
        return route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=headers)

    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page()
        opened.complaints = []
        opened.on("console", lambda said: opened.complaints.append(said.text))
        opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.route("**/*", serve)
        opened.goto(f"{SITE}/en/cases/")
        opened.evaluate("window.same = true")
        yield opened
        browser.close()


def test_narrowing_exchanges_the_list_and_keeps_the_keyboard_in_place(page):
    page.get_by_role("link", name="Africa").click()
    page.locator(".chosen").wait_for()

    assert page.url == f"{SITE}/en/cases/?region=002"
    assert page.evaluate("window.same") is True
    assert page.evaluate("document.activeElement.innerText.split('\\n')[0]") == "Africa"
    assert page.locator("hemi-listing > [role=status]").inner_text() == "21 cases"
    assert page.complaints == []


def test_going_back_shows_the_list_as_it_was(page):
    page.get_by_role("link", name="Africa").click()
    page.locator(".chosen").wait_for()

    page.go_back()
    page.locator(".chosen").wait_for(state="detached")

    assert page.url == f"{SITE}/en/cases/"
    assert page.locator(".listing__summary").inner_text() == "61 cases"


def test_links_out_of_the_list_load_their_page(page):
    page.locator(".away").click()
    page.wait_for_url("**/parliaments/")

    assert page.evaluate("window.same") is None
