"""Offices say who may do what; they end by their date."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core.models import Entry
from hemicycle.network import actions, policy
from hemicycle.network.states import OFFICE_ENDED, OFFICE_TAKEN
from hemicycle.network.tests.factories import an_office


def fresh(person):
    """The same person as the next request knows them."""
    return Person.objects.get(pk=person.pk)


def test_an_administrator_gives_an_office(administrator, outsider, zambia):
    office = actions.take_office(outsider, zambia, "focal_point", since=timezone.localdate(), by=administrator)

    assert policy.speaks_for(outsider, zambia)
    entry = Entry.objects.get(verb=OFFICE_TAKEN)
    assert (entry.subject, entry.actor, entry.facts, entry.audience) == (
        office.uid,
        administrator.uid,
        {"role": "focal_point", "body": "ZM-LC01"},
        "parties",
    )


def test_an_office_ends_by_its_date_without_anybodys_doing(outsider, zambia):
    yesterday = timezone.localdate() - timedelta(days=1)
    office = an_office(outsider, zambia, until=timezone.localdate())

    assert policy.speaks_for(outsider, zambia)

    type(office).objects.update(until=yesterday)
    assert not policy.speaks_for(fresh(outsider), zambia)


def test_an_office_that_has_not_begun_gives_nothing(outsider, zambia):
    an_office(outsider, zambia, since=timezone.localdate() + timedelta(days=1))

    assert not policy.speaks_for(outsider, zambia)


def test_everybody_may_lay_down_their_own_office(focal_point, zambia):
    office = focal_point.offices.get()

    actions.end_office(office, until=timezone.localdate() - timedelta(days=1), by=focal_point)

    assert not policy.speaks_for(fresh(focal_point), zambia)
    assert Entry.objects.filter(verb=OFFICE_ENDED, subject=office.uid).count() == 1


def test_nobody_ends_the_office_of_another_house(colleague, focal_point):
    with pytest.raises(PermissionDenied):
        actions.end_office(focal_point.offices.get(), until=timezone.localdate(), by=colleague)


def test_a_focal_point_names_a_deputy_who_speaks_as_well(focal_point, outsider, zambia):
    principal = focal_point.offices.get()

    actions.take_office(outsider, zambia, "deputy", since=timezone.localdate(), deputy_of=principal, by=focal_point)

    assert policy.speaks_for(outsider, zambia)
    assert [deputy.person for deputy in principal.deputies.all()] == [outsider]


def test_a_deputy_stands_in_for_somebody(administrator, outsider, zambia):
    with pytest.raises(ValidationError):
        actions.take_office(outsider, zambia, "deputy", since=timezone.localdate(), by=administrator)


def test_a_deputy_belongs_to_the_same_house(administrator, focal_point, outsider, malawi):
    with pytest.raises(ValidationError):
        actions.take_office(
            outsider,
            malawi,
            "deputy",
            since=timezone.localdate(),
            deputy_of=focal_point.offices.get(),
            by=administrator,
        )


def test_an_office_does_not_end_before_it_begins(administrator, outsider, zambia):
    today = timezone.localdate()

    with pytest.raises(ValidationError):
        actions.take_office(outsider, zambia, "expert", since=today, until=today - timedelta(days=1), by=administrator)


@pytest.mark.parametrize("who", ["contributor", "colleague", "editor", "outsider"])
def test_others_name_no_deputy(request, who, focal_point, zambia, person):
    with pytest.raises(PermissionDenied):
        actions.take_office(
            person(name="New"),
            zambia,
            "deputy",
            since=timezone.localdate(),
            deputy_of=focal_point.offices.get(),
            by=request.getfixturevalue(who),
        )


def test_a_focal_point_names_no_other_focal_point(focal_point, outsider, zambia):
    with pytest.raises(PermissionDenied):
        actions.take_office(outsider, zambia, "focal_point", since=timezone.localdate(), by=focal_point)


def test_an_office_in_the_parliament_speaks_for_its_chambers(person, zambia, malawi):
    whole = person("secretary_general", zambia.parent)

    assert policy.speaks_for(whole, zambia)
    assert not policy.speaks_for(whole, malawi)


def test_the_command_line_gives_the_first_office(outsider, secretariat):
    actions.take_office(outsider, secretariat, "administrator", since=timezone.localdate(), by=None)

    assert policy.is_administrator(outsider)
