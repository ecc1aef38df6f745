"""Mailed deeds: opening never acts, pressing acts once, nobody is signed in, and made-up links learn nothing."""

import time
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hemicycle.accounts import deeds
from hemicycle.accounts.deeds import Asked, Deed
from hemicycle.accounts.models import DeedDone
from hemicycle.accounts.tests.factories import a_person

pytestmark = pytest.mark.django_db


class Lamp:
    """Something that a deed can be done to."""

    def __init__(self) -> None:
        self.uid = uuid4()
        self.lit_by: list[str] = []
        self.refusal: Exception | None = None

    def ask(self, person, uid: UUID) -> Asked | None:
        return Asked("Light the lamp", "The lamp will burn.", "Light it") if uid == self.uid else None

    def light(self, person, uid: UUID) -> str:
        if self.refusal:
            raise self.refusal
        self.lit_by.append(person.email)
        return "/en/lamps/"


@pytest.fixture
def lamp(monkeypatch):
    lamp = Lamp()
    monkeypatch.setitem(deeds.DEEDS, "lamp.light", Deed("lamp.light", lamp.ask, lamp.light))
    return lamp


@pytest.fixture
def keeper(db):
    return a_person("keeper@example.org", language="fr")


@pytest.fixture
def address(settings, lamp, keeper):
    return deeds.link_for(keeper, "lamp.light", lamp.uid).removeprefix(settings.HEMICYCLE_URL)


@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_the_link_changes_nothing(client, lamp, address, method):
    response = getattr(client, method)(address)

    assert response.status_code == 200
    assert (lamp.lit_by, DeedDone.objects.count()) == ([], 0)
    assert response.headers["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_the_link_speaks_the_language_of_its_person(address):
    assert address.startswith("/fr/deeds/")


def test_pressing_the_button_acts_once_and_signs_nobody_in(client, lamp, address):
    first = client.post(address)
    second = client.post(address)

    assert (first.status_code, first.url, second.status_code) == (302, "/en/lamps/", 410)
    assert lamp.lit_by == ["keeper@example.org"]
    assert "_auth_user_id" not in client.session


def test_a_link_that_was_used_says_so_when_it_is_opened_again(client, address):
    client.post(address)

    assert client.get(address).status_code == 410


def test_of_two_who_press_at_once_one_acts(lamp, address):
    given = deeds.opened(address.rstrip("/").rsplit("/", 1)[1])

    deeds.do(given)

    with pytest.raises(deeds.SpentAlready):
        deeds.do(given)
    assert lamp.lit_by == ["keeper@example.org"]


def test_a_link_ends_after_its_days(client, lamp, address, monkeypatch):
    now = time.time()
    monkeypatch.setattr(deeds.time, "time", lambda: now + 15 * deeds.DAY)

    response = client.post(address)

    assert (response.status_code, lamp.lit_by) == (410, [])


def test_a_deed_that_nothing_is_left_of_is_not_asked_for(client, settings, keeper, lamp):
    other = deeds.link_for(keeper, "lamp.light", uuid4()).removeprefix(settings.HEMICYCLE_URL)

    assert (client.get(other).status_code, client.post(other).status_code) == (410, 410)


def test_who_left_can_do_nothing_any_more(client, keeper, lamp, address):
    keeper.is_active = False
    keeper.save()

    assert (client.post(address).status_code, lamp.lit_by) == (410, [])


def test_a_new_address_takes_the_links_from_the_old_mailbox(client, keeper, lamp, address):
    keeper.email = "elsewhere@example.org"
    keeper.save()

    assert (client.post(address).status_code, lamp.lit_by) == (410, [])


def test_a_refusal_says_why_and_leaves_the_link_to_be_used_again(client, lamp, address):
    lamp.refusal = ValidationError("The lamp has no oil.")
    refused = client.post(address)
    lamp.refusal = None
    done = client.post(address)

    assert (refused.status_code, done.status_code) == (422, 302)
    assert "The lamp has no oil." in refused.content.decode()


def test_somebody_who_may_not_any_more_is_told_that_the_link_does_nothing(client, lamp, address):
    lamp.refusal = PermissionDenied()

    assert client.post(address).status_code == 410


@pytest.mark.parametrize(
    "token",
    [
        "x",
        "lamp.light~",
        "lamp.light~AAAA:x",
        "lamp.light~é",
        "~~~",
        "lamp.light~" + "A" * 56 + ":x",
        "%00",
        "a" * 5000,
    ],
)
def test_a_token_that_was_made_up_opens_nothing(client, lamp, token):
    assert client.post(f"/en/deeds/{token}/").status_code == 410


def test_a_link_for_one_thing_does_not_serve_for_another(client, keeper, lamp, address):
    name, rest = address.rstrip("/").rsplit("/", 1)[1].split("~")
    flipped = ("B" if rest[30] != "B" else "C").join([rest[:30], rest[31:]])

    response = client.post(f"/en/deeds/{name}~{flipped}/")

    assert (response.status_code, lamp.lit_by) == (410, [])


def test_a_link_for_one_deed_does_not_serve_for_another(client, monkeypatch, lamp, address):
    monkeypatch.setitem(deeds.DEEDS, "lamp.break", Deed("lamp.break", lamp.ask, lamp.light))

    response = client.post(address.replace("lamp.light", "lamp.break"))

    assert (response.status_code, lamp.lit_by) == (410, [])
