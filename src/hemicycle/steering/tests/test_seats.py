"""Who sits: by right, by invitation, for a term; and that nobody is a member without a seat."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hemicycle.core import days
from hemicycle.network import actions as network
from hemicycle.network.models import Body, Office
from hemicycle.network.states import BodyKind, Role
from hemicycle.steering import actions, policy, queries
from hemicycle.steering.tests.factories import a_keystone, a_member, a_seat, an_organisation

pytestmark = pytest.mark.django_db


def invited(body, by, *, since=0, until=300):
    today = days.today()
    return actions.invite_to_committee(
        body, since=today + timedelta(days=since), until=today + timedelta(days=until), by=by
    )


def test_keystone_partners_sit_by_right_and_others_by_invitation(zambia, partner, administrator):
    a_keystone(zambia)
    seat = invited(partner, administrator)

    held = queries.seats_on()

    assert [(each.body, each.seat, each.by_right) for each in held] == [(zambia, None, True), (partner, seat, False)]


def test_a_body_has_one_seat_whatever_it_sits_by(zambia, administrator):
    a_seat(zambia)
    a_keystone(zambia)

    assert [each.by_right for each in queries.seats_on()] == [True]


def test_a_seat_ends_with_its_term_and_with_the_agreement(zambia, partner):
    yesterday = days.today() - timedelta(days=1)
    a_keystone(zambia, until=yesterday.isoformat())
    a_seat(partner, until=yesterday)
    members = [a_member(zambia), a_member(partner)]

    assert (queries.seats_on(), [policy.sits(member) for member in members]) == ([], [False, False])


def test_a_keystone_partner_is_not_invited(zambia, administrator):
    a_keystone(zambia)

    with pytest.raises(ValidationError) as refused:
        invited(zambia, administrator)

    assert refused.value.message_dict == {
        "body": ["National Assembly is a keystone partner and sits on the committee by right."]
    }


def test_two_terms_of_one_body_do_not_overlap(partner, administrator):
    invited(partner, administrator)

    with pytest.raises(ValidationError) as refused:
        invited(partner, administrator, since=300, until=600)

    assert list(refused.value.message_dict) == ["since"]
    assert invited(partner, administrator, since=301, until=600).body == partner


@pytest.mark.parametrize(("since", "until", "field"), [(10, 5, "until"), (0, 9_000, "until"), (-9_000, 5, "since")])
def test_a_term_that_nobody_can_mean_is_refused(partner, administrator, since, until, field):
    with pytest.raises(ValidationError) as refused:
        invited(partner, administrator, since=since, until=until)

    assert list(refused.value.message_dict) == [field]


def test_a_hub_and_the_secretariat_have_no_seat(secretariat, administrator):
    hub = Body.objects.create(key="HUB", kind=BodyKind.HUB, name="A hub")

    for body in (hub, secretariat):
        with pytest.raises(ValidationError) as refused:
            invited(body, administrator)
        assert list(refused.value.message_dict) == ["body"]


def test_only_administrators_invite_and_end_seats(partner, editor, outsider):
    seat = a_seat(partner)

    for person in (editor, outsider):
        with pytest.raises(PermissionDenied):
            invited(an_organisation(), person)
        with pytest.raises(PermissionDenied):
            actions.end_seat(seat, on=days.today(), by=person)


def test_a_seat_that_ended_opens_nothing_from_the_next_day_on(partner, invited_member, administrator):
    seat = partner.steering_seats.get()
    before = policy.may_read_inside(invited_member)

    actions.end_seat(seat, on=days.today() - timedelta(days=1), by=administrator)

    assert (before, policy.may_read_inside(invited_member)) == (True, False)


def test_nobody_becomes_a_member_for_a_body_without_a_seat(partner, administrator, outsider):
    with pytest.raises(ValidationError) as refused:
        network.take_office(outsider, partner, Role.STEERING_MEMBER, since=days.today(), by=administrator)

    (sentence,) = refused.value.message_dict["role"]
    assert sentence.startswith("Parliaments Abroad has no seat on the steering committee on")
    assert Office.objects.filter(person=outsider).count() == 0


def test_members_are_named_for_bodies_with_a_seat(zambia, partner, administrator):
    a_keystone(zambia)
    a_seat(partner)

    for body in (zambia, partner):
        network.invite_to_seat(
            f"{body.key.lower()}@example.org", body, Role.STEERING_MEMBER, name="Somebody", by=administrator
        )

    assert queries.members_on().count() == 2


def test_the_own_steering_group_of_a_hub_needs_no_seat(administrator, outsider):
    hub = Body.objects.create(key="HUB", kind=BodyKind.HUB, name="A hub")

    network.take_office(outsider, hub, Role.STEERING_MEMBER, since=days.today(), by=administrator)

    assert (Office.objects.filter(body=hub).count(), policy.sits(outsider)) == (1, False)


def test_an_office_that_begins_before_the_seat_is_refused(partner, administrator, outsider):
    invited(partner, administrator, since=5)

    with pytest.raises(ValidationError):
        network.take_office(outsider, partner, Role.STEERING_MEMBER, since=days.today(), by=administrator)

    later = days.today() + timedelta(days=5)
    assert network.take_office(outsider, partner, Role.STEERING_MEMBER, since=later, by=administrator).pk
