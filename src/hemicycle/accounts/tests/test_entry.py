"""The operator's one-time link: opening never acts, pressing works once, and within the hour."""

from datetime import datetime, timedelta

import pytest

from hemicycle.accounts import actions, entry
from hemicycle.accounts.models import Person
from hemicycle.accounts.tests.factories import a_person
from hemicycle.core.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(settings):
    person = a_person("first@example.org")
    return entry.link_for(person).removeprefix(settings.HEMICYCLE_URL)


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_the_link_changes_nothing(client, address, method):
    response = getattr(client, method)(address)

    assert response.status_code == 200
    assert "_auth_user_id" not in client.session
    assert not Entry.objects.filter(verb="person.entered").exists()


def test_pressing_the_button_signs_in_once(client, address):
    first = client.post(address)
    client.logout()
    second = client.post(address)

    assert (first.status_code, first.url) == (302, "/admin/")
    assert second.status_code == 410
    assert Entry.objects.filter(verb="person.entered").count() == 1


def test_a_link_that_is_too_old_says_so(client, address, monkeypatch):
    # Django counts a token's age in local time without a zone.
    later = datetime.now() + timedelta(seconds=3700)  # noqa: DTZ005
    monkeypatch.setattr(entry.EntryTokens, "_now", lambda self: later)

    response = client.post(address)

    assert response.status_code == 410
    assert "older than an hour" in response.content.decode()


@pytest.mark.parametrize("token", ["x", "abc-def", "zzzzzz-0000", "-"])
def test_a_token_that_was_made_up_opens_nothing(client, address, token):
    made_up = "/".join([*address.rstrip("/").split("/")[:-1], token, ""])

    response = client.post(made_up)

    assert response.status_code == 410


def test_inviting_twice_gives_the_same_person_whatever_the_case():
    first = actions.invite("Clerk@Example.org", by=None)

    second = actions.invite("clerk@example.ORG", by=None)

    assert first == second
    assert Person.objects.count() == 1


def test_an_address_that_is_none_is_refused():
    with pytest.raises(actions.ValidationError):
        actions.invite("not an address", by=None)
