"""The pages of the committee: what everybody reads, what those inside read, and forms that lose nothing."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hemicycle.core import days, history, texts
from hemicycle.core.models import Listing
from hemicycle.network.models import Contribution
from hemicycle.network.states.agreements import Gift, Level
from hemicycle.steering import actions, figures
from hemicycle.steering.models import Decision, Paper, Procedure, Sitting
from hemicycle.steering.tests.factories import (
    PDF,
    a_decision,
    a_keystone,
    a_question,
    a_seat,
    a_sitting,
    an_agenda,
    an_organisation,
    it_is_over,
)

pytestmark = pytest.mark.django_db
HOME = "/en/steering/"


def read(client, address: str, person=None) -> str:
    client.logout()
    if person is not None:
        client.force_login(person)
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def in_days(number: int) -> str:
    return (days.today() + timedelta(days=number)).isoformat()


def test_everybody_reads_who_sits_and_nobody_reads_their_names(client, keystone_member, invited_member, editor):
    public, inside = read(client, HOME), read(client, HOME, editor)

    assert ["Zambia · National Assembly" in page and "Invited until" in page for page in (public, inside)] == [
        True,
        True,
    ]
    assert ["Member for Zambia" in page for page in (public, inside)] == [False, True]


def test_a_seat_stands_on_the_public_page_from_the_next_request_on(client, partner, administrator):
    before = read(client, HOME)

    actions.invite_to_committee(partner, since=days.today(), until=days.today() + timedelta(days=9), by=administrator)

    assert ["Parliaments Abroad" in page for page in (before, read(client, HOME))] == [False, True]


def test_what_comes_next_is_for_those_inside(client, sitting, administrator, invited_member, outsider):
    question = a_question(administrator)

    for person, seen in ((None, False), (outsider, False), (invited_member, True), (administrator, True)):
        page = read(client, HOME, person)
        assert (sitting.get_absolute_url() in page, question.get_absolute_url() in page) == (seen, seen)


@pytest.mark.parametrize("seats", [1, 3])
def test_the_page_takes_as_many_queries_with_one_seat_as_with_three(client, administrator, seats):
    for number in range(seats):
        a_seat(an_organisation(f"Organisation {number}"))
        sitting = a_sitting(administrator, title=f"Sitting {number}")
        an_agenda(sitting, administrator, "Budget")
        actions.publish_papers(sitting, by=administrator)
    client.get(HOME)
    caches["pages"].clear()

    with CaptureQueriesContext(connection) as counted:
        client.get(HOME)

    assert len(counted) == 6


def test_published_sittings_and_decisions_are_listed_and_searched_and_come_as_data(
    client, sitting, administrator, partner
):
    an_agenda(sitting, administrator, "Budget")
    sitting = it_is_over(sitting)
    actions.write_minutes(sitting, "We met.", language="en", by=administrator)
    decision = a_decision(sitting, administrator, partner)
    before = Listing.objects.filter(kind__in=("sitting", "decision"), gone_since=None).count()

    actions.publish_papers(sitting, by=administrator)
    actions.publish_minutes(sitting, by=administrator)

    listed = set(Listing.objects.filter(kind__in=("sitting", "decision")).values_list("path", flat=True))
    data = client.get("/en/steering/decisions.json").json()
    assert (before, listed) == (0, {sitting.path, decision.path})
    assert [(item["titles"]["en"], item["facts"]["follows_up"]) for item in data["items"]] == [
        ("Begin a second pilot", partner.key)
    ]
    assert client.get("/en/steering/decisions.json?state=done").json()["count"] == 0
    assert client.get("/en/steering/decisions.json?state=nothing").status_code == 404


def test_an_agenda_is_written_by_the_page(client, sitting, administrator):
    client.force_login(administrator)
    address = f"{sitting.get_absolute_url()}agenda/"
    seen = re.search(r'name="seen" value="(\w+)"', client.get(address).content.decode())[1]
    rows = {"seen": seen, "title_0": "Hubs", "number_0": "2", "title_1": "Budget", "number_1": "1", "text_1": "A plan."}

    answer = client.post(address, rows)

    titles = [texts.read_one(item.uid, "en")["title"] for item in sitting.items.all()]
    assert (answer.status_code, titles) == (302, ["Budget", "Hubs"])


def test_an_agenda_that_somebody_else_has_changed_comes_back_as_it_was_typed(client, sitting, administrator):
    client.force_login(administrator)
    address = f"{sitting.get_absolute_url()}agenda/"
    seen = re.search(r'name="seen" value="(\w+)"', client.get(address).content.decode())[1]
    an_agenda(sitting, administrator, "Budget")

    answer = client.post(address, {"seen": seen, "title_0": "What I typed"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody else has changed the agenda meanwhile." in page
    assert "What I typed" in page


def test_a_paper_is_handed_in_and_taken_away_by_the_page(client, sitting, administrator):
    client.force_login(administrator)
    address = f"{sitting.get_absolute_url()}papers/"
    said = {"act": "keep", "title": "Budget", "language": "fr"}

    wrong = client.post(address, {**said, "file": SimpleUploadedFile("budget.pdf", b"no paper")})
    right = client.post(address, {**said, "file": SimpleUploadedFile("../../budget.exe", PDF)}, follow=True)
    paper = Paper.objects.select_related("file").get()
    gone = client.post(address, {"act": "remove", "paper": str(paper.uid)}, follow=True)

    assert (wrong.status_code, "neither a PDF nor a picture" in wrong.content.decode()) == (422, True)
    assert (paper.language, paper.file.name, "Budget" in right.content.decode()) == ("fr", "paper.pdf", True)
    assert ("The paper is gone." in gone.content.decode(), Paper.objects.count()) == (True, 0)


def test_a_sitting_is_called_by_the_page_and_a_mistake_loses_nothing(client, keystone_member, administrator):
    client.force_login(administrator)
    said = {
        "title": "Winter sitting",
        "language": "en",
        "text": "We look at the budget.",
        "begins_at": f"{in_days(20)}T10:00",
        "ends_at": f"{in_days(20)}T09:00",
        "zone": "Africa/Lusaka",
        "languages": ["en", "fr"],
    }

    wrong = client.post(f"{HOME}sittings/new/", said)
    right = client.post(f"{HOME}sittings/new/", {**said, "ends_at": f"{in_days(20)}T12:00"})

    assert wrong.status_code == 422
    assert "The meeting ends before it begins." in wrong.content.decode()
    assert "We look at the budget." in wrong.content.decode()
    assert right.url == Sitting.objects.get().get_absolute_url()


def test_a_question_is_asked_and_closed_by_the_page(client, keystone_member, secretariat, administrator):
    client.force_login(administrator)
    said = {"title": "A pilot", "question": "Do you agree?", "language": "en", "closes_on": in_days(5)}
    paper = {"paper_title_1": "Costs", "paper_language_1": "en"}

    wrong = client.post(f"{HOME}procedures/new/", {**said, **paper})
    file = SimpleUploadedFile("costs.pdf", PDF)
    asked = client.post(f"{HOME}procedures/new/", {**said, **paper, "paper_file_1": file})
    question = Procedure.objects.get()
    client.force_login(keystone_member)
    client.post(question.get_absolute_url(), {"act": "advise", "answer": "agree"})
    client.force_login(administrator)
    decided = {
        "act": "decide",
        "title": "Begin the pilot",
        "language": "en",
        "taken_on": in_days(0),
        "who": f"body:{secretariat.key}",
    }
    closed = client.post(f"{question.get_absolute_url()}close/", decided)

    assert (wrong.status_code, asked.url, question.papers.count()) == (422, question.get_absolute_url(), 1)
    assert (closed.status_code, Decision.objects.get().procedure) == (302, question)


def test_who_was_signed_out_while_writing_gets_the_words_back(client, sitting):
    sitting = it_is_over(sitting)
    words = "We met and spoke for three hours about the budget."

    answer = client.post(f"{sitting.get_absolute_url()}minutes/", {"act": "save", "minutes": words})

    assert (answer.status_code, words in answer.content.decode()) == (403, True)


def test_a_body_without_a_seat_is_named_in_one_sentence_where_somebody_is_invited_into_its_office(
    client, partner, administrator
):
    client.force_login(administrator)
    said = {"email": "new@example.org", "name": "Somebody", "role": "steering_member", "language": "en"}

    answer = client.post(f"/en/seats/{partner.key}/", said)

    assert answer.status_code == 422
    assert "Parliaments Abroad has no seat on the steering committee" in answer.content.decode()


def test_the_state_of_the_centre_is_for_the_committee_and_the_secretariat(
    client, keystone_member, editor, outsider, focal_point
):
    pages = [read(client, f"{HOME}centre/", person) for person in (keystone_member, editor)]
    client.force_login(outsider)
    hidden = client.get(f"{HOME}centre/").status_code
    client.force_login(focal_point)

    assert (hidden, client.get(f"{HOME}centre/").status_code) == (404, 404)
    for page in pages:
        assert [heading in page for heading in ("Steering committee", "What partners give", "Library")] == [True] * 3


def test_currencies_are_not_added_up_and_what_is_not_known_is_counted(client, zambia, partner, editor):
    keystone = a_keystone(zambia)
    ended = a_keystone(partner, until="2021")
    for agreement, amount, currency, working_days in (
        (keystone, Decimal(10_000), "CHF", None),
        (keystone, Decimal(2_500), "CHF", None),
        (keystone, Decimal(4_000), "EUR", None),
        (ended, None, "", 15),
        (ended, None, "", None),
    ):
        Contribution.objects.create(
            agreement=agreement,
            gift=Gift.CORE_FUNDING,
            amount=amount,
            currency=currency,
            working_days=working_days,
        )

    (given,) = figures.given_by_level()

    assert (given.level, given.running, given.ended, given.working_days, given.not_known) == (
        Level.KEYSTONE,
        1,
        1,
        15,
        1,
    )
    assert given.money == (("CHF", Decimal(12_500)), ("EUR", Decimal(4_000)))
    assert "12,500\u00a0CHF; 4,000\u00a0EUR" in read(client, f"{HOME}centre/", editor)


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_every_page_is_there_in_every_language(client, sitting, administrator, partner, language):
    an_agenda(sitting, administrator, "Budget")
    sitting = it_is_over(sitting)
    decision, question = a_decision(sitting, administrator, partner), a_question(administrator)
    below = ("", "agenda/", "papers/", "minutes/", "decide/")
    addresses = [
        *("", "seats/", "centre/", "advised/", "sittings/new/", "procedures/", "procedures/new/", "decisions/"),
        *(f"sittings/{sitting.uid}/{path}" for path in below),
        *(f"procedures/{question.uid}/{path}" for path in ("", "papers/", "words/", "close/")),
        *(f"decisions/{decision.uid}/{path}" for path in ("", "follow-up/", "words/")),
    ]
    client.force_login(administrator)

    answers = {address: client.get(f"/{language}/steering/{address}").status_code for address in addresses}

    assert set(answers.values()) == {200}


def test_histories_say_what_happened(sitting, administrator, partner):
    an_agenda(sitting, administrator, "Budget")
    decision = a_decision(it_is_over(sitting), administrator, partner)
    actions.settle_decision(decision, "done", outcome="It began.", by=administrator)

    said = [
        event.text for thing in (sitting, decision) for event in history.of(thing.kind, thing.uid, viewer=administrator)
    ]

    assert said == ["Agenda written, with 1 item", "Sitting called", "Followed up", "Decided"]


def test_a_member_finds_the_way_on_their_account_page(client, keystone_member, outsider):
    assert "Steering committee" in read(client, "/en/account/", keystone_member).partition("<footer")[0]
    assert "Steering committee" not in read(client, "/en/account/", outsider).partition("<footer")[0]
