"""Terms end by themselves or at once; a deputy acts while a focal point who runs names them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core import days
from hemicycle.network import actions, policy
from hemicycle.network.models import Office
from hemicycle.network.states import STAFF_ROLES
from hemicycle.network.tests.factories import an_office


def fresh(person):
    return Person.objects.get(pk=person.pk)


@pytest.fixture
def deputy(person, focal_point, zambia):
    made = person(name="Deputy of Zambia")
    an_office(made, zambia, "deputy", deputy_of=focal_point.offices.get())
    return made


def test_a_deputy_acts_while_the_focal_point_holds_office(deputy, focal_point, zambia):
    before = policy.speaks_for(deputy, zambia)

    focal_point.offices.update(until=timezone.localdate() - timedelta(days=1))

    assert (before, policy.speaks_for(fresh(deputy), zambia)) == (True, False)


def test_a_deputy_rests_as_soon_as_the_focal_point_is_dismissed(administrator, deputy, focal_point, zambia):
    actions.revoke_office(focal_point.offices.get(), by=administrator)

    assert not policy.speaks_for(fresh(deputy), zambia)


def test_a_deputy_whom_nobody_names_does_nothing(person, zambia):
    unnamed = person("deputy", zambia)

    assert policy.offices_today(unnamed) == []


@pytest.mark.parametrize("change", [{"role": "contributor"}, {"body_of": "malawi"}])
def test_a_deputy_stands_in_for_a_focal_point_of_the_same_body_alone(request, deputy, focal_point, zambia, change):
    values = {"role": change["role"]} if "role" in change else {"body": request.getfixturevalue(change["body_of"])}

    focal_point.offices.update(**values)

    assert not policy.speaks_for(fresh(deputy), zambia)


def test_an_office_that_is_ended_at_once_does_nothing_for_the_rest_of_the_day(administrator, focal_point, zambia):
    office = focal_point.offices.get()

    actions.revoke_office(office, by=administrator)

    assert not policy.speaks_for(fresh(focal_point), zambia)
    assert Office.objects.get(pk=office.pk).until == timezone.localdate()


def test_what_has_ended_at_once_does_not_begin_again(administrator, focal_point):
    office = focal_point.offices.get()
    actions.revoke_office(office, by=administrator)

    with pytest.raises(ValidationError):
        actions.end_office(office, until=timezone.localdate() + timedelta(days=100), by=administrator)


def test_nobody_prolongs_their_own_office(focal_point):
    office = focal_point.offices.get()
    soon = timezone.localdate() + timedelta(days=10)
    actions.end_office(office, until=soon, by=focal_point)

    with pytest.raises(ValidationError):
        actions.end_office(office, until=soon + timedelta(days=1), by=focal_point)


@pytest.mark.parametrize(("where", "role"), [("zambia", "editor"), ("secretariat", "focal_point")])
def test_an_office_is_given_only_where_it_belongs(request, administrator, outsider, where, role):
    with pytest.raises(ValidationError):
        actions.take_office(
            outsider, request.getfixturevalue(where), role, since=timezone.localdate(), by=administrator
        )


def test_nobody_holds_the_same_office_twice_at_the_same_time(administrator, focal_point, zambia):
    with pytest.raises(ValidationError):
        actions.take_office(focal_point, zambia, "focal_point", since=timezone.localdate(), by=administrator)


def test_a_focal_point_of_a_chamber_gives_no_seat_in_the_parliament(focal_point, outsider, zambia):
    with pytest.raises(PermissionDenied):
        actions.take_office(outsider, zambia.parent, "contributor", since=timezone.localdate(), by=focal_point)


@pytest.fixture
def sees(client, zambia):
    """Whether whoever is signed in still sees the seats of Zambia, and may invite there, at this request."""

    def ask(person) -> tuple[int, int]:
        if "_auth_user_id" not in client.session:
            client.force_login(person)
        page = client.get("/en/seats/ZM-LC01/")
        return page.status_code, page.content.decode().count('id="invite"')

    return ask


def test_an_office_that_ends_in_the_middle_of_a_session_gives_nothing_at_the_next_request(sees, focal_point):
    before = sees(focal_point)

    # Its last day was yesterday: nobody has done anything, the day has come.
    focal_point.offices.update(until=days.today() - timedelta(days=1))

    assert (before, sees(focal_point)) == ((200, 1), (404, 0))


def test_an_office_that_begins_in_the_middle_of_a_session_counts_from_the_next_request(sees, outsider, zambia):
    before = sees(outsider)

    an_office(outsider, zambia, "focal_point", since=days.today())

    assert (before, sees(outsider)) == ((404, 0), (200, 1))


@pytest.mark.parametrize("change", ["term over", "dismissed", "no longer named", "named again"])
def test_a_deputy_acts_at_each_request_only_while_somebody_who_holds_office_names_them(
    sees, deputy, focal_point, change
):
    before, principal = sees(deputy), focal_point.offices.get()
    if change == "term over":
        focal_point.offices.update(until=days.today() - timedelta(days=1))
    elif change == "dismissed":
        actions.revoke_office(principal, by=None)
    elif change == "no longer named":
        deputy.offices.update(deputy_of=None)
    else:
        deputy.offices.update(deputy_of=None)
        sees(deputy)
        deputy.offices.update(deputy_of=principal)

    expected = (200, 1) if change == "named again" else (404, 0)
    assert (before, sees(deputy)) == ((200, 1), expected)


@pytest.mark.parametrize("role", STAFF_ROLES)
def test_the_rights_of_staff_end_with_their_office_in_the_middle_of_a_session(client, person, secretariat, role):
    member = person(role, secretariat)
    client.force_login(member)
    before = client.get("/en/seats/vacancies/").status_code

    member.offices.update(until=days.today() - timedelta(days=1))

    after = [client.get(path).status_code for path in ("/en/seats/vacancies/", "/admin/")]
    assert (before, after) == (200, [404, 403])
