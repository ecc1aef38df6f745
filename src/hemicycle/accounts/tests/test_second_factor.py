"""Second factors: asked of whoever has one, demanded of the secretariat, kept, counted, and told of by mail."""

import json
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core import mail

from hemicycle.accounts import confirming
from hemicycle.accounts.tests.factories import SECRET, a_code, a_person, a_second_factor
from hemicycle.core.models import Entry
from hemicycle.network.states import STAFF_ROLES, Role
from hemicycle.network.tests.factories import an_office

SECOND = "/en/account/login/second/"
SECURITY = "/en/account/security/"


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


@pytest.fixture
def protected(db):
    person = a_person("clerk@example.org")
    a_second_factor(person)
    return person


def test_whoever_has_an_app_is_asked_for_its_code(client, come_in, protected):
    first = come_in("clerk@example.org", next="/en/cases/")
    between = is_in(client)
    second = client.post(SECOND, {"code": a_code()})

    assert (first.url, between) == (SECOND, False)
    assert (second.url, is_in(client)) == ("/en/cases/", True)


def test_a_code_of_the_app_works_once(client, client_of, code, come_in, protected):
    typed = a_code()
    come_in("clerk@example.org")
    client.post(SECOND, {"code": typed})
    other = client_of()
    other.post("/en/account/login/", {"email": "clerk@example.org"})
    other.post("/en/account/login/code/", {"code": code()})

    again = other.post(SECOND, {"code": typed})

    assert (again.status_code, is_in(other)) == (422, False)


def test_a_recovery_code_does_as_well_once(client, come_in, protected):
    recovery = RecoveryCodes.activate(protected).get_unused_codes()[0]
    come_in("clerk@example.org")
    client.post(SECOND, {"code": recovery})
    came_in = is_in(client)
    client.post("/en/account/logout/")
    come_in("clerk@example.org")

    again = client.post(SECOND, {"code": recovery})

    assert (came_in, again.status_code) == (True, 422)


def test_five_wrong_codes_lead_back_to_the_beginning(client, come_in, protected):
    come_in("clerk@example.org")

    answers = [client.post(SECOND, {"code": "000000"}) for _number in range(5)]
    after = client.post(SECOND, {"code": a_code()})

    assert [answer.status_code for answer in answers] == [422] * 4 + [302]
    assert (after.url, is_in(client)) == ("/en/account/login/", False)


def test_the_second_page_alone_opens_nothing(client, protected):
    assert client.get(SECOND).url == "/en/account/login/"
    assert client.post(SECOND, {"code": a_code()}).url == "/en/account/login/"


@pytest.mark.parametrize(
    "credential", ["", "null", "[]", "{}", '"x"', "{", '{"id": 1}', '{"response": {"userHandle": 7}}', "x" * 20_000]
)
def test_a_made_up_passkey_is_refused_in_one_sentence(client, come_in, protected, credential):
    come_in("clerk@example.org")

    response = client.post(SECOND, {"credential": credential})

    assert response.status_code == 422
    assert "The passkey was not accepted." in response.content.decode()


@pytest.mark.parametrize(
    "credential", ["", "null", "[]", "{}", '"x"', "{", '{"id": 1}', '{"response": {"userHandle": "AA"}}']
)
def test_a_made_up_passkey_signs_nobody_in(client, protected, credential):
    client.post("/en/account/passkey/login/")

    response = client.post("/en/account/login/passkey/", {"credential": credential})

    assert (response.url, is_in(client)) == ("/en/account/login/?refused", False)
    assert "The passkey was not accepted." in client.get(response.url).content.decode()


def test_options_for_a_passkey_ask_for_a_finger_a_face_or_a_pin(client):
    options = client.post("/en/account/passkey/login/").json()

    assert options["publicKey"]["userVerification"] == "required"
    assert options["publicKey"].get("allowCredentials", []) == []


@pytest.mark.parametrize("purpose", ["second", "confirm", "add", "nonsense"])
def test_options_for_other_ends_are_for_those_who_are_there(client, purpose):
    assert client.post(f"/en/account/passkey/{purpose}/").status_code == 403


def test_options_cannot_be_asked_for_by_a_link(client):
    assert client.get("/en/account/passkey/login/").status_code == 405


@pytest.mark.parametrize("role", STAFF_ROLES)
@pytest.mark.parametrize("path", ["/admin/", "/documents/", "/en/cases/", "/en/desk/", "/"])
def test_staff_without_a_second_factor_are_led_to_set_one_up(client, secretariat, role, path):
    person = a_person()
    an_office(person, secretariat, role)
    client.force_login(person)

    response = client.get(path)

    assert (response.status_code, response.url.split("?")[0]) == (302, SECURITY)


def test_the_page_says_what_is_asked_and_leads_on_afterwards(client, secretariat):
    person = a_person()
    an_office(person, secretariat, "editor")
    client.force_login(person)

    before = client.get(f"{SECURITY}?next=/admin/").content.decode()
    a_second_factor(person)
    after = client.get(f"{SECURITY}?next=/admin/").content.decode()

    assert "Your office asks for a second factor" in before
    assert 'href="/admin/">Go on' not in before
    assert 'href="/admin/">Go on' in after
    assert client.get("/admin/").status_code == 200


def test_staff_without_a_second_factor_may_sign_out(client, secretariat):
    person = a_person()
    an_office(person, secretariat, "editor")
    client.force_login(person)

    assert client.post("/en/account/logout/").url == "/"


def test_an_office_of_staff_asks_for_one_from_the_next_request_on(client, secretariat, outsider):
    client.force_login(outsider)
    before = client.get("/en/desk/").status_code
    an_office(outsider, secretariat, "editor")

    response = client.get("/en/desk/")

    assert (before, response.status_code, response.url) == (200, 302, f"{SECURITY}?next=%2Fen%2Fdesk%2F")


@pytest.mark.parametrize("role", [role for role in Role if role not in STAFF_ROLES])
def test_other_offices_need_none(client, zambia, focal_point, role):
    person = a_person()
    an_office(person, zambia, role, deputy_of=focal_point.offices.get() if role == Role.DEPUTY else None)
    client.force_login(person)

    assert client.get("/en/account/preferences/").status_code == 200
    assert client.get("/en/cases/").status_code == 200


def test_an_app_is_set_up_by_its_first_code(client, django_capture_on_commit_callbacks):
    person = a_person("clerk@example.org")
    client.force_login(person)
    page = client.get("/en/account/security/app/")
    session = client.session
    session["mfa.totp.secret"] = SECRET
    session.save()

    wrong = client.post("/en/account/security/app/", {"code": "000000"})
    with django_capture_on_commit_callbacks(execute=True):
        right = client.post("/en/account/security/app/", {"code": a_code()})

    assert (page.status_code, wrong.status_code, right.status_code) == (200, 422, 200)
    assert right.content.decode().count("<code dir") == 10
    assert sorted(Authenticator.objects.values_list("type", flat=True)) == ["recovery_codes", "totp"]
    assert "authenticator app was added" in mail.outbox[-1].subject.lower()
    assert Entry.objects.filter(verb="person.second_factor_added").count() == 1


def test_an_app_is_removed_by_a_button_and_not_by_a_link(client, protected):
    client.force_login(protected)

    client.get("/en/account/security/app/remove/")
    kept = Authenticator.objects.count()
    client.post("/en/account/security/app/remove/")

    assert (kept, Authenticator.objects.count()) == (1, 0)
    assert "authenticator app was removed" in mail.outbox[-1].subject.lower()


def test_staff_cannot_remove_their_last_second_factor(client, editor):
    client.force_login(editor)

    response = client.post("/en/account/security/app/remove/")

    assert (response.status_code, Authenticator.objects.count()) == (422, 1)


def test_new_recovery_codes_are_shown_once_and_replace_the_old(client, protected):
    old = RecoveryCodes.activate(protected).get_unused_codes()
    client.force_login(protected)

    page = client.post("/en/account/security/recovery/").content.decode()
    later = client.get(SECURITY).content.decode()

    new = RecoveryCodes.activate(protected).get_unused_codes()
    assert set(old).isdisjoint(new)
    assert [each for each in new if each in page] == new
    assert [each for each in new if each in later] == []


def test_recovery_codes_without_a_second_factor_are_not_found(client, outsider):
    client.force_login(outsider)

    assert client.post("/en/account/security/recovery/").status_code == 404


def test_the_passkey_of_somebody_else_is_not_found(client, outsider):
    other = Authenticator.objects.create(user=a_person(), type="webauthn", data={"name": "Theirs"})
    client.force_login(outsider)

    assert client.post(f"/en/account/security/passkeys/{other.pk}/remove/").status_code == 404


def test_adding_a_passkey_that_the_browser_did_not_make_is_refused(client, outsider):
    client.force_login(outsider)
    client.post("/en/account/passkey/add/")

    response = client.post(
        "/en/account/security/passkeys/", {"name": "x", "credential": json.dumps({"id": "x", "type": "public-key"})}
    )

    assert (response.status_code, Authenticator.objects.count()) == (422, 0)


def stale(client) -> None:
    session = client.session
    session[confirming.KEY] -= timedelta(minutes=20).total_seconds()
    session.save()


GRAVE = ["security/app/", "security/passkeys/", "security/password/", "address/", "tokens/", "data/export/", "leave/"]


@pytest.mark.parametrize("path", GRAVE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_pages_on_which_much_is_at_stake_ask_again(client, outsider, path, method):
    client.force_login(outsider)
    stale(client)

    response = getattr(client, method)(f"/en/account/{path}")

    assert response.url == f"/en/account/confirm/?next={f'/en/account/{path}'.replace('/', '%2F')}"


def test_without_a_second_factor_a_code_by_mail_shows_who_is_there(client, outsider, code):
    client.force_login(outsider)
    stale(client)

    opened = client.get("/en/account/confirm/?next=/en/account/tokens/")
    nothing_sent = mail.outbox[:]
    client.post("/en/account/confirm/", {"next": "/en/account/tokens/"})
    wrong = client.post("/en/account/confirm/", {"code": "1", "next": "/en/account/tokens/"})
    right = client.post("/en/account/confirm/", {"code": code(), "next": "/en/account/tokens/"})

    assert (opened.status_code, nothing_sent, wrong.status_code) == (200, [], 422)
    assert (right.url, client.get("/en/account/tokens/").status_code) == ("/en/account/tokens/", 200)


def test_with_a_second_factor_that_is_asked_for_and_no_code_by_mail(client, protected):
    client.force_login(protected)
    stale(client)

    wrong = client.post("/en/account/confirm/", {"code": "000000"})
    right = client.post("/en/account/confirm/", {"code": a_code()})

    assert (wrong.status_code, right.url, mail.outbox) == (422, SECURITY, [])


def test_five_wrong_codes_sign_out(client, protected):
    client.force_login(protected)
    stale(client)

    for _number in range(5):
        response = client.post("/en/account/confirm/", {"code": "000000"})

    assert (response.url, is_in(client)) == ("/en/account/login/", False)
