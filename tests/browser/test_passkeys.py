"""Signing in and one's own account in a real browser, with a passkey that the browser itself keeps."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from tests.browser import server
from tests.browser.conftest import QUIET
from tests.system import CHROMIUM

PAGES = ["", "preferences/", "security/", "security/app/", "security/passkeys/", "security/password/"]
MORE = ["sessions/", "address/", "tokens/", "data/", "leave/"]
# A telephone or laptop that asks for a finger, and always gets one.
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def node(tmp_path_factory) -> Iterator[tuple[str, str]]:
    """A node by the name of localhost, since browsers keep passkeys for names alone; and its first entry link."""
    port = server._free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("HEMICYCLE_", "DATABASE_"))},
        "HEMICYCLE_DATA": str(tmp_path_factory.mktemp("node")),
        "HEMICYCLE_BUILD": os.environ.get("HEMICYCLE_BUILD", ""),
        "HEMICYCLE_URL": f"http://localhost:{port}",
        "HEMICYCLE_LOG": "ERROR",
        "PORT": str(port),
    }
    command = [sys.executable, "-m", "hemicycle.project.command", "init", "first@example.org"]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    with server._running(environment):
        yield environment["HEMICYCLE_URL"], told.splitlines()[1]


@pytest.fixture(scope="module")
def page(node) -> Iterator[Page]:
    program = next(filter(None, map(shutil.which, CHROMIUM)))
    flags = [flag.replace("EXCLUDE 127.0.0.1", "EXCLUDE 127.0.0.1, EXCLUDE localhost") for flag in QUIET]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=flags)
        page = browser.new_context(base_url=node[0], locale="en").new_page()
        page.set_default_timeout(15_000)
        devices = page.context.new_cdp_session(page)
        devices.send("WebAuthn.enable")
        devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        yield page
        browser.close()


def violations(page: Page) -> list:
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found]


def test_a_passkey_is_added_and_signs_in(page, node):
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)

    page.goto(node[1])
    page.get_by_role("button", name="Sign in", exact=True).click()
    led_to = urlsplit(page.url).path
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name").fill("Office laptop")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    codes = page.locator("main li code").count()
    faults = violations(page)
    page.get_by_role("link", name="I have kept them").click()
    page.goto("/en/account/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.goto("/en/account/login/?next=/en/account/security/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("heading", name="Signing in safely").wait_for()

    assert (led_to, codes, faults, complaints) == ("/en/account/security/", 10, [], [])
    assert page.get_by_text("Office laptop").count() > 0


@pytest.mark.parametrize("path", ["login/", "login/password/", "left/"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [320, 1200])
def test_pages_of_coming_in_have_no_violations(page, node, path, language, width):
    stranger = page.context.browser.new_context(base_url=node[0], viewport={"width": width, "height": 900})
    opened = stranger.new_page()
    opened.goto(f"/{language}/account/{path}")

    assert violations(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    stranger.close()


@pytest.mark.parametrize("path", [*PAGES, *MORE])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_ones_own_pages_have_no_violations(page, path, language):
    page.goto(f"/{language}/account/{path}")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
