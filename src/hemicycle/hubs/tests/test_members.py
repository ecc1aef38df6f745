"""A body asks, is accepted, refused or invited, names who writes for it, leaves and comes back."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core.models import Entry
from hemicycle.hubs import actions, policy, queries, states
from hemicycle.hubs.models import Membership
from hemicycle.hubs.states import HubState, Joining, MemberState
from hemicycle.network import actions as network
from hemicycle.network.states import Role


def verbs_of(hub):
    return list(
        Entry.objects.filter(subject=hub.uid, verb__startswith="hub.").order_by("pk").values_list("verb", flat=True)
    )


def test_a_chamber_asks_and_the_coordinator_accepts_without_the_secretariat(lakes, malawi, colleague, coordinator):
    asked = actions.ask_to_join(lakes, malawi, note="We vote by tablet.", by=colleague)

    member = actions.accept_member(asked, by=coordinator)

    assert (member.state, member.since, member.note) == (
        MemberState.MEMBER,
        timezone.localdate().isoformat(),
        "We vote by tablet.",
    )


def test_in_a_hub_that_is_open_to_all_whoever_asks_is_a_member(lakes, malawi, colleague, coordinator):
    actions.arrange_hub(lakes, actions.Ways(joining=Joining.OPEN), by=coordinator)

    assert actions.ask_to_join(lakes, malawi, by=colleague).state == MemberState.MEMBER


def test_the_same_request_sent_twice_is_one(lakes, malawi, colleague):
    first = actions.ask_to_join(lakes, malawi, by=colleague)
    second = actions.ask_to_join(lakes, malawi, by=colleague)

    assert (first, verbs_of(lakes).count(states.MEMBERSHIP_ASKED)) == (second, 1)


def test_a_refusal_says_why_and_the_body_may_ask_again(lakes, malawi, colleague, coordinator):
    asked = actions.ask_to_join(lakes, malawi, by=colleague)
    with pytest.raises(ValidationError, match="Say why"):
        actions.refuse_member(asked, reason="  ", by=coordinator)

    refused = actions.refuse_member(asked, reason="The hub is for the lakes.", by=coordinator)
    again = actions.ask_to_join(lakes, malawi, by=colleague)

    assert (refused.state, refused.reason, again.state) == (MemberState.REFUSED, "The hub is for the lakes.", "asked")


def test_of_two_who_decide_the_first_is_right(lakes, malawi, colleague, coordinator, focal_point):
    asked = actions.ask_to_join(lakes, malawi, by=colleague)
    actions.accept_member(asked, by=coordinator)

    with pytest.raises(ValidationError, match="decided already: “Member”"):
        actions.refuse_member(asked, reason="No.", by=focal_point)


def test_an_invitation_is_answered_by_whoever_speaks_for_the_body(lakes, malawi, colleague, clerk, coordinator):
    invited = actions.invite_member(lakes, malawi, by=coordinator)
    with pytest.raises(PermissionDenied):
        actions.answer_invitation(invited, accept=True, by=clerk)

    declined = actions.answer_invitation(invited, accept=False, by=colleague)

    assert declined.state == MemberState.DECLINED


def test_asking_after_an_invitation_accepts_it_and_inviting_after_a_request_too(lakes, malawi, colleague, coordinator):
    actions.invite_member(lakes, malawi, by=coordinator)
    first = actions.ask_to_join(lakes, malawi, by=colleague)
    actions.leave_hub(first, by=colleague)
    actions.ask_to_join(lakes, malawi, by=colleague)
    second = actions.invite_member(lakes, malawi, by=coordinator)

    assert (first.state, second.state) == (MemberState.MEMBER, MemberState.MEMBER)


def test_each_side_takes_back_what_it_began_and_nothing_else(lakes, malawi, colleague, coordinator):
    asked = actions.ask_to_join(lakes, malawi, by=colleague)
    with pytest.raises(PermissionDenied):
        actions.take_back(asked, by=coordinator)
    asked = actions.take_back(asked, by=colleague)

    invited = actions.take_back(actions.invite_member(lakes, malawi, by=coordinator), by=coordinator)

    assert (asked.state, invited.state) == (MemberState.WITHDRAWN, MemberState.WITHDRAWN)


def test_who_leaves_and_comes_back_has_two_terms(lakes, membership, malawi, colleague, coordinator):
    actions.leave_hub(membership, by=colleague)
    actions.accept_member(actions.ask_to_join(lakes, malawi, by=colleague), by=coordinator)

    terms = lakes.memberships.order_by("pk").values_list("state", "since", "until")
    today = timezone.localdate().isoformat()
    assert list(terms) == [("left", today, today), ("member", today, "")]


def test_nobody_leaves_twice_and_a_host_does_not_ask(lakes, membership, zambia, colleague, focal_point):
    actions.leave_hub(membership, by=colleague)

    with pytest.raises(ValidationError, match="decided already: “Left”"):
        actions.leave_hub(membership, by=colleague)
    with pytest.raises(ValidationError, match="hosts this hub and takes part already"):
        actions.ask_to_join(lakes, zambia, by=focal_point)


def test_nobody_decides_for_a_hub_of_others(lakes, membership, colleague, outsider, editor):
    for stranger in (colleague, outsider, editor):
        with pytest.raises(PermissionDenied):
            actions.invite_member(lakes, membership.body, by=stranger)


def test_a_correspondent_has_a_seat_in_the_member(lakes, membership, colleague, clerk, outsider):
    with pytest.raises(ValidationError, match="has no seat in National Assembly"):
        actions.name_correspondents(membership, [outsider], by=colleague)

    actions.name_correspondents(membership, [clerk], by=colleague)

    assert (policy.is_member(clerk, lakes), policy.is_member(outsider, lakes)) == (True, False)


def test_a_correspondent_who_loses_the_seat_takes_no_part_any_more(lakes, membership, colleague, clerk):
    actions.name_correspondents(membership, [clerk], by=colleague)

    network.revoke_office(clerk.offices.get(), by=colleague)

    assert policy.is_member(Person.objects.get(pk=clerk.pk), lakes) is False
    assert clerk.uid not in queries.members_people(lakes)


def test_a_member_without_correspondents_is_spoken_to_through_those_who_speak_for_it(
    lakes, membership, colleague, clerk, coordinator, focal_point
):
    before = queries.members_people(lakes)
    actions.name_correspondents(membership, [clerk], by=colleague)

    assert before == {colleague.uid, coordinator.uid, focal_point.uid}
    assert queries.members_people(lakes) == {clerk.uid, coordinator.uid, focal_point.uid}


def test_a_coordinator_whose_office_has_ended_decides_nothing(lakes, malawi, colleague, coordinator, administrator):
    asked = actions.ask_to_join(lakes, malawi, by=colleague)
    network.revoke_office(coordinator.offices.get(role=Role.COORDINATOR), by=administrator)

    with pytest.raises(PermissionDenied):
        actions.accept_member(asked, by=Person.objects.get(pk=coordinator.pk))


def test_nothing_is_decided_in_a_hub_that_is_closed(lakes, malawi, colleague, coordinator, administrator):
    asked = actions.ask_to_join(lakes, malawi, by=colleague)
    actions.close_hub(lakes, by=administrator)

    with pytest.raises(PermissionDenied):
        actions.accept_member(asked, by=coordinator)
    with pytest.raises(ValidationError, match="This hub is not open"):
        actions.ask_to_join(lakes, malawi, by=colleague)


def test_who_sees_what_waits(lakes, membership, malawi, colleague, clerk, viewers):
    actions.leave_hub(membership, by=colleague)
    waiting = actions.ask_to_join(lakes, malawi, by=colleague)

    for viewer in viewers:
        seen = set(queries.memberships_visible_to(viewer))
        assert seen == {each for each in Membership.objects.all() if policy.may_see_membership(viewer, each)}
    assert policy.may_see_membership(clerk, waiting) is False


def test_who_runs_and_who_takes_part_is_the_same_by_rule_and_by_query(
    lakes, membership, colleague, clerk, outsider, viewers, seat
):
    actions.name_correspondents(membership, [clerk], by=colleague)
    seat(outsider, lakes.body, Role.EXPERT)

    for viewer in viewers:
        assert (lakes in queries.run_by(viewer)) is policy.runs(viewer, lakes)
        assert (lakes in queries.inside_of(viewer)) is policy.is_member(viewer, lakes)


@pytest.mark.parametrize("state", HubState.values)
def test_who_sees_a_hub_is_the_same_by_rule_and_by_query(lakes, membership, state, viewers):
    lakes.state = state
    lakes.save()

    for viewer in viewers:
        assert queries.visible_to(viewer).filter(pk=lakes.pk).exists() is policy.may_see(viewer, lakes)
