"""The node, the browser, and a page in it that speaks to nobody but the node."""

import shutil
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.house import WIDE, House, house
from tests.browser.server import node
from tests.system import CHROMIUM

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Whatever a page or the browser itself might ask of another host has no address to go to.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[str]:
    """The address of a node with the shipped content."""
    with node(tmp_path_factory.mktemp("node")) as address:
        yield address


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory) -> Iterator[House]:
    """A node where the people of the demonstration work."""
    with house(tmp_path_factory.mktemp("house")) as opened:
        yield opened


# One a file and not one a session: while Playwright runs, its event loop keeps Django from the database.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, CHROMIUM)))
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def context(browser, site) -> Iterator[Callable[..., BrowserContext]]:
    """Makes contexts with an empty profile; whatever a page asks of anybody else, or complains of, fails the test."""
    opened, asked, complaints = [], [], []

    def make(**options) -> BrowserContext:
        made = browser.new_context(**{"base_url": site, "viewport": WIDE, "locale": "en", **options})
        made.set_default_timeout(10_000)
        made.on("request", lambda request: asked.append(request.url))
        made.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        made.on("weberror", lambda error: complaints.append(str(error.error)))
        opened.append(made)
        return made

    yield make
    for each in opened:
        each.close()
    host = urlsplit(site).netloc
    assert [url for url in asked if urlsplit(url).scheme != "data" and urlsplit(url).netloc != host] == []
    assert [text for text in complaints if "status of 4" not in text] == []


@pytest.fixture
def page(context) -> Page:
    """A page in a wide window, in light colours, with script."""
    return context(color_scheme="light").new_page()
