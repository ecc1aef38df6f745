"""Who sees which meeting: the rule, the query and the catalogue agree, for everybody and every kind of meeting."""

import pytest
from django.contrib.auth.models import AnonymousUser

from hemicycle.core.catalogue import offered
from hemicycle.meetings import actions, policy, queries
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.states import Opening, State
from hemicycle.meetings.tests.factories import a_meeting, afresh

EXPECTED = {
    "nobody": {Opening.PUBLIC},
    "outsider": {Opening.PUBLIC},
    "editor": {Opening.PUBLIC},
    "member": {Opening.PUBLIC, Opening.MEMBERS},
    "other_member": {Opening.PUBLIC, Opening.MEMBERS, Opening.INVITED},
    "guest": {Opening.PUBLIC, Opening.INVITED},
    "coordinator": {Opening.PUBLIC, Opening.MEMBERS, Opening.INVITED},
}


@pytest.fixture
def people(coordinator, member, other_member, outsider, editor, person):
    return {
        "nobody": AnonymousUser(),
        "outsider": outsider,
        "editor": editor,
        "member": member,
        "other_member": other_member,
        "guest": person(name="Guest"),
        "coordinator": coordinator,
    }


@pytest.mark.parametrize("state", State.values)
def test_rule_query_and_catalogue_agree_for_everybody(circle, coordinator, people, state):
    for opening in Opening:
        a_meeting(circle, opening=opening)
    invited = Meeting.objects.get(opening=Opening.INVITED)
    actions.invite(invited, [people["other_member"], people["guest"]], by=coordinator)
    Meeting.objects.update(state=state)
    everything = list(Meeting.objects.select_related("body"))

    for name, person in people.items():
        ruled = {meeting.opening for meeting in everything if policy.may_see(person, meeting)}
        asked = {meeting.opening for meeting in queries.visible_to(person)}
        gated = {meeting.opening for meeting in offered("meeting").visible(person)}

        assert (ruled, asked, gated) == (EXPECTED[name],) * 3, name


def test_the_way_in_is_for_those_who_come_and_who_hold_it(circle, coordinator, member, outsider, people):
    meeting = a_meeting(circle)
    before = policy.may_join(member, meeting)
    actions.register(meeting, by=member)

    may = {name: policy.may_join(person, meeting) for name, person in people.items()}
    actions.unregister(meeting, by=member)

    assert before is False
    assert {name for name, joins in may.items() if joins} == {"coordinator", "member"}
    assert policy.may_join(member, meeting) is False


def test_a_member_that_left_does_not_find_the_way_in_any_more(circle, member):
    meeting = a_meeting(circle, opening=Opening.MEMBERS)
    actions.register(meeting, by=member)

    circle.members.remove(member)

    late = afresh(member)
    assert (policy.may_join(late, meeting), policy.may_see(late, meeting)) == (False, False)
    assert list(queries.attended_by(late)) == []


def test_who_was_signed_out_for_good_sees_what_everybody_sees(circle, coordinator):
    meeting = a_meeting(circle, opening=Opening.MEMBERS)
    coordinator.is_active = False
    coordinator.save()

    assert policy.may_see(afresh(coordinator), meeting) is False
