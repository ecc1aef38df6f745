"""A steering meeting from agenda to decisions followed up, one of them decided in writing by mail, in a real browser.

Every mail goes through real servers and its links are opened by a scanner the moment it arrives.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page

from tests.browser import mailbox
from tests.browser.journey import (
    Journey,
    every_link_of_every_mail_is_opened_once_more,
    fill,
    opened,
    press,
    set_up_an_app,
)
from tests.browser.people_at_work import Network, network

PARTNER, BRASILIA = "olga@partner.example.org", "beatriz@camara.example.org"
SITTING, QUESTION = "Second sitting of the year", "A second pilot of shared translation"
NOTE, PILOT = "Write a note on working languages", "Begin a second pilot"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PAPER = {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": PDF}


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


def test_a_sitting_is_called_held_and_followed_up_and_a_question_is_decided_by_mail(journey):
    keeper = the_secretariat_comes_in(journey)
    the_seats_are_filled(journey, keeper)
    sitting = the_committee_is_called(journey, keeper)
    agenda_and_papers_lie_before_it(journey, keeper, sitting)
    it_decides_and_minutes_are_published(journey, keeper, sitting)
    the_member_says_what_came_of_it(journey)
    question = a_question_is_asked_in_writing(keeper)
    it_is_answered_by_mail_and_by_one_press(journey)
    it_is_decided(keeper, question)
    everybody_reads_it(journey, sitting, question)
    every_link_of_every_mail_is_opened_once_more(journey)


def the_secretariat_comes_in(journey: Journey) -> Page:
    page = journey.open_page()
    page.goto(journey.node.first_link)
    press(page, "Sign in")
    set_up_an_app(page)
    return page


def the_seats_are_filled(journey: Journey, keeper: Page) -> None:
    """Brazil's chamber sits by right of the agreement that is loaded; an organisation is invited for a term."""
    keeper.goto("/en/steering/seats/")
    option = keeper.locator("[name=body] optgroup[label=Organisation] option").first
    key, name = option.get_attribute("value"), option.inner_text()
    fill(keeper, {"body": key, "since": day(0), "until": day(700)})
    press(keeper, "Invite it")
    keeper.get_by_role("rowheader", name=name).wait_for()
    journey.looked_at(keeper, "01-seats")
    for body, address, person, language in (
        (key, PARTNER, "Olga Partner", "en"),
        ("BR-LC01", BRASILIA, "Beatriz Souza", "pt"),
    ):
        keeper.goto(f"/en/seats/{body}/")
        fill(keeper, {"email": address, "name": person, "role": "steering_member", "language": language})
        press(keeper, "Invite")
        keeper.get_by_role("rowheader", name=person).wait_for()
    invited = journey.mails.next(PARTNER, "Your office")
    journey.come_in(PARTNER, mailbox.link(invited, "/login/?for="))


def the_committee_is_called(journey: Journey, keeper: Page) -> str:
    """It has just begun, so that its minutes can be kept at once; who comes is sent the way in."""
    keeper.goto("/en/steering/")
    keeper.get_by_role("link", name="Call a sitting").click()
    now = datetime.now(UTC)
    fill(keeper, {"title": SITTING, "language": "en", "zone": "UTC", "joining_address": way_in(journey)})
    fill(keeper, {"begins_at": moment(now - timedelta(hours=1)), "ends_at": moment(now + timedelta(hours=3))})
    press(keeper, "Call the sitting")
    keeper.get_by_role("heading", level=1, name=SITTING).wait_for()
    invitation = journey.mails.next(PARTNER, SITTING)
    page = journey.open_page()
    page.goto(mailbox.link(invitation, "/meeting.register"))
    page.locator("main form button").click()
    confirmed = journey.mails.next(PARTNER, SITTING)
    assert way_in(journey) in mailbox.plain(confirmed)
    assert [part.get_content_type() for part in confirmed.iter_attachments()] == ["text/calendar"]
    return keeper.url.partition("/en/")[2]


def agenda_and_papers_lie_before_it(journey: Journey, keeper: Page, sitting: str) -> None:
    keeper.goto(f"/en/{sitting}agenda/")
    fill(keeper, {"title_0": "Budget", "number_0": "2", "title_1": "Work plan", "number_1": "1"})
    journey.looked_at(keeper, "02-agenda")
    press(keeper, "Save the agenda")
    keeper.goto(f"/en/{sitting}agenda/?language=fr")
    fill(keeper, {"title_0": "Plan de travail", "title_1": "Le budget"})
    press(keeper, "Save the agenda")
    keeper.goto(f"/en/{sitting}papers/")
    fill(keeper, {"title": "Draft work plan", "language": "en"})
    keeper.locator("[name=item]").select_option(label="1. Work plan")
    keeper.locator("[name=file]").set_input_files(PAPER)
    press(keeper, "Add the paper")
    press(keeper, "Send the mail")
    keeper.get_by_text("The members are told by mail.").wait_for()
    told = journey.mails.next(PARTNER, SITTING)
    member = journey.pages[PARTNER]
    member.goto(mailbox.link(told, "/sittings/"))
    journey.looked_at(member, "03-before-the-sitting")
    paper = member.get_by_role("link", name="Draft work plan").get_attribute("href")
    member.goto(f"/fr/{sitting}")
    member.get_by_role("heading", name="Plan de travail").wait_for()
    assert member.request.get(paper).status == 200
    assert [opened(f"{journey.node.address}{each}", "GET") for each in (paper, f"/en/{sitting}")] == [404, 404]


def it_decides_and_minutes_are_published(journey: Journey, keeper: Page, sitting: str) -> None:
    keeper.goto(f"/en/{sitting}decide/")
    fill(keeper, {"title": NOTE, "due": day(40)})
    keeper.locator("[name=who]").select_option(label="Olga Partner")
    keeper.locator("[name=item]").select_option(label="1. Work plan")
    journey.looked_at(keeper, "04-decision")
    press(keeper, "Record it")
    keeper.goto(f"/en/{sitting}minutes/")
    fill(keeper, {"minutes": "The committee met in two languages."})
    press(keeper, "Save the minutes")
    keeper.goto(f"/en/{sitting}minutes/")
    press(keeper, "Publish minutes and decisions")
    keeper.get_by_text("The committee met in two languages.").wait_for()
    journey.mails.next(BRASILIA, SITTING)


def the_member_says_what_came_of_it(journey: Journey) -> None:
    """It came by mail and stands on the desk."""
    told = journey.mails.next(PARTNER, NOTE)
    page = journey.pages[PARTNER]
    page.goto("/en/desk/")
    page.get_by_role("link", name=NOTE).click()
    assert page.url == mailbox.link(told, "/decisions/")
    fill(page, {"outcome": "The note was sent to all members."})
    journey.looked_at(page, "05-follow-up")
    press(page, "Save")
    page.get_by_text("The note was sent to all members.").wait_for()


def a_question_is_asked_in_writing(keeper: Page) -> str:
    keeper.goto("/en/steering/procedures/new/")
    fill(keeper, {"title": QUESTION, "question": "Do you agree that a second pilot is begun?", "closes_on": day(10)})
    press(keeper, "Ask the committee")
    keeper.get_by_role("heading", level=1, name=QUESTION).wait_for()
    return keeper.url.partition("/en/")[2]


def it_is_answered_by_mail_and_by_one_press(journey: Journey) -> None:
    asked = journey.mails.next(BRASILIA, QUESTION)
    mailbox.answer(asked, "De acordo.", port=journey.node.listens)
    recorded = journey.mails.next(BRASILIA, QUESTION)
    assert QUESTION in mailbox.plain(recorded)
    mail = journey.mails.next(PARTNER, QUESTION)
    stranger = journey.open_page()
    stranger.goto(mailbox.link(mail, "/deeds/procedure.abstain"))
    journey.looked_at(stranger, "06-one-press")
    stranger.locator("main form button").click()
    stranger.get_by_role("heading", name="Thank you").wait_for()


def it_is_decided(keeper: Page, question: str) -> None:
    """Of the seats that somebody holds, all have answered."""
    keeper.goto(f"/en/{question}")
    keeper.get_by_text("1 agrees · 1 abstains").wait_for()
    keeper.get_by_role("link", name="Close").click()
    fill(keeper, {"title": PILOT, "text": "It begins in spring."})
    press(keeper, "Close with this decision")
    press(keeper, "Publish what was decided")
    keeper.get_by_text("What was decided is public since").wait_for()


def everybody_reads_it(journey: Journey, sitting: str, question: str) -> None:
    page = journey.open_page()
    page.goto("/en/steering/decisions/")
    journey.looked_at(page, "07-decisions")
    for title in (NOTE, PILOT):
        page.get_by_role("link", name=title).wait_for()
    page.goto(f"/en/{sitting}")
    journey.looked_at(page, "08-published")
    page.get_by_text("The committee met in two languages.").wait_for()
    assert page.get_by_text("Draft work plan").count() == 0
    page.goto(f"/en/{question}")
    assert "/login/" in page.url


def way_in(journey: Journey) -> str:
    """An address of the node itself, since scanners open it too."""
    return f"{journey.node.address}/en/about/?room=steering"


def day(number: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days=number)).isoformat()


def moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M")
