"""From an invitation to a withdrawn case: five people of three houses, in three languages, by page and by mail.

Every mail goes through real servers. The links of each are opened by a scanner the moment it arrives, and again by the
browser of whoever reads it; before anybody presses a button, nothing may have changed.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from hemicycle.network.tests.workbooks import a_workbook
from tests.browser import mailbox
from tests.browser.case_told import (
    ANSWER,
    AWA,
    CASE,
    CONTACTS,
    EDITOR,
    LUCIA,
    MOUSSA,
    QUESTION,
    SPANISH,
    STEPS,
    TITLE,
    TITLE_ES,
    TOOK,
)
from tests.browser.contents import unchanged
from tests.browser.gone import everywhere, it_says_so_at_its_own_address, where_it_stands
from tests.browser.journey import (
    Journey,
    every_link_of_every_mail_is_opened_once_more,
    fill,
    opened,
    press,
    set_up_an_app,
)
from tests.browser.people_at_work import DOMAIN, Network, network


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
        page.screenshot(path=tmp_path / f"end-{number}.png")


def test_a_case_goes_the_whole_way_from_an_invitation_to_its_withdrawal(journey):
    the_secretariat_invites(journey)
    the_editor_comes_in(journey)
    a_focal_point_invites_a_colleague(journey)
    the_colleague_tells_a_case_in_french(journey)
    the_editor_asks(journey)
    the_author_answers_by_mail(journey)
    the_editor_publishes(journey)
    the_focal_point_confirms_by_one_click(journey)
    another_house_translates_it(journey)
    the_editor_checks_the_translation(journey)
    a_stranger_finds_it_in_spanish(journey)
    the_other_house_adopts_it(journey)
    before = where_it_stands(journey)
    the_focal_point_withdraws_it(journey)

    assert (before, where_it_stands(journey)) == (everywhere(), [])
    it_says_so_at_its_own_address(journey)
    every_link_of_every_mail_is_opened_once_more(journey)


def the_secretariat_invites(journey: Journey) -> None:
    """The first administrator sets up an app, invites an editor, and loads the contact list."""
    page = journey.open_page()
    page.goto(journey.node.first_link)
    press(page, "Sign in")
    set_up_an_app(page)
    page.goto("/en/seats/CIP/")
    fill(page, {"email": EDITOR, "name": "Edith Toral", "role": "editor", "language": "en"})
    press(page, "Invite")
    page.get_by_role("rowheader", name="Edith Toral").wait_for()
    page.goto("/en/seats/contacts/")
    workbook = {"name": "contacts.xlsx", "mimeType": "application/octet-stream", "buffer": a_workbook(*CONTACTS)}
    page.locator("[name=workbook]").set_input_files(workbook)
    press(page, "Check the list")
    journey.looked_at(page, "01-contact-list")
    press(page, "Invite all and give the offices")
    page.locator("form:has([value=load])").wait_for(state="detached")


def the_editor_comes_in(journey: Journey) -> None:
    invited = journey.mails.next(EDITOR, "Your office")
    page = journey.come_in(EDITOR, mailbox.link(invited, "/login/?for="))
    set_up_an_app(page)


def a_focal_point_invites_a_colleague(journey: Journey) -> None:
    invited = journey.mails.next(MOUSSA, "Votre fonction")
    page = journey.come_in(MOUSSA, mailbox.link(invited, "/login/?for="))
    journey.looked_at(page, "02-focal-point-arrives")
    page.locator("main a[href='/fr/seats/SN-LC01/']").click()
    fill(page, {"email": AWA, "name": "Awa Ndiaye", "role": "contributor", "language": "fr"})
    journey.looked_at(page, "03-focal-point-invites")
    page.locator("main form button").last.click()
    page.get_by_role("rowheader", name="Awa Ndiaye").wait_for()


def the_colleague_tells_a_case_in_french(journey: Journey) -> None:
    invited = journey.mails.next(AWA, "Votre fonction")
    page = journey.come_in(AWA, mailbox.link(invited, "/login/?for="))
    journey.looked_at(page, "04-contributor-arrives")
    page.locator("main a[href='/fr/cases/new/']").click()
    fill(page, {"language": "fr", "title": TITLE})
    journey.looked_at(page, "05-begin")
    page.locator("main form button:not([name])").click()
    for step, said in STEPS.items():
        page.wait_for_url(f"**/fr/{CASE}edit/{step}/")
        fill(page, said)
        journey.looked_at(page, f"06-step-{step}")
        page.locator("main button[value=next]").click()
    page.wait_for_url(f"**/fr/{CASE}hand-in/")
    for box in page.locator("form:has([value=submit]) [type=checkbox]").all():
        box.check()
    journey.looked_at(page, "07-hand-in")
    page.locator("main button[value=submit]").click()
    page.wait_for_url(f"**/fr/{CASE}")
    journey.looked_at(page, "08-handed-in")


def the_editor_asks(journey: Journey) -> None:
    told = journey.mails.next(EDITOR, "To review")
    page = journey.pages[EDITOR]
    page.goto("/en/desk/")
    journey.looked_at(page, "09-desk")
    page.get_by_role("link", name=TITLE).click()
    assert page.url == mailbox.link(told, "/review/")
    press(page, "Take this review")
    page.locator("[name=reason]").fill(QUESTION)
    journey.looked_at(page, "10-review")
    press(page, "Ask")
    page.get_by_role("link", name="The conversation so far").wait_for()


def the_author_answers_by_mail(journey: Journey) -> None:
    asked = journey.mails.next(AWA, TITLE)
    assert QUESTION in mailbox.plain(asked)
    assert asked["Reply-To"].endswith(f"@{DOMAIN}")
    mailbox.answer(asked, ANSWER, port=journey.node.listens)
    heard = journey.mails.next(EDITOR, TITLE)
    assert ANSWER in mailbox.plain(heard)
    page = journey.pages[EDITOR]
    page.goto(mailbox.link(heard, "/threads/"))
    journey.looked_at(page, "11-conversation")
    assert page.locator(".letters .prose").all_inner_texts() == [QUESTION, ANSWER]


def the_editor_publishes(journey: Journey) -> None:
    page = journey.pages[EDITOR]
    page.goto(f"/en/{CASE}review/")
    journey.looked_at(page, "12-before-publishing")
    press(page, "Publish as handed in")
    page.wait_for_url(f"**/en/{CASE}")
    journey.looked_at(page, "13-published")


def the_focal_point_confirms_by_one_click(journey: Journey) -> None:
    told = journey.mails.next(MOUSSA, "confirm")
    link = mailbox.link(told, "/deeds/")
    stranger = journey.open_page()
    with unchanged(journey.node.database):
        stranger.goto(link)
        journey.looked_at(stranger, "14-one-click")
    stranger.locator("main form button").click()
    stranger.wait_for_url(f"**/fr/{CASE}")
    journey.looked_at(stranger, "15-confirmed")
    assert opened(link, "GET") == 410


def another_house_translates_it(journey: Journey) -> None:
    invited = journey.mails.next(LUCIA, "Su")
    page = journey.come_in(LUCIA, mailbox.link(invited, "/login/?for="))
    page.goto(f"/es/{CASE}")
    journey.looked_at(page, "16-seen-from-chile")
    page.locator(f"main a[href='/es/{CASE}translate/es/']").first.click()
    fill(page, SPANISH)
    journey.looked_at(page, "17-translate")
    page.locator("main button[value=offer]").click()
    page.wait_for_url(f"**/es/{CASE}translate/es/?saved=3")


def the_editor_checks_the_translation(journey: Journey) -> None:
    """What another house translates is public once the house it is about, or an editor, has read it."""
    told = journey.mails.next(EDITOR, "To check")
    page = journey.pages[EDITOR]
    page.goto(mailbox.link(told, "/translate/es/"))
    page.locator("main button[value=publish]").click()
    page.wait_for_url(f"**/es/{CASE}")
    page.get_by_role("heading", level=1, name=TITLE_ES).wait_for()
    journey.looked_at(page, "18-in-spanish")


def a_stranger_finds_it_in_spanish(journey: Journey) -> None:
    page = journey.open_page()
    for _look in range(30):
        page.goto("/es/search/")
        page.locator("#search-q").fill("enmiendas leídas con una voz sintética")
        page.locator("main form[role=search] button").click()
        page.wait_for_url("**/es/search/?q=*")
        if TITLE_ES in page.locator("article").first.inner_text():
            break
        page.wait_for_timeout(1000)
    journey.looked_at(page, "19-found")
    page.locator("article a").first.click()
    page.wait_for_url(f"**/es/{CASE}")
    page.get_by_role("heading", level=1, name=TITLE_ES).wait_for()


def the_other_house_adopts_it(journey: Journey) -> None:
    page = journey.pages[LUCIA]
    page.goto(f"/es/{CASE}")
    page.locator(f"main a[href='/es/{CASE}adopt/']").click()
    fill(page, {"since": "2026", "took": TOOK})
    journey.looked_at(page, "20-adopt")
    page.locator("main form button").last.click()
    page.wait_for_url("**/es/cases/new/?adopted=*")
    journey.looked_at(page, "21-own-case-next")
    assert page.locator("[name=title]").input_value() == TITLE_ES
    assert page.locator("main .notice--done").count() == 1
    page.goto(f"/es/{CASE}")
    page.get_by_text(TOOK).wait_for()
    journey.looked_at(page, "22-adopted")


def the_focal_point_withdraws_it(journey: Journey) -> None:
    page = journey.pages[MOUSSA]
    page.goto(f"/fr/{CASE}")
    page.locator(f"main a[href='/fr/{CASE}withdraw/']").click()
    journey.looked_at(page, "23-withdraw")
    page.locator("main form button").click()
    page.wait_for_url(f"**/fr/{CASE}")
    journey.looked_at(page, "24-withdrawn")
