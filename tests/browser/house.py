"""A node with the demonstration and work of every kind; its people come in by one click."""

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import server

WIDE = {"width": 1200, "height": 900}


@dataclass(frozen=True)
class House:
    """What a visit to the pages of people needs."""

    address: str
    made: Mapping[str, str]  # the addresses that `work` has made, by their names
    folder: Path  # where the node keeps its data


@contextlib.contextmanager
def house(folder: Path) -> Iterator[House]:
    """On SQLite whatever the other tests use, since only an embedded node has the demonstration."""
    environment = {
        **{name: value for name, value in os.environ.items() if server._stays(name)},
        "HEMICYCLE_DATA": str(folder),
        "HEMICYCLE_LOG": "ERROR",
        "DATABASE_URL": "",
        "PORT": str(server._free_port()),
    }
    server._command(["upgrade"], environment)
    told = server._command(
        ["manage", "shell", "-v", "0", "-c", "from tests.browser.work import main; main()"], environment
    )
    with server._running(environment) as address:
        yield House(address, json.loads(told), folder)


def visit(browser: Browser, lived_in: House, who: str = "", **options: object) -> tuple[BrowserContext, Page]:
    """A browser of its own for somebody of the demonstration; without a name, for a stranger."""
    context = browser.new_context(**{"base_url": lived_in.address, "viewport": WIDE, "locale": "en", **options})
    context.set_default_timeout(10_000)
    page = context.new_page()
    if who:
        page.goto("/en/demo/")
        page.locator(f"form:has-text('{who}@demo.invalid') button").click()
        page.wait_for_url("**/account/")
    return context, page
