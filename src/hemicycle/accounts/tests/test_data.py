"""One's own data: taken along, removed on leaving without breaking the history, forgotten in time."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core import mail
from django.utils import timezone

from hemicycle.accounts import actions, exporting, leaving, retention
from hemicycle.accounts.models import DeedDone, Person, Preference, Token
from hemicycle.accounts.tests.factories import SECRET, a_person, a_second_factor
from hemicycle.core.models import Entry
from hemicycle.project import command

LATER = timezone.now() + timedelta(days=500)


@pytest.fixture
def known(outsider):
    """Somebody of whom everything is known."""
    a_second_factor(outsider)
    actions.prefer(outsider, plain_text=True, review="never")
    _token, text = actions.issue_token(outsider, name="Our library", scopes=["read:self"], days=30)
    outsider.text = text
    return outsider


def packed(response) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(response.content))


def test_everything_about_me_comes_as_one_archive(client, known, monkeypatch):
    part = exporting.Part(
        "lamps", lambda person: {"lit": 3}, lambda person: [("../../letter.pdf", b"%PDF"), ("", b"x")]
    )
    monkeypatch.setitem(exporting.PARTS, "lamps", part)
    client.force_login(known)

    response = client.post("/en/account/data/export/")

    held = packed(response)
    account = json.loads(held.read("account.json"))
    assert response.headers["Content-Disposition"].startswith('attachment; filename="hemicycle-')
    assert {"account.json", "lamps.json", "files/lamps-1-letter.pdf", "files/lamps-2-file"} <= set(held.namelist())
    assert account["person"]["mail_address"] == known.email
    assert account["preference"]["review"] == "never"
    assert [token["name"] for token in account["tokens"]] == ["Our library"]
    assert json.loads(held.read("lamps.json")) == {"lit": 3}


def test_the_archive_holds_no_secrets(client, known):
    client.force_login(known)

    text = packed(client.post("/en/account/data/export/")).read("account.json").decode()

    assert [
        secret for secret in (SECRET, known.text, known.password, client.session.session_key) if secret in text
    ] == []


def test_a_link_downloads_nothing(client, known):
    client.force_login(known)

    response = client.get("/en/account/data/export/")

    assert (response.status_code, response.url) == (302, "/en/account/data/")


def test_leaving_has_to_be_meant(client, known):
    client.force_login(known)

    opened = client.get("/en/account/leave/")
    unsure = client.post("/en/account/leave/", {})

    assert (opened.status_code, unsure.status_code) == (200, 422)
    assert Person.objects.get(pk=known.pk).is_active


def test_leaving_removes_what_is_personal_and_keeps_the_row(client, known, django_capture_on_commit_callbacks):
    address, client_headers = known.email, {"HTTP_USER_AGENT": "A browser"}
    client.force_login(known)

    response = client.post("/en/account/leave/", {"sure": "on"}, **client_headers)

    person = Person.objects.get(pk=known.pk)
    assert response.url == "/en/account/left/"
    assert (person.uid, person.name, person.is_active) == (known.uid, "", False)
    assert person.email == f"{known.uid.hex}@left.invalid"
    assert [model.objects.count() for model in (Preference, Token, Authenticator, UserSession)] == [0, 0, 0, 0]
    assert "_auth_user_id" not in client.session
    assert mail.outbox[-1].to == [address]


def test_leaving_ends_every_session(client, client_of, known):
    other = client_of()
    other.force_login(known)
    client.force_login(known)

    client.post("/en/account/leave/", {"sure": "on"})

    assert other.get("/en/account/").status_code == 302


def test_the_history_says_that_somebody_left_and_not_who(known):
    actions.leave(known)

    entry = Entry.objects.get(verb="person.left")
    assert (entry.subject, entry.facts) == (known.uid, {})


def test_other_packages_act_in_the_same_transaction(known, monkeypatch):
    class Refused(Exception):
        """The lamp cannot be put out."""

    def refuse(person):
        raise Refused

    monkeypatch.setitem(leaving.LEAVING, "lamps", refuse)

    with pytest.raises(Refused):
        actions.leave(known)
    assert Person.objects.get(pk=known.pk).email == known.email


def test_whoever_left_is_welcome_back_as_somebody_new(client, come_in):
    person = a_person("clerk@example.org")
    actions.leave(person)

    come_in("clerk@example.org")

    assert Person.objects.get(email="clerk@example.org").uid != person.uid


def test_what_was_kept_long_enough_is_forgotten(known):
    DeedDone.objects.create(digest="old", done_at=timezone.now() - timedelta(days=401))
    DeedDone.objects.create(digest="new")
    Token.objects.update(expires_at=timezone.now() - timedelta(days=91))
    UserSession.objects.create(user=known, ip="192.0.2.1", user_agent="x", session_key="gone")

    forgotten = retention.retain()
    again = retention.retain()

    own = ("deeds_done", "ended_tokens", "ended_sessions")
    assert [forgotten[name] for name in own] == [1, 1, 1]
    assert [again[name] for name in own] == [0, 0, 0]
    assert DeedDone.objects.get().digest == "new"


def test_the_operator_can_read_the_rules_and_carry_them_out(capsys, known):
    listed = command.main(["retain", "--list"])
    rules = capsys.readouterr().out
    done = command.main(["retain"])
    counts = capsys.readouterr().out

    assert (listed, done) == (0, 0)
    assert "ended_tokens             Tokens that ended or were revoked, after 90 days." in rules
    assert "ended_tokens             0" in counts
