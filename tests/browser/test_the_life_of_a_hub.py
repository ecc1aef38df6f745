"""A hub from the offer to its yearly report: three people of two houses and the secretariat, by page and by mail.

Every mail goes through real servers; its links are opened by a scanner the moment it arrives, and nothing may change.
"""

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Page

from hemicycle.network.tests.workbooks import a_workbook
from tests.browser import mailbox
from tests.browser.case_told import CONTACTS, LUCIA, MOUSSA
from tests.browser.journey import Journey, fill, press, set_up_an_app
from tests.browser.people_at_work import Network, network

HUB = "hubs/hub-of-the-river/"
OFFER = {
    "name": "Hub of the river",
    "sort": "thematic",
    "language": "fr",
    "purpose": "Publier ensemble les débats des parlements riverains.",
    "gives": "Deux personnes à mi-temps, et une plateforme.",
}
# Whoever hosts it at first does so from one day to another; the next begins when the first ends.
SIGNED = {"signed_on": "2026-01-12", "signatories": "Both secretaries general", "since": "2026-01-15"}
HANDED = {"signed_on": "2026-11-02", "signatories": "Three secretaries general", "since": "2026-11-10"}
UPDATE = {
    "language": "fr",
    "title": "Première rencontre à Dakar",
    "text": "Neuf services des débats se sont rencontrés.",
    "alt": "Neuf personnes autour d’une table",
    "caption": "La salle des commissions",
}
IN_ENGLISH = {
    "title": "A first meeting in Dakar",
    "text": "Nine services of record met.",
    "alt": "Nine people around a table",
    "caption": "The committee room",
}
ALMOST_SEVEN_MONTHS = """
from datetime import timedelta
from hemicycle.hubs import actions
from hemicycle.hubs.models import Hub
for hub in Hub.objects.filter(slug="hub-of-the-river"):
    Hub.objects.filter(pk=hub.pk).update(last_sign_at=hub.last_sign_at - timedelta(days=200))
actions.tell_of_quietness()
"""


@pytest.fixture(scope="module")
def node(tmp_path_factory) -> Iterator[Network]:
    with network(tmp_path_factory.mktemp("node")) as made:
        yield made


@pytest.fixture(scope="module")
def site(node) -> str:
    return node.address


@pytest.fixture
def journey(node, context, tmp_path) -> Iterator[Journey]:
    pages = []

    def open_page() -> Page:
        pages.append(context(color_scheme="light").new_page())
        return pages[-1]

    yield Journey(node, open_page, tmp_path)
    # Where everybody stood when it ended, for whoever has to mend something.
    for number, page in enumerate(pages):
        page.screenshot(path=tmp_path / f"end-{number}.png", full_page=True)


def test_a_hub_lives_from_the_offer_to_its_yearly_report(journey):
    administrator = the_secretariat_comes_in(journey)
    offer = a_parliament_offers_to_host(journey)
    the_agreement_is_signed_and_the_hub_opens(administrator, offer)
    another_house_asks_and_is_accepted(journey)
    the_coordinator_adopts_a_plan_and_moves_an_activity(journey)
    an_output_is_published(journey)
    an_update_with_a_picture_is_told_in_two_languages(journey)
    the_hub_falls_quiet_and_its_host_is_reminded(journey)
    the_hosting_is_handed_over(administrator, journey)
    the_report_of_the_year_is_drawn_up(journey)


def the_secretariat_comes_in(journey: Journey) -> Page:
    page = journey.open_page()
    page.goto(journey.node.first_link)
    press(page, "Sign in")
    set_up_an_app(page)
    page.goto("/en/seats/contacts/")
    workbook = {"name": "contacts.xlsx", "mimeType": "application/octet-stream", "buffer": a_workbook(*CONTACTS)}
    page.locator("[name=workbook]").set_input_files(workbook)
    press(page, "Check the list")
    press(page, "Invite all and give the offices")
    page.locator("form:has([value=load])").wait_for(state="detached")
    return page


def a_parliament_offers_to_host(journey: Journey) -> str:
    """The address of the talks, below the language."""
    invited = journey.mails.next(MOUSSA, "Votre fonction")
    page = journey.come_in(MOUSSA, mailbox.link(invited, "/login/?for="))
    page.goto("/fr/hubs/offer/")
    chosen = {name: value for name, value in OFFER.items() if name != "sort"}
    fill(page, chosen)
    page.locator(f"[name=sort][value={OFFER['sort']}]").check()
    journey.looked_at(page, "01-offer")
    page.locator("main form button").last.click()
    page.wait_for_url("**/fr/hubs/offers/*/")
    journey.looked_at(page, "02-talks")
    stranger = journey.open_page()
    assert stranger.goto(f"/en/{HUB}").status == 404
    return page.url.partition("/fr/")[2]


def the_agreement_is_signed_and_the_hub_opens(page: Page, offer: str) -> None:
    page.goto(f"/en/{offer}")
    agreement = offer.rstrip("/").rpartition("/")[2]
    page.goto(f"/en/agreements/{agreement}/sign/")
    fill(page, SIGNED)
    page.locator("main form button").last.click()
    page.wait_for_url("**/en/agreements/*/")
    page.goto(f"/en/{offer}")
    page.locator("main button[value=open]").click()
    page.wait_for_load_state()
    page.goto(f"/en/{HUB}")
    page.get_by_role("heading", level=1, name="Hub of the river").wait_for()


def another_house_asks_and_is_accepted(journey: Journey) -> None:
    invited = journey.mails.next(LUCIA, "Su")
    asking = journey.come_in(LUCIA, mailbox.link(invited, "/login/?for="))
    asking.goto(f"/es/{HUB}join/")
    fill(asking, {"note": "Tenemos actas desde 1811."})
    journey.looked_at(asking, "03-ask")
    asking.locator("main button[value=ask]").click()
    asking.wait_for_load_state()
    journey.mails.next(MOUSSA, "Hub of the river")
    running = journey.pages[MOUSSA]
    running.goto(f"/fr/{HUB}run/members/")
    journey.looked_at(running, "04-requests")
    running.locator("main button[value=accept]").click()
    running.wait_for_load_state()
    journey.mails.next(LUCIA, "Hub of the river")
    asking.goto(f"/es/{HUB}")
    asking.locator("#members ~ ul a[href*='/parliaments/CL/']").first.wait_for()


def the_coordinator_adopts_a_plan_and_moves_an_activity(journey: Journey) -> None:
    page = journey.pages[MOUSSA]
    page.goto(f"/fr/{HUB}run/plan/2026/")
    fill(page, {"a0-title": "Séminaire des services des débats", "a0-since": "2026-05", "a0-until": "2026-06"})
    journey.looked_at(page, "05-plan")
    page.locator("main form button:not([value=more])").last.click()
    page.wait_for_url(f"**/fr/{HUB}plan/2026/")
    page.goto(f"/fr/{HUB}run/")
    journey.looked_at(page, "06-run")
    form = page.locator("main form:has([value=move])").first
    form.locator("[name=state]").select_option("done")
    form.locator("button").click()
    page.wait_for_url(f"**/fr/{HUB}run/#plan")
    page.goto(f"/fr/{HUB}plan/2026/")
    page.get_by_role("rowheader", name="Séminaire des services des débats").wait_for()


def an_output_is_published(journey: Journey) -> None:
    page = journey.pages[MOUSSA]
    page.goto(f"/fr/{HUB}run/outputs/new/")
    fill(page, {"language": "fr", "title": "Guide des comptes rendus", "sort": "guideline", "dated": "2026-06"})
    page.locator("main form button").last.click()
    page.wait_for_url("**/run/outputs/*-*/**")
    page.locator("main button[value=publish]").click()
    page.wait_for_url(f"**/fr/{HUB}outputs/*/")
    journey.looked_at(page, "07-output")


def an_update_with_a_picture_is_told_in_two_languages(journey: Journey) -> None:
    page = journey.pages[MOUSSA]
    page.goto(f"/fr/{HUB}run/updates/new/")
    fill(page, UPDATE)
    picture = {"name": "table.jpg", "mimeType": "image/jpeg", "buffer": a_picture()}
    page.locator("[name=picture]").set_input_files(picture)
    journey.looked_at(page, "08-update")
    page.locator("main form button").last.click()
    page.wait_for_url("**/run/updates/*-*/**")
    begun = page.url.partition("?")[0]
    page.goto(f"{begun}?language=en")
    fill(page, IN_ENGLISH)
    page.locator("main form:has([name=title]) button").last.click()
    page.wait_for_url("**/run/updates/*-*/?language=en")
    page.locator("main button[value=publish]").click()
    page.wait_for_url(f"**/fr/{HUB}updates/*/")
    journey.looked_at(page, "09-told")
    stranger = journey.open_page()
    stranger.goto(f"/en/{HUB}")
    assert stranger.locator(".update img").get_attribute("alt") == IN_ENGLISH["alt"]
    assert stranger.locator(".update img").evaluate("(it) => it.naturalWidth") == 640
    stranger.get_by_role("link", name=IN_ENGLISH["title"]).wait_for()


def the_hub_falls_quiet_and_its_host_is_reminded(journey: Journey) -> None:
    journey.node.run(ALMOST_SEVEN_MONTHS)
    reminded = journey.mails.next(MOUSSA, "Hub of the river")
    assert any(HUB in link for link in mailbox.links(reminded))
    stranger = journey.open_page()
    stranger.goto(f"/en/{HUB}")
    stranger.get_by_text("Quiet: nothing has been recorded here since").wait_for()
    journey.looked_at(stranger, "10-quiet")


def the_hosting_is_handed_over(page: Page, journey: Journey) -> None:
    page.goto(f"/en/{HUB}state/")
    page.locator("main a[href*='/en/agreements/']").first.click()
    page.locator("main a[href$='/hand-over/']").click()
    fill(page, {"body": "CL-LC01", **HANDED})
    journey.looked_at(page, "11-hand-over")
    page.locator("main form button").last.click()
    page.wait_for_url("**/en/agreements/*/")
    stranger = journey.open_page()
    stranger.goto(f"/en/{HUB}")
    said = stranger.locator("main").inner_text()
    assert [name in said for name in ("Chamber of Deputies", "National Assembly")] == [True, True]
    journey.looked_at(stranger, "12-both-hosts")


def the_report_of_the_year_is_drawn_up(journey: Journey) -> None:
    page = journey.pages[LUCIA]
    page.goto(f"/es/{HUB}run/reports/2026/")
    fill(page, {"introduction": "Un primer año con una reunión, una guía y un nuevo anfitrión."})
    page.locator("main form:has([name=introduction]) button").last.click()
    page.wait_for_url(f"**/es/{HUB}run/reports/2026/?language=es")
    journey.looked_at(page, "13-report")
    page.locator("main button[value=publish]").click()
    page.wait_for_url(f"**/es/{HUB}reports/2026/")
    stranger = journey.open_page()
    stranger.goto(f"/es/{HUB}reports/2026/")
    said = stranger.locator("main").inner_text()
    assert ["Guide des comptes rendus" in said, "Un primer año" in said] == [True, True]
    journey.looked_at(stranger, "14-report-published")


def a_picture() -> bytes:
    """A JPEG of 640 by 360 dots in one colour."""
    content = io.BytesIO()
    Image.new("RGB", (640, 360), (40, 90, 80)).save(content, format="JPEG")
    return content.getvalue()
