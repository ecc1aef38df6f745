"""Who is at work in a journey, and what people do on every page: come in, fill, press."""

import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Page

from tests.browser import mailbox
from tests.browser.contents import unchanged
from tests.browser.mailbox import Mailbox
from tests.browser.people_at_work import Network


@dataclass
class Journey:
    """Who is at work, and what they share: the node, the mails, a folder for pictures."""

    node: Network
    open_page: Callable[[], Page]
    pictures: Path

    def __post_init__(self) -> None:
        self.mails = Mailbox(self.node.office, self.scanned)
        self.pages: dict[str, Page] = {}

    def scanned(self, mail: EmailMessage) -> None:
        """What the mail server of a parliament does with a mail before anybody reads it."""
        with unchanged(self.node.database):
            for each in mailbox.links(mail):
                for method in ("HEAD", "GET"):
                    assert opened(each, method) < 500, each

    def looked_at(self, page: Page, name: str) -> None:
        page.screenshot(path=self.pictures / f"{name}.png", full_page=True)

    def come_in(self, address: str, link: str) -> Page:
        """Follow a link of a mail, and sign in on the way by the code from the next one."""
        page = self.pages[address] = self.open_page()
        page.goto(link)
        assert page.locator("[name=email]").input_value() == address
        page.locator("main form:has([name=email]) button").click()
        page.locator("[name=code]").fill(self.mails.code(address))
        page.locator("main form:has([name=code]) button").first.click()
        page.wait_for_url(lambda url: "/login/" not in url)
        return page


def opened(link: str, method: str) -> int:
    """The answer to somebody without cookies, who follows where it leads."""
    try:
        with urllib.request.urlopen(urllib.request.Request(link, method=method), timeout=30) as answer:  # noqa: S310
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def every_link_of_every_mail_is_opened_once_more(journey: Journey) -> None:
    """By a scanner, and by the browser of whoever got the mail, with the session that is open in it."""
    with unchanged(journey.node.database):
        for mail in journey.node.office.taken:
            readers = [journey.pages[mail["To"]].request] if mail["To"] in journey.pages else []
            for link in mailbox.links(mail):
                assert opened(link, "HEAD") == opened(link, "GET")
                for reader in readers:
                    assert reader.head(link).status == reader.get(link).status < 500


def set_up_an_app(page: Page) -> None:
    """What an office of the secretariat asks for before anything else."""
    page.locator("main a[href*='/security/app/']").first.click()
    secret = page.locator("main code").inner_text().replace(" ", "")
    now = next(yield_hotp_counters_from_time()) + 1
    page.locator("[name=code]").fill(format_hotp_value(hotp_value(secret, now)))
    press(page, "Set up")
    press(page, "I have kept them", "link")


def press(page: Page, name: str, role: str = "button") -> None:
    page.locator("main").get_by_role(role, name=name, exact=True).click()


def fill(page: Page, said: dict[str, str]) -> None:
    """Type, choose or tick, whatever the field asks for."""
    for name, value in said.items():
        field = page.locator(f"main [name='{name}']")
        kind = field.first.evaluate("(it) => it.type")
        if kind == "checkbox":
            page.locator(f"main [name='{name}'][value='{value}']").check()
        elif kind == "select-one":
            field.select_option(value)
        else:
            field.fill(value)
