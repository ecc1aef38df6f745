"""Every component in a real browser: both scripts, both themes, wide and narrow, looked at by axe."""

import pytest
from django.contrib.staticfiles import finders
from django.utils import translation

from hemicycle.ui.bundle import bundle
from hemicycle.ui.gallery import ARABIC, ENGLISH, gallery_page
from hemicycle.ui.show import show

axe = pytest.importorskip("axe_playwright_python.sync_playwright")
playwright = pytest.importorskip("playwright.sync_api")
pytestmark = [pytest.mark.browser, pytest.mark.slow]

SITE = "http://gallery.test"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@pytest.fixture(scope="module")
def chromium():
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, get, tmp_path):
    """Open the gallery under the strict policy, served from memory; what the browser complains of is kept."""
    bundle(tmp_path / "ui")
    contexts = []

    def serve(route):
        path = route.request.url.removeprefix(SITE)
        if not path.startswith("/static/"):
            language = path[1:3]
            with translation.override(language):
                body = show(get(path), gallery_page(ARABIC if language == "ar" else ENGLISH)).content
            headers = {"Content-Security-Policy": POLICY}
            return route.fulfill(body=body, content_type="text/html; charset=utf-8", headers=headers)
        name = path.removeprefix("/static/")
        file = tmp_path / name if (tmp_path / name).exists() else finders.find(name)
        return route.fulfill(path=file, content_type=TYPES[name.rpartition(".")[2]])

    def page(language="en", width=1280, theme="light", *, policy=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=not policy
        )
        contexts.append(context)
        opened_page = context.new_page()
        opened_page.complaints = []
        opened_page.on("console", lambda said: opened_page.complaints.append(said.text))
        opened_page.on("pageerror", lambda error: opened_page.complaints.append(str(error)))
        opened_page.route("**/*", serve)
        opened_page.goto(f"{SITE}/{language}/gallery/")
        return opened_page

    yield page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_and_nothing_sticks_out(opened, language, width, theme):
    page = opened(language, width, theme, policy=False)

    found = axe.Axe().run(page).response["violations"]

    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_strict_policy_is_kept(opened):
    assert opened().complaints == []


def test_a_page_that_comes_back_begins_at_what_is_wrong(opened):
    page = opened()
    began = page.evaluate("document.activeElement.className")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert (began, page.evaluate("document.activeElement.id")) == ("errors", "id_name")


def test_the_menu_of_a_narrow_screen_opens_without_script(opened):
    page = opened(width=320)
    before = page.locator(".header__sheet").is_visible()

    page.locator(".header__narrow > summary").click()

    assert (before, page.locator(".header__sheet").is_visible()) == (False, True)
    assert page.locator(".header__sheet a").all_inner_texts() == [
        "Cases", "Parliaments", "Sign in", "Français", "Español", "Português", "العربية",
    ]  # fmt: skip


def test_a_chosen_theme_is_remembered(opened):
    page = opened()
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)

    page.get_by_role("button", name="Dark").click()
    page.reload()

    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate(ground) != light
