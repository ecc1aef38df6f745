"""Whoever speaks for a body asks that it takes part, answers an invitation, names who writes for it, leaves."""

import pytest

from hemicycle.accounts.models import Person
from hemicycle.hubs import actions
from hemicycle.hubs.states import MemberState
from hemicycle.network.models import Office
from hemicycle.network.states import Role
from hemicycle.network.tests.factories import a_chamber

JOIN = "/en/hubs/lakes-hub/join/"


def body(page):
    return page.content.decode()


@pytest.fixture
def speaks(client, colleague):
    client.force_login(colleague)
    return client


def test_a_body_asks_is_a_member_leaves_and_comes_back_and_sees_both_terms(speaks, lakes, malawi, coordinator):
    for note in ("First.", "Second."):
        speaks.post(JOIN, {"act": "ask", "body": malawi.key, "note": note})
        row = lakes.memberships.get(state=MemberState.ASKED)
        actions.accept_member(row, by=coordinator)
        if note == "First.":
            speaks.post(JOIN, {"act": "leave", "uid": row.uid})

    page = body(speaks.get(JOIN))
    assert list(lakes.memberships.order_by("pk").values_list("state", flat=True)) == ["left", "member"]
    assert (page.count('<li class="waits__one">'), "Leave the hub" in page) == (2, True)


def test_a_request_sent_twice_is_one_and_can_be_taken_back(speaks, lakes, malawi):
    answers = [speaks.post(JOIN, {"act": "ask", "body": malawi.key}).status_code for _press in range(2)]
    row = lakes.memberships.get()
    speaks.post(JOIN, {"act": "take_back", "uid": row.uid})

    row.refresh_from_db()
    # With the first press nobody is left who could ask.
    assert (answers, row.state) == ([302, 422], MemberState.WITHDRAWN)


@pytest.mark.parametrize(("act", "state"), [("accept", MemberState.MEMBER), ("decline", MemberState.DECLINED)])
def test_an_invitation_is_answered_on_the_page(speaks, lakes, malawi, coordinator, act, state):
    row = actions.invite_member(lakes, malawi, note="Come.", by=coordinator)
    page = body(speaks.get(JOIN))
    speaks.post(JOIN, {"act": act, "uid": row.uid})
    late = speaks.post(JOIN, {"act": act, "uid": row.uid})

    row.refresh_from_db()
    assert ("Come." in page, row.state, late.status_code) == (True, state, 422)


def test_a_refusal_is_read_with_its_reason_and_asked_again(speaks, lakes, malawi, colleague, coordinator):
    row = actions.ask_to_join(lakes, malawi, by=colleague)
    actions.refuse_member(row, reason="Only the lakes.", by=coordinator)

    page = body(speaks.get(JOIN))
    assert ("Only the lakes." in page, "Ask to take part" in page) == (True, True)


def test_nobody_answers_or_leaves_for_a_body_of_others(speaks, lakes, coordinator, zambia):
    other = a_chamber("BR-LC01", country="BR", name="Chamber of Deputies")
    row = actions.invite_member(lakes, other, by=coordinator)

    answers = [speaks.post(JOIN, {"act": act, "uid": row.uid}).status_code for act in ("accept", "leave", "take_back")]
    named = speaks.post(JOIN, {"act": "name", "uid": row.uid})

    row.refresh_from_db()
    assert (answers, named.status_code, row.state) == ([404, 404, 404], 404, MemberState.INVITED)


def test_a_member_names_somebody_with_a_seat_and_invites_somebody_new(speaks, lakes, membership, clerk, malawi):
    sent = {"act": "name", "uid": membership.uid, "people": [str(clerk.uid)], "language": "fr"}
    nameless = speaks.post(JOIN, {**sent, "email": "new@example.org"})
    speaks.post(JOIN, {**sent, "email": "new@example.org", "name": "Somebody new"})

    new = Person.objects.get(email="new@example.org")
    assert (nameless.status_code, "Say what they are called" in body(nameless)) == (422, True)
    assert set(membership.correspondents.values_list("person", flat=True)) == {clerk.pk, new.pk}
    assert Office.objects.get(person=new).role == Role.CONTRIBUTOR
    assert Office.objects.get(person=new).body == malawi


def test_whoever_is_not_ticked_any_more_writes_no_longer(speaks, lakes, membership, clerk, colleague):
    actions.name_correspondents(membership, [clerk], by=colleague)

    speaks.post(JOIN, {"act": "name", "uid": membership.uid, "language": "en"})

    assert membership.correspondents.count() == 0


def test_somebody_without_a_seat_is_not_named_by_a_made_up_form(speaks, lakes, membership, outsider):
    answer = speaks.post(JOIN, {"act": "name", "uid": membership.uid, "people": [str(outsider.uid)], "language": "en"})

    assert (answer.status_code, membership.correspondents.count()) == (422, 0)


def test_what_was_written_comes_back_where_nobody_may_ask_any_more(speaks, lakes, malawi, administrator):
    actions.close_hub(lakes, by=administrator)

    answer = speaks.post(JOIN, {"act": "ask", "body": malawi.key, "note": "A long letter to the hub."})

    assert (answer.status_code, "A long letter to the hub." in body(answer)) == (404, True)


@pytest.mark.parametrize("sent", [{}, {"act": "accept"}, {"act": "accept", "uid": "x"}, {"act": "made-up"}])
def test_made_up_presses_find_nothing(speaks, lakes, membership, sent):
    assert speaks.post(JOIN, sent).status_code == 404
