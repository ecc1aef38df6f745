"""What mails about seats say and to whom, and what awaits whom."""

from datetime import timedelta

import pytest
from django.template import engines
from django.utils import timezone

from hemicycle.core.catalogue import DUTIES, MESSAGES
from hemicycle.core.models import Entry
from hemicycle.network import actions, queries
from hemicycle.network.tests.factories import an_office

NOTE = "I work in the <b>research</b> service."


@pytest.fixture
def asked(outsider, zambia):
    return actions.ask_for_seat(zambia, "contributor", note=NOTE, by=outsider)


def entry(verb):
    return Entry.objects.filter(verb=verb).latest("pk")


def told(verb, person):
    message = MESSAGES[verb]
    return message.about(entry(verb), person)


def heard(verb):
    return set(MESSAGES[verb].audience(entry(verb)))


def said(verb, person, part="text"):
    template = engines["jinja2"].env.get_template(MESSAGES[verb].template)
    return str(getattr(template.module, part)(told(verb, person)))


def awaiting(name, person):
    return list(DUTIES[name].awaiting(person))


def test_who_is_invited_hears_of_the_office_and_how_to_come_in(focal_point, zambia, settings):
    settings.HEMICYCLE_URL = "https://network.example.org"
    office = actions.invite_to_seat("new@example.org", zambia, "contributor", name="New", by=focal_point)

    assert heard("office.taken") == {office.person.uid}
    assert MESSAGES["office.taken"].urgent
    text = said("office.taken", office.person)
    assert "Focal point of Zambia has given you an office: Contributor, Zambia · National Assembly." in text
    assert "https://network.example.org/en/account/login/?for=" in text
    assert told("office.taken", focal_point) is None


def test_an_office_that_ended_before_its_mail_went_out_is_not_announced(focal_point, zambia):
    office = actions.invite_to_seat("new@example.org", zambia, "contributor", name="New", by=focal_point)

    actions.revoke_office(office, by=focal_point)

    assert told("office.taken", office.person) is None
    assert "Your office has ended: Contributor" in said("office.ended", office.person)


def test_a_term_that_gets_a_last_day_is_told_with_it(focal_point, contributor):
    day = timezone.localdate() + timedelta(days=30)

    actions.end_office(contributor.offices.get(), until=day, by=focal_point)

    assert "ends on" in said("office.ended", contributor, "html")
    assert heard("office.ended") == {contributor.uid}


def test_a_request_is_told_to_those_who_decide_while_it_waits(asked, focal_point, outsider, colleague):
    before = said("seat.asked", focal_point, "html")

    actions.withdraw_request(asked, by=outsider)

    assert heard("seat.asked") == {focal_point.uid}
    assert "&lt;b&gt;research&lt;/b&gt;" in before
    assert [told("seat.asked", person) for person in (focal_point, colleague, outsider)] == [None, None, None]


def test_a_refusal_is_told_with_its_reason_to_who_asked_alone(asked, focal_point, outsider):
    actions.refuse_request(asked, "Ask the clerk first.", by=focal_point)

    assert heard("seat.refused") == {outsider.uid}
    assert "Ask the clerk first." in said("seat.refused", outsider)
    assert told("seat.refused", focal_point) is None


@pytest.mark.parametrize("part", ["subject", "text", "html"])
def test_a_first_letter_names_its_writer(focal_point, colleague, part):
    entry_ = actions.choose_listing(colleague, listed=True, shows_mail=False, topics=[], languages=["en"])
    actions.introduce(entry_, "May I ask you something?", by=focal_point)

    assert "Focal point of Zambia" in said("member.introduced", colleague, part)


def test_a_request_awaits_who_decides(asked, focal_point, colleague, outsider, administrator):
    (task,) = awaiting("network.requests", focal_point)

    assert task.title == "Decide whether Outsider becomes Contributor · Zambia · National Assembly"
    assert (task.since, task.address) == (asked.asked_at, f"/en/seats/requests/{asked.uid}/")
    assert [awaiting("network.requests", person) for person in (colleague, outsider, administrator)] == [[], [], []]


def test_an_office_that_ends_soon_awaits_who_gives_it(focal_point, contributor, administrator):
    day = timezone.localdate() + timedelta(days=59)
    contributor.offices.update(until=day)
    focal_point.offices.update(until=day)

    (mine,), (theirs,) = awaiting("network.ending", focal_point), awaiting("network.ending", administrator)

    assert (mine.due.date(), mine.address) == (day, f"/en/seats/offices/{contributor.offices.get().uid}/")
    assert theirs.address == f"/en/seats/offices/{focal_point.offices.get().uid}/"


@pytest.mark.parametrize("days", [-1, 61])
def test_an_office_that_is_over_or_far_from_its_end_awaits_nobody(focal_point, contributor, days):
    contributor.offices.update(since="2020-01-01", until=timezone.localdate() + timedelta(days=days))

    assert awaiting("network.ending", focal_point) == []


def test_an_office_that_goes_on_afterwards_awaits_nobody(focal_point, contributor, zambia):
    day = timezone.localdate() + timedelta(days=10)
    contributor.offices.update(until=day)
    an_office(contributor, zambia, "contributor", since=day + timedelta(days=1))

    assert awaiting("network.ending", focal_point) == []


@pytest.mark.parametrize("number", [1, 3])
def test_what_ends_soon_asks_as_much_for_one_office_as_for_three(
    person, focal_point, zambia, number, django_assert_num_queries
):
    until = timezone.localdate() + timedelta(days=5)
    for _each in range(number):
        an_office(person(name="Somebody"), zambia, "contributor", until=until)
    queries.register()

    with django_assert_num_queries(3):
        assert len(queries.ending_soon(focal_point)) == number
