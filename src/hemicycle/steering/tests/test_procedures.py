"""Written procedures: asked by mail, answered by page, by one press or by a mail, reminded of, and closed once."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils import timezone

from hemicycle.accounts.tests.factories import a_person
from hemicycle.core import days
from hemicycle.core.catalogue import DUTIES
from hemicycle.core.models import Entry
from hemicycle.network.models import Office
from hemicycle.network.states import Role
from hemicycle.network.tests.factories import an_office, the_secretariat
from hemicycle.notices.models import Mail
from hemicycle.steering import actions, policy, queries
from hemicycle.steering.actions import Enclosed, SteeringRefused
from hemicycle.steering.models import Advice, Decision, Procedure
from hemicycle.steering.tests.factories import (
    PDF,
    a_member,
    a_question,
    a_seat,
    an_organisation,
    taken,
)

CLOSED = "This procedure is closed; its outcome stands on its page."


@pytest.fixture
def question(administrator, keystone_member, invited_member) -> Procedure:
    return a_question(administrator)


def its_day_is_over(question: Procedure) -> None:
    Procedure.objects.filter(pk=question.pk).update(
        closes_on=days.today() - timedelta(days=1), opened_at=timezone.now() - timedelta(days=10)
    )
    question.refresh_from_db()


def answers(question: Procedure) -> dict[str, str]:
    return {advice.body.name: advice.answer for advice in Advice.objects.filter(procedure=question)}


def waiting(person, name: str = "steering.advice") -> int:
    return len(list(DUTIES[name].awaiting(person)))


def test_everybody_who_sits_is_asked_by_mail_and_on_the_desk(question, keystone_member, invited_member, outsider, tell):
    tell()

    mail = Mail.objects.get(person=keystone_member, subject="Your advice: A second pilot")
    assert ["Do you agree that a second pilot is begun?" in form for form in (mail.text, mail.html)] == [True, True]
    assert [waiting(person) for person in (keystone_member, invited_member, outsider)] == [1, 1, 0]
    assert sorted(Mail.objects.filter(topic="steering").values_list("person__name", flat=True)) == [
        "Member for Zambia",
        "Member for the partner",
    ]


def test_a_second_press_asks_once(administrator, keystone_member):
    once = uuid4()

    found = [a_question(administrator, once=once) for _time in range(2)]

    assert (found[0], Procedure.objects.count()) == (found[1], 1)


def test_nobody_is_asked_where_nobody_sits(administrator, partner):
    a_seat(partner)

    with pytest.raises(SteeringRefused):
        a_question(administrator)


def test_a_question_with_a_paper_that_cannot_be_kept_is_not_asked(administrator, keystone_member):
    with pytest.raises(SteeringRefused):
        a_question(administrator, enclosed=[Enclosed("Budget", "en", b"MZ")])

    assert Procedure.objects.count() == 0


def test_papers_of_a_question_stay_inside_for_good(client, administrator, keystone_member, outsider):
    question = a_question(administrator, enclosed=[Enclosed("Budget", "en", PDF)])
    actions.advise(question, "agree", by=keystone_member)
    actions.close_procedure(question, taken(the_secretariat()), by=administrator)
    actions.publish_outcome(question, by=administrator)
    address = f"/files/{question.papers.get().file_id}"

    seen = []
    for person in (outsider, keystone_member):
        client.force_login(person)
        answer = client.get(address)
        seen.append((answer.status_code, b"".join(answer) == PDF))

    assert seen == [(404, False), (200, True)]


def test_the_last_answer_of_a_seat_holds(question, invited_member, partner):
    second = a_member(partner)
    actions.advise(question, "agree", by=invited_member)
    actions.advise(question, "remarks", text="Cheaper, please.", by=second)

    advice = Advice.objects.get()

    assert (advice.person, advice.answer, advice.text) == (second, "remarks", "Cheaper, please.")
    assert waiting(invited_member) == 0


def test_who_sits_for_two_bodies_answers_for_both(question, partner, zambia, invited_member):
    an_office(invited_member, zambia, Role.STEERING_MEMBER)

    actions.advise(question, "abstain", by=invited_member)

    assert answers(question) == {"National Assembly": "abstain", "Parliaments Abroad": "abstain"}


@pytest.mark.parametrize("answer", ["remarks", "disagree"])
def test_whoever_disagrees_says_what_they_would_change(question, keystone_member, answer):
    with pytest.raises(SteeringRefused) as refused:
        actions.advise(question, answer, by=keystone_member)

    assert refused.value.message_dict == {"text": ["Say in a sentence what you would change."]}


def test_a_seat_given_later_is_not_asked(question):
    body = an_organisation("Latecomers")
    a_seat(body)
    late = a_member(body)

    with pytest.raises(PermissionDenied):
        actions.advise(question, "agree", by=late)

    assert (waiting(late), policy.may_see_procedure(late, question)) == (0, True)


def test_whose_office_ended_advises_no_more(question, keystone_member):
    Office.objects.filter(person=keystone_member).update(until=days.today() - timedelta(days=1))

    with pytest.raises(PermissionDenied):
        actions.advise(question, "agree", by=keystone_member)

    assert Advice.objects.count() == 0


def test_advice_after_closing_gets_one_sentence_and_nothing_is_lost(client, question, administrator, keystone_member):
    actions.close_procedure(question, None, by=administrator)
    client.force_login(keystone_member)

    with pytest.raises(SteeringRefused) as refused:
        actions.advise(question, "agree", by=keystone_member)
    page = client.post(question.get_absolute_url(), {"act": "advise", "answer": "remarks", "text": "Cheaper."})

    assert refused.value.messages == [CLOSED]
    assert page.status_code == 422
    assert "Your advice was not recorded." in page.content.decode()
    assert "Cheaper." in page.content.decode()


def test_who_has_not_answered_is_reminded_once_before_the_day(question, keystone_member, invited_member, tell):
    actions.advise(question, "agree", by=keystone_member)
    Procedure.objects.update(opened_at=timezone.now() - timedelta(days=1))
    tell()
    Mail.objects.all().delete()

    told = [actions.remind(days.today() + timedelta(days=number)) for number in (1, 8, 9, 10)]
    tell()

    assert told == [0, 1, 0, 0]
    assert list(Mail.objects.values_list("person__name", "subject")) == [
        ("Member for the partner", "Still awaited: A second pilot")
    ]


def test_nobody_is_reminded_once_all_have_answered(question, keystone_member, invited_member):
    Procedure.objects.update(opened_at=timezone.now() - timedelta(days=1))
    for member in (keystone_member, invited_member):
        actions.advise(question, "agree", by=member)

    assert actions.remind(question.closes_on) == 0


def test_nothing_is_decided_while_somebody_may_still_answer(question, administrator, keystone_member, invited_member):
    actions.advise(question, "agree", by=keystone_member)
    with pytest.raises(SteeringRefused) as refused:
        actions.close_procedure(question, taken(the_secretariat()), by=administrator)
    actions.advise(question, "agree", by=invited_member)

    decision = actions.close_procedure(question, taken(the_secretariat()), by=administrator)

    assert refused.value.messages[0].startswith("1 seat may still answer until")
    assert (decision.procedure, decision.number) == (question, 1)


def test_after_its_day_it_waits_on_the_desk_of_the_secretariat(question, administrator, tell):
    before = waiting(administrator, "steering.to_close")
    its_day_is_over(question)

    after = waiting(administrator, "steering.to_close")
    actions.close_procedure(question, taken(the_secretariat()), by=administrator)
    tell()

    assert (before, after, waiting(administrator, "steering.to_close")) == (0, 1, 0)
    assert Mail.objects.filter(subject="Decided: A second pilot").count() == 2


def test_it_is_closed_without_a_decision_at_any_time(question, administrator, tell):
    assert actions.close_procedure(question, None, by=administrator) is None
    tell()

    assert Decision.objects.count() == 0
    assert "closed without a decision" in Mail.objects.filter(subject="Closed: A second pilot").first().text


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_of_two_who_close_at_once_one_is_told():
    people = [a_person(), a_person()]
    for person in people:
        an_office(person, the_secretariat(), Role.ADMINISTRATOR)
    body = an_organisation()
    a_seat(body)
    a_member(body)
    question = a_question(people[0])
    its_day_is_over(question)
    start, told = threading.Barrier(2), []

    def close(person):
        try:
            start.wait()
            actions.close_procedure(question, taken(the_secretariat()), by=person)
            told.append("closed")
        except SteeringRefused as refused:
            told.extend(refused.messages)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=close, args=(person,)) for person in people]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(told) == [CLOSED, "closed"]
    assert Decision.objects.count() == 1
    assert Entry.objects.filter(verb="procedure.closed").count() == 1


def test_the_question_stays_as_it_was_asked_and_is_put_into_other_languages(question, administrator):
    words = {"title": "Un deuxième pilote", "question": "Êtes-vous d'accord ?"}
    actions.word_procedure(question, words, language="fr", by=administrator)

    with pytest.raises(SteeringRefused):
        actions.word_procedure(question, {"title": "Another", "question": "Why?"}, language="en", by=administrator)

    assert queries.languages_of(question.uid) == ["en", "fr"]


def test_the_outcome_is_public_once_it_is_published_and_the_advice_never(
    client, question, administrator, keystone_member, invited_member
):
    actions.advise(question, "remarks", text="A private remark", by=keystone_member)
    actions.advise(question, "agree", by=invited_member)
    decision = actions.close_procedure(question, taken(the_secretariat()), by=administrator)
    before = client.get(decision.get_absolute_url()).status_code
    actions.publish_outcome(question, by=administrator)

    page = client.get(decision.get_absolute_url())
    inside = client.get(question.get_absolute_url())

    assert (before, page.status_code) == (404, 200)
    assert "A private remark" not in page.content.decode()
    assert (inside.status_code, "/login/" in inside.url) == (302, True)


def test_visible_questions_follow_the_policy(question, keystone_member, administrator, editor, outsider, focal_point):
    for person in (None, outsider, focal_point, keystone_member, editor, administrator):
        seen = queries.procedures_visible_to(person).filter(pk=question.pk).exists()
        assert seen == policy.may_see_procedure(person, question)
