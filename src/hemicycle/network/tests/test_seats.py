"""Pages about offices: one's own, those of one's body, and bodies for which nobody speaks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.network import actions
from hemicycle.network.models import Office
from hemicycle.network.tests.factories import a_chamber, a_regional_body, an_office
from hemicycle.network.tests.reading import text_of

INVITATION = {"email": "new@example.org", "name": "New Colleague", "role": "contributor", "language": "fr", "until": ""}


@pytest.fixture
def signed_in(client):
    def enter(person):
        client.force_login(person)
        return client

    return enter


@pytest.mark.parametrize("path", ["", "ask/", "ZM-LC01/", "vacancies/", "vacancies.csv", "contacts/"])
def test_pages_about_seats_are_for_people_who_are_signed_in(client, zambia, path):
    response = client.get(f"/en/seats/{path}")

    assert (response.status_code, "no-store" in response.headers["Cache-Control"]) == (302, True)


def test_ones_own_page_says_what_one_holds(signed_in, focal_point):
    response = signed_in(focal_point).get("/en/seats/")

    assert "You hold 1 office." in text_of(response)
    assert "Focal point · Zambia · National Assembly" in text_of(response)
    assert "no-store" in response.headers["Cache-Control"]


def test_who_holds_nothing_is_told_how_to_get_a_seat(signed_in, outsider):
    assert "You hold no office yet." in text_of(signed_in(outsider).get("/en/seats/"))


@pytest.mark.parametrize(
    ("who", "status"),
    [("focal_point", 200), ("contributor", 200), ("administrator", 200), ("colleague", 404), ("outsider", 404)],
)
def test_the_seats_of_a_body_are_seen_by_its_own(request, signed_in, zambia, focal_point, who, status):
    response = signed_in(request.getfixturevalue(who)).get("/en/seats/ZM-LC01/")

    assert response.status_code == status


def test_addresses_of_colleagues_are_shown_to_those_who_invited_them(signed_in, focal_point, contributor):
    shown = signed_in(focal_point).get("/en/seats/ZM-LC01/").content.decode()
    hidden = signed_in(contributor).get("/en/seats/ZM-LC01/").content.decode()

    assert (contributor.email in shown, focal_point.email in hidden) == (True, False)
    assert "Invite somebody" not in hidden


def test_a_focal_point_invites_a_colleague(signed_in, focal_point):
    response = signed_in(focal_point).post("/en/seats/ZM-LC01/", INVITATION)

    office = Office.objects.get(person__email="new@example.org")
    assert (response.status_code, response.url) == (302, "/en/seats/ZM-LC01/")
    assert (office.role, office.body.key, office.person.language) == ("contributor", "ZM-LC01", "fr")


def test_a_deputy_is_named_by_the_focal_point_who_invites(signed_in, focal_point):
    signed_in(focal_point).post("/en/seats/ZM-LC01/", {**INVITATION, "role": "deputy"})

    assert Office.objects.get(role="deputy").deputy_of == focal_point.offices.get()


def test_an_administrator_gives_the_first_seat_of_a_body(signed_in, administrator, zambia):
    client = signed_in(administrator)
    offered = client.get("/en/seats/ZM-LC01/").content.decode()

    client.post("/en/seats/ZM-LC01/", {**INVITATION, "role": "focal_point"})

    assert Office.objects.get(role="focal_point").body == zambia
    assert 'value="deputy"' not in offered


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"email": "nobody"}, "valid email address"),
        ({"role": "focal_point"}, "not one of the available choices"),
        ({"until": "2001-01-01"}, "This day is over"),
        ({"until": "9999-12-31"}, "This day is too far away"),
        ({"until": "soon"}, "Write the day as 2027-12-31."),
        ({"name": "x" * 151}, "at most 150 characters"),
    ],
)
def test_a_wrong_invitation_is_refused_in_a_sentence_and_kept_as_typed(signed_in, focal_point, wrong, sentence):
    response = signed_in(focal_point).post("/en/seats/ZM-LC01/", {**INVITATION, "note": "", **wrong})

    assert (response.status_code, sentence in text_of(response)) == (422, True)
    assert "new@example.org" in response.content.decode() or "email" in wrong
    assert not Person.objects.filter(email="new@example.org").exists()


def test_an_invitation_that_is_sent_twice_gives_one_office(signed_in, focal_point):
    client = signed_in(focal_point)
    client.post("/en/seats/ZM-LC01/", INVITATION)

    second = client.post("/en/seats/ZM-LC01/", INVITATION)

    assert (second.status_code, "holds the same office already" in text_of(second)) == (422, True)
    assert Office.objects.filter(person__email="new@example.org").count() == 1


@pytest.mark.parametrize(("who", "status"), [("contributor", 404), ("colleague", 404), ("editor", 404)])
def test_others_invite_nobody(request, signed_in, focal_point, who, status):
    response = signed_in(request.getfixturevalue(who)).post("/en/seats/ZM-LC01/", INVITATION)

    assert response.status_code == status
    assert not Person.objects.filter(email="new@example.org").exists()


def test_a_form_that_is_sent_empty_is_asked_again(signed_in, focal_point, contributor, colleague):
    actions.choose_listing(colleague, listed=True, shows_mail=False, topics=[], languages=[])
    office = contributor.offices.get()
    forms = ("/en/seats/ZM-LC01/", f"/en/seats/offices/{office.uid}/", f"/en/members/{colleague.uid}/")

    answers = [signed_in(focal_point).post(address) for address in forms]

    assert [(each.status_code, "This field is required." in text_of(each)) for each in answers] == [(422, True)] * 3


def test_a_focal_point_ends_the_office_of_a_contributor(signed_in, focal_point, contributor):
    office = contributor.offices.get()

    response = signed_in(focal_point).post(f"/en/seats/offices/{office.uid}/", {"act": "at_once"})

    office.refresh_from_db()
    assert (response.status_code, office.revoked_at is not None) == (302, True)


def test_somebody_lays_their_own_office_down(signed_in, contributor):
    office, tomorrow = contributor.offices.get(), timezone.localdate() + timedelta(days=1)
    address = f"/en/seats/offices/{office.uid}/"

    response = signed_in(contributor).post(address, {"act": "end", "until": tomorrow.isoformat()})

    office.refresh_from_db()
    assert (response.url, office.until) == (address, tomorrow)


def test_an_office_of_another_house_is_not_found(signed_in, focal_point, colleague, contributor):
    mine, theirs = contributor.offices.get(), focal_point.offices.get()

    assert signed_in(colleague).get(f"/en/seats/offices/{mine.uid}/").status_code == 404
    # A contributor sees the office of their focal point, and changes nothing of it.
    assert signed_in(contributor).get(f"/en/seats/offices/{theirs.uid}/").status_code == 200
    assert signed_in(contributor).post(f"/en/seats/offices/{theirs.uid}/", {"act": "at_once"}).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_a_body_asks_as_much_for_one_seat_as_for_three(
    signed_in, focal_point, zambia, person, number, django_assert_num_queries
):
    for _each in range(number):
        person("contributor", zambia, name="Colleague")
    client = signed_in(focal_point)
    client.get("/en/seats/ZM-LC01/")

    with django_assert_num_queries(9):
        client.get("/en/seats/ZM-LC01/")


@pytest.mark.parametrize(
    ("who", "status"), [("administrator", 200), ("editor", 200), ("focal_point", 404), ("outsider", 404)]
)
def test_vacancies_are_seen_by_the_secretariat(request, signed_in, zambia, who, status):
    assert signed_in(request.getfixturevalue(who)).get("/en/seats/vacancies/").status_code == status


def test_a_body_is_vacant_until_somebody_speaks_for_it_or_for_its_parliament(
    signed_in, administrator, focal_point, malawi, person
):
    a_regional_body()
    second = a_chamber("MW-UC01", country="MW", name="Senate", chamber_kind="upper")
    client = signed_in(administrator)
    before = client.get("/en/seats/vacancies.csv").content.decode().splitlines()

    an_office(person(), second.parent, "focal_point")

    after = client.get("/en/seats/vacancies.csv").content.decode().splitlines()
    assert before[0] == "body,name,country,region"
    assert sorted(line.split(",")[0] for line in before[1:]) == ["MW-LC01", "MW-UC01", "RB-EP"]
    assert [line.split(",")[0] for line in after[1:]] == ["RB-EP"]


@pytest.mark.parametrize("number", [1, 3])
def test_vacancies_ask_as_much_for_one_body_as_for_three(
    signed_in, administrator, zambia, number, django_assert_num_queries
):
    for place in range(1, number):
        a_chamber(f"MW-LC0{place}", country="MW")
    client = signed_in(administrator)
    client.get("/en/seats/vacancies/")

    with django_assert_num_queries(5):
        client.get("/en/seats/vacancies/")
