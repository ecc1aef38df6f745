"""A person's own account: pages by role, preferences, sessions, address, password, tokens."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.utils import timezone

from hemicycle.accounts import actions, places, queries
from hemicycle.accounts.models import Person, Preference, Token
from hemicycle.accounts.tests.factories import a_person
from hemicycle.ui.parts import Link

OWN = ["", "preferences/", "security/", "sessions/", "address/", "tokens/", "data/", "leave/", "security/password/"]
POSTED = [
    "sessions/end/",
    "sessions/1/end/",
    "security/recovery/",
    "tokens/00000000-0000-4000-8000-000000000000/revoke/",
]


@pytest.mark.parametrize("path", [*OWN, "security/app/", "security/passkeys/", "confirm/", "data/export/"])
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_own_pages_lead_strangers_to_sign_in(client, path, method):
    response = getattr(client, method)(f"/en/account/{path}")

    assert response.url == f"/en/account/login/?next=/en/account/{path}"


@pytest.mark.parametrize("path", POSTED)
def test_what_changes_something_cannot_be_done_by_a_link(client, outsider, path):
    client.force_login(outsider)

    assert client.get(f"/en/account/{path}").status_code == 405


@pytest.mark.parametrize("path", [*OWN, "security/app/", "security/passkeys/"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_own_pages_are_there_and_never_kept(client, contributor, path, language):
    client.force_login(contributor)

    response = client.get(f"/{language}/account/{path}")

    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


def test_other_packages_add_links_to_the_account(client, outsider, monkeypatch):
    monkeypatch.setitem(places.PLACES, "lamps", lambda person: [Link(f"Lamps of {person.name}", "/en/lamps/")])
    client.force_login(outsider)

    assert "Lamps of Outsider" in client.get("/en/account/").content.decode()


HEARD = {
    "review": "weekly",
    "threads": "daily",
    "upkeep": "never",
    "seats": "at_once",
    "hubs": "weekly",
    "meetings": "never",
    "steering": "daily",
}
SAID = {"name": "Ana", "language": "pt", "time_zone": "America/Sao_Paulo"}


def test_what_a_person_chooses_holds(client, outsider):
    client.force_login(outsider)

    response = client.post("/en/account/preferences/", {**SAID, **HEARD, "plain_text": "on"})

    person = Person.objects.get(pk=outsider.pk)
    assert response.url == "/en/account/preferences/?saved"
    assert (person.name, person.language, person.time_zone) == ("Ana", "pt", "America/Sao_Paulo")
    assert {topic: queries.wants(person, topic) for topic in HEARD} == HEARD
    assert person.preference.plain_text is True


def test_who_never_chose_hears_the_usual(outsider):
    heard = [queries.wants(outsider, topic) for topic in HEARD]

    assert heard == ["at_once", "at_once", "weekly", "daily", "daily", "at_once", "at_once"]


def test_a_topic_that_is_none_is_an_error_of_ours(outsider):
    with pytest.raises(ValueError, match="weather"):
        queries.wants(outsider, "weather")


def test_hearing_less_of_one_topic_leaves_the_others(outsider):
    actions.hear(outsider, "threads", "never")

    person = Person.objects.get(pk=outsider.pk)
    assert [queries.wants(person, topic) for topic in ("threads", "review")] == ["never", "at_once"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "x" * 151},
        {"language": "de"},
        {"language": ""},
        {"time_zone": "Mars/Olympus"},
        {"time_zone": "../../etc/passwd"},
        {"review": "hourly"},
        {"review": ""},
        {"name": "null\x00"},
    ],
)
def test_wrong_choices_are_refused_and_nothing_typed_is_lost(client, outsider, wrong):
    client.force_login(outsider)

    response = client.post("/en/account/preferences/", {**SAID, **HEARD, "name": "Ana <i>", **wrong})

    assert response.status_code == 422
    assert Person.objects.get(pk=outsider.pk).name == "Outsider"
    assert not Preference.objects.filter(person=outsider).exists()
    if "name" not in wrong:
        assert 'value="Ana &lt;i&gt;"' in response.content.decode()


def test_sessions_are_listed_and_ended_one_by_one(client, client_of, code, come_in):
    come_in("clerk@example.org")
    other = client_of("198.51.100.4")
    other.post("/en/account/login/", {"email": "clerk@example.org"})
    other.post("/en/account/login/code/", {"code": code()})
    theirs = UserSession.objects.get(ip="198.51.100.4")

    listed = client.get("/en/account/sessions/").content.decode()
    client.post(f"/en/account/sessions/{theirs.pk}/end/")

    assert "198.51.100.4" in listed
    assert other.get("/en/account/").status_code == 302
    assert client.get("/en/account/").status_code == 200


def test_all_other_sessions_end_at_once(client, client_of, code, come_in):
    come_in("clerk@example.org")
    other = client_of()
    other.post("/en/account/login/", {"email": "clerk@example.org"})
    other.post("/en/account/login/code/", {"code": code()})

    client.post("/en/account/sessions/end/")

    assert (other.get("/en/account/").status_code, client.get("/en/account/").status_code) == (302, 200)


def test_the_session_of_somebody_else_is_not_found(client, client_of, code, come_in, outsider):
    come_in("clerk@example.org")
    theirs = UserSession.objects.get()
    other = client_of()
    other.force_login(outsider)

    assert other.post(f"/en/account/sessions/{theirs.pk}/end/").status_code == 404
    assert client.get("/en/account/").status_code == 200


def test_another_address_is_taken_once_its_code_is_typed(client, code, outsider):
    before = outsider.email
    client.force_login(outsider)

    client.post("/en/account/address/", {"email": "New@Example.org"})
    unchanged = Person.objects.get(pk=outsider.pk).email
    client.post("/en/account/address/code/", {"code": code()})

    assert (unchanged, Person.objects.get(pk=outsider.pk).email) == (before, "new@example.org")
    assert [message.to for message in mail.outbox] == [["New@Example.org"], [before]]


def test_the_address_of_somebody_else_cannot_be_taken_and_is_not_betrayed(client, code, outsider):
    a_person("taken@example.org")
    client.force_login(outsider)

    asked = client.post("/en/account/address/", {"email": "taken@example.org"})
    wrong = client.post("/en/account/address/code/", {"code": "12345678"})
    right = client.post("/en/account/address/code/", {"code": code()})

    assert (asked.status_code, wrong.status_code, right.status_code) == (302, 422, 422)
    assert "Another account" not in wrong.content.decode()
    assert Person.objects.filter(email="taken@example.org").count() == 1


def test_a_password_is_set_and_ends_other_sessions(client, client_of, outsider):
    other = client_of()
    other.force_login(outsider)
    client.force_login(outsider)

    response = client.post("/en/account/security/password/", {"password": "correct horse battery"})

    assert response.url == "/en/account/security/"
    assert Person.objects.get(pk=outsider.pk).check_password("correct horse battery")
    assert (other.get("/en/account/").status_code, client.get("/en/account/").status_code) == (302, 200)
    assert mail.outbox[-1].subject == "Your password was changed"


@pytest.mark.parametrize("password", ["", "short", "password1234", "123456789012", "x" * 201])
def test_a_weak_password_is_refused_with_the_reason(client, outsider, password):
    client.force_login(outsider)

    response = client.post("/en/account/security/password/", {"password": password})

    assert response.status_code == 422
    assert not Person.objects.get(pk=outsider.pk).has_usable_password()


def test_wrong_passwords_and_unknown_addresses_sound_alike(client_of):
    person = a_person("clerk@example.org")
    person.set_password("correct horse battery")
    person.save()

    wrong = client_of().post("/en/account/login/password/", {"email": "clerk@example.org", "password": "wrong"})
    unknown = client_of().post("/en/account/login/password/", {"email": "nobody@example.org", "password": "wrong"})

    sentence = "This address and this password do not go together."
    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert (sentence in wrong.content.decode(), sentence in unknown.content.decode()) == (True, True)


def test_a_token_is_shown_once_and_kept_as_a_digest(client, outsider):
    client.force_login(outsider)

    made = client.post(
        "/en/account/tokens/", {"name": "Our library", "scopes": ["read:self"], "days": "30"}
    ).content.decode()
    later = client.get("/en/account/tokens/").content.decode()

    token = Token.objects.get()
    text = made.split('class="token">')[1].split("<")[0]
    assert (text in later, "Our library" in later) == (False, True)
    assert text not in str(Token.objects.values())
    assert queries.bearer_of(f"Bearer {text}") == queries.Bearer(outsider, ("read:self",))
    assert token.used_on is None or token.used_on == timezone.now().date()


def test_a_token_ends_is_revoked_and_goes_with_its_person(outsider):
    token, text = actions.issue_token(outsider, name="a", scopes=["read:self"], days=30)
    header = f"Bearer {text}"

    Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    ended = queries.bearer_of(header)
    Token.objects.update(expires_at=timezone.now() + timedelta(days=1))
    Person.objects.update(is_active=False)
    left = queries.bearer_of(header)
    Person.objects.update(is_active=True)
    works = queries.bearer_of(header)
    actions.revoke_token(token, by=outsider)

    assert (ended, left, works is not None, queries.bearer_of(header)) == (None, None, True, None)


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer hcy_", "Basic hcy_x", "Bearer " + "x" * 9000, "Bearer hcy_é", "hcy_x"]
)
def test_a_made_up_token_is_nobody(db, header):
    assert queries.bearer_of(header) is None


def test_the_token_of_somebody_else_is_not_found(client, outsider):
    token, _text = actions.issue_token(a_person(), name="a", scopes=["read:self"], days=30)
    client.force_login(outsider)

    assert client.post(f"/en/account/tokens/{token.uid}/revoke/").status_code == 404
    assert Token.objects.get().revoked_at is None


@pytest.mark.parametrize(
    "wrong", [{"scopes": ["all"]}, {"scopes": []}, {"days": "9999"}, {"days": "x"}, {"name": ""}, {"name": "x" * 81}]
)
def test_a_token_of_another_kind_is_refused(client, outsider, wrong):
    client.force_login(outsider)

    response = client.post("/en/account/tokens/", {"name": "a", "scopes": ["read:self"], "days": "30", **wrong})

    assert (response.status_code, Token.objects.count()) == (422, 0)
