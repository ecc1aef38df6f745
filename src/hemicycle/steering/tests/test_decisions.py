"""Decisions: numbered, followed up by somebody, reminded of, settled, and published with the minutes."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connections

from hemicycle.accounts import actions as accounts
from hemicycle.accounts.tests.factories import a_person
from hemicycle.core import days
from hemicycle.core.catalogue import DUTIES
from hemicycle.core.models import Entry
from hemicycle.network.states import Role
from hemicycle.network.tests.factories import an_office, the_secretariat
from hemicycle.notices.models import Mail
from hemicycle.steering import actions, policy, queries
from hemicycle.steering.actions import Followed, SteeringRefused
from hemicycle.steering.models import Decision
from hemicycle.steering.tests.factories import a_decision, a_sitting, it_is_over, taken


@pytest.fixture
def past(sitting):
    return it_is_over(sitting)


def waiting(person) -> list[str]:
    return [task.title for task in DUTIES["steering.follow_ups"].awaiting(person)]


def in_days(number: int):
    return days.today() + timedelta(days=number)


def test_decisions_are_numbered_through_the_year(past, administrator, partner):
    found = [a_decision(past, administrator, partner) for _time in range(3)]

    assert [decision.name for decision in found] == [f"{days.today().year}/{number}" for number in (1, 2, 3)]


def test_a_second_press_records_one_decision(past, administrator, partner):
    once = uuid4()

    found = [actions.decide(past, taken(partner), by=administrator, once=once) for _time in range(2)]

    assert (found[0], Decision.objects.count()) == (found[1], 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_two_at_once_get_two_numbers():
    people = [a_person(), a_person()]
    for person in people:
        an_office(person, the_secretariat(), Role.ADMINISTRATOR)
    sitting = a_sitting(people[0], days_ahead=-3)
    start = threading.Barrier(2)

    def record(person):
        try:
            start.wait()
            a_decision(sitting, person, the_secretariat())
        finally:
            connections.close_all()

    workers = [threading.Thread(target=record, args=(person,)) for person in people]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(Decision.objects.values_list("number", flat=True)) == [1, 2]


def test_nothing_is_decided_before_the_sitting(sitting, administrator, partner):
    with pytest.raises(SteeringRefused):
        a_decision(sitting, administrator, partner)


@pytest.mark.parametrize(("due", "field"), [(-1, "due"), (9_000, "due")])
def test_a_day_that_nobody_can_mean_is_refused(past, administrator, partner, due, field):
    with pytest.raises(ValidationError) as refused:
        a_decision(past, administrator, partner, due=in_days(due))

    assert list(refused.value.message_dict) == [field]


def test_somebody_follows_up_one_person_or_one_body(past, administrator, partner, outsider):
    for followed in (Followed(), Followed(person=outsider, body=partner)):
        with pytest.raises(ValidationError) as refused:
            actions.change_follow_up(a_decision(past, administrator, partner), followed, by=administrator)
        assert list(refused.value.message_dict) == ["who"]


def test_who_follows_up_hears_and_finds_it_on_the_desk(past, administrator, outsider, tell):
    decision = a_decision(past, administrator, outsider, due=in_days(40))

    tell()

    mail = Mail.objects.get(person=outsider)
    assert mail.subject == "To follow up: Begin a second pilot"
    assert decision.get_absolute_url() in mail.text
    assert waiting(outsider) == [f"Decision {decision.name}: Begin a second pilot"]


def test_for_a_body_those_follow_up_who_represent_it(past, administrator, zambia, focal_point, contributor, colleague):
    speaks_for_parliament = a_person()
    an_office(speaks_for_parliament, zambia.parent, Role.SECRETARY_GENERAL)
    decision = a_decision(past, administrator, zambia)

    people = (focal_point, speaks_for_parliament, contributor, colleague)
    assert [policy.follows_up(person, decision) for person in people] == [True, True, False, False]
    for person in people:
        assert policy.follows_up(person, decision) == (person.uid in queries.followers_of(decision))
        assert policy.follows_up(person, decision) == queries.open_decisions_of(person).filter(pk=decision.pk).exists()


def test_it_is_reminded_of_when_it_is_due_and_once_more_when_it_is_late(past, administrator, outsider, tell):
    a_decision(past, administrator, outsider, due=in_days(10))

    told = [actions.remind(in_days(number)) for number in (1, 3, 4, 10, 11, 12, 30)]
    tell()

    assert told == [0, 1, 0, 0, 1, 0, 0]
    assert Entry.objects.filter(verb="decision.reminded").count() == 2
    assert Mail.objects.filter(subject="Due: Begin a second pilot").count() == 2


def test_what_is_settled_is_reminded_of_no_more(past, administrator, outsider):
    decision = a_decision(past, administrator, outsider, due=in_days(2))
    actions.settle_decision(decision, "done", outcome="It began.", by=outsider)

    assert actions.remind(in_days(3)) == 0


def test_who_follows_up_says_what_came_of_it_and_the_secretariat_hears(past, administrator, outsider, tell):
    decision = a_decision(past, administrator, outsider)

    actions.settle_decision(decision, "done", outcome="It began in March.", by=outsider)
    tell()

    decision.refresh_from_db()
    assert (decision.state, decision.outcome, waiting(outsider)) == ("done", "It began in March.", [])
    assert "It began in March." in Mail.objects.get(person=administrator, subject__startswith="Settled").text


def test_nobody_settles_what_others_follow_up_and_nothing_twice(past, administrator, outsider, invited_member):
    decision = a_decision(past, administrator, outsider)
    with pytest.raises(PermissionDenied):
        actions.settle_decision(decision, "done", outcome="It began.", by=invited_member)
    actions.settle_decision(decision, "dropped", outcome="Nobody wants it.", by=outsider)

    with pytest.raises(SteeringRefused) as refused:
        actions.settle_decision(decision, "done", outcome="It began.", by=administrator)

    assert refused.value.messages == ["Somebody has settled this decision already; what they said stands on its page."]


def test_a_decision_is_opened_again_and_handed_to_somebody_else(past, administrator, outsider, partner, invited_member):
    decision = a_decision(past, administrator, outsider)
    actions.settle_decision(decision, "done", outcome="It began.", by=outsider)
    with pytest.raises(SteeringRefused):
        actions.change_follow_up(decision, Followed(body=partner), by=administrator)

    actions.reopen_decision(decision, by=administrator)
    actions.change_follow_up(decision, Followed(body=partner, due=in_days(5)), by=administrator)

    assert (len(waiting(outsider)), len(waiting(invited_member))) == (0, 1)


def test_who_leaves_is_let_go_and_the_secretariat_finds_somebody_else(past, administrator, outsider):
    decision = a_decision(past, administrator, outsider)

    accounts.leave(outsider)

    decision.refresh_from_db()
    assert (decision.person, len(list(DUTIES["steering.orphans"].awaiting(administrator)))) == (None, 1)


def test_a_decision_is_public_with_the_minutes_and_names_no_person(
    client, past, administrator, outsider, invited_member
):
    decision = a_decision(past, administrator, outsider)
    actions.write_minutes(past, "We met.", language="en", by=administrator)
    address = decision.get_absolute_url()

    def answers() -> list[int]:
        found = []
        for person in (None, outsider, invited_member):
            client.logout()
            if person is not None:
                client.force_login(person)
            found.append(client.get(address).status_code)
        return found

    before = answers()
    actions.publish_minutes(past, by=administrator)
    client.logout()
    page = client.get(address).content.decode()
    data = client.get("/en/steering/decisions.csv").content.decode()

    assert (before, answers()) == ([404, 200, 200], [200, 200, 200])
    assert ("Outsider" in page, "A person whom the committee has named" in page) == (False, True)
    assert "Begin a second pilot" in data
    assert "Outsider" not in data


def test_visible_decisions_follow_the_policy(past, administrator, outsider, invited_member, partner, focal_point):
    found = [a_decision(past, administrator, outsider), a_decision(past, administrator, partner)]

    for person in (None, outsider, invited_member, focal_point, administrator):
        for decision in found:
            seen = queries.decisions_visible_to(person).filter(pk=decision.pk).exists()
            assert seen == policy.may_see_decision(person, decision)


def test_a_public_page_says_at_once_that_nobody_follows_up_any_more(client, past, administrator, outsider):
    decision = a_decision(past, administrator, outsider)
    actions.write_minutes(past, "We met.", language="en", by=administrator)
    actions.publish_minutes(past, by=administrator)
    before = client.get(decision.get_absolute_url()).content.decode()

    accounts.leave(outsider)

    after = client.get(decision.get_absolute_url()).content.decode()
    assert ["Nobody at the moment" in page for page in (before, after)] == [False, True]


def test_a_year_that_was_made_up_shows_the_newest(client, past, administrator, partner):
    a_decision(past, administrator, partner)
    client.force_login(administrator)

    pages = [client.get(f"/en/steering/decisions/?year={year}") for year in ("1999", "x", "9" * 5000, "")]

    assert [(page.status_code, "Begin a second pilot" in page.content.decode()) for page in pages] == [(200, True)] * 4
