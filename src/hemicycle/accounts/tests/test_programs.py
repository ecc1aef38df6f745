"""What a token opens for programs, what it does not, and what whoever sends a wrong one is told."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from hemicycle.accounts import actions
from hemicycle.accounts.models import Person, Token
from hemicycle.accounts.states import Scope
from hemicycle.accounts.tests.factories import a_person
from hemicycle.innovations.tests.factories import a_case
from hemicycle.network import actions as network
from hemicycle.network.models import Body, Office, SeatRequest

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "/api/me": "read:self",
    "/api/seats": "read:self",
    "/api/desk": "read:desk",
    "/api/history/case/7b1f0e52-0d9d-4f0e-9a3b-5c1e6d2f4a10": "read:history",
}


@pytest.fixture
def program(client):
    """Asks with a token of this person that holds these scopes, or all."""

    def for_person(person, *scopes: str):
        _token, text = actions.issue_token(person, name="A program", scopes=scopes or Scope.values, days=30)
        return lambda address, **more: client.get(address, headers={"Authorization": f"Bearer {text}", **more})

    return for_person


def test_a_program_learns_in_whose_name_it_asks(program, outsider):
    answer = program(outsider, "read:self")("/api/me")

    assert answer.json() == {
        "uid": str(outsider.uid),
        "name": "Outsider",
        "mail_address": outsider.email,
        "language": "en",
        "time_zone": "UTC",
    }
    assert "private" in answer.headers["Cache-Control"]


def test_a_program_reads_the_offices_and_requests_of_its_person_alone(program, focal_point, contributor, malawi):
    network.ask_for_seat(malawi, "contributor", note="I moved.", by=contributor)

    answer = program(contributor, "read:self")("/api/seats").json()

    assert [(office["role"], office["body"], office["until"]) for office in answer["offices"]] == [
        ("contributor", "ZM-LC01", None)
    ]
    assert [(each["role"], each["body"], each["state"]) for each in answer["requests"]] == [
        ("contributor", "MW-LC01", "waiting")
    ]


def test_a_program_reads_what_awaits_its_person_and_nobody_else(program, focal_point, outsider, zambia, settings):
    settings.HEMICYCLE_URL = "https://network.example.org"
    request = network.ask_for_seat(zambia, "contributor", note="I work there.", by=outsider)

    tasks = program(focal_point, "read:desk")("/api/desk").json()["tasks"]
    others = program(outsider, "read:desk")("/api/desk").json()["tasks"]

    assert [(task["duty"], task["address"], task["due"]) for task in tasks] == [
        ("network.requests", f"https://network.example.org/en/seats/requests/{request.uid}/", None)
    ]
    assert others == []


def test_a_program_reads_the_history_of_what_its_person_may_see(program, outsider, contributor, zambia):
    public, draft = (
        a_case("public-case", body=zambia),
        a_case("a-draft", body=zambia, state="draft", author=contributor),
    )
    ask = program(outsider, "read:history")

    seen = ask(f"/api/history/case/{public.uid}")
    hidden = ask(f"/api/history/case/{draft.uid}")

    assert (seen.status_code, seen.json()["uid"]) == (200, str(public.uid))
    assert (hidden.status_code, hidden.json()["message"]) == (404, "There is no such record.")


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_a_token_nobody_is_told_anything(client, outsider, address):
    client.force_login(outsider)

    answer = client.get(address)

    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, 'Bearer realm="Hemicycle"')
    assert answer.json() == {
        "error": "token_missing",
        "message": "Send a token: “Authorization: Bearer hcy_…”.",
    }


@pytest.mark.parametrize("change", ["wrong", "ended", "revoked", "left"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_token_that_opens_nothing_is_told_to_in_one_sentence(client, outsider, address, change):
    token, text = actions.issue_token(outsider, name="a", scopes=Scope.values, days=30)
    if change == "ended":
        Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif change == "revoked":
        actions.revoke_token(token, by=outsider)
    elif change == "left":
        Person.objects.update(is_active=False)
    sent = f"{text}x" if change == "wrong" else text

    answer = client.get(address, headers={"Authorization": f"Bearer {sent}"})

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="Hemicycle", error="invalid_token"'
    assert answer.json()["message"] == "This token opens nothing: it is wrong, has ended or was revoked."


@pytest.mark.parametrize(("address", "scope"), ADDRESSES.items())
def test_a_token_opens_what_its_scopes_say_and_nothing_else(program, outsider, address, scope):
    others = [other for other in Scope.values if other != scope]

    refused = program(outsider, *others)(address)
    opened = program(outsider, scope)(address)

    assert refused.status_code == 403
    assert refused.headers["WWW-Authenticate"] == (
        f'Bearer realm="Hemicycle", error="insufficient_scope", scope="{scope}"'
    )
    assert refused.json()["message"] == f"This token does not hold the scope “{scope}”."
    assert opened.status_code in {200, 404}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_token_of_staff_opens_nothing_until_there_is_a_second_factor(program, secretariat, address):
    person = a_person()
    ask = program(person)
    network.take_office(person, secretariat, "editor", since=timezone.now().date(), by=None)

    answer = ask(address)

    assert (answer.status_code, answer.json()["error"]) == (403, "second_factor_missing")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_program_changes_nothing(client, outsider, address, method):
    _token, text = actions.issue_token(outsider, name="a", scopes=Scope.values, days=30)
    before = [model.objects.count() for model in (Person, Office, Body, SeatRequest)]

    answer = getattr(client, method)(address, headers={"Authorization": f"Bearer {text}"})

    assert answer.status_code == 405
    assert [model.objects.count() for model in (Person, Office, Body, SeatRequest)] == before


@pytest.mark.parametrize(("asked", "said"), [({}, "fr"), ({"Accept-Language": "es"}, "es")])
def test_a_program_is_answered_in_the_language_it_asks_for_or_that_of_its_person(
    program, focal_point, outsider, zambia, asked, said
):
    focal_point.language = "fr"
    focal_point.save()
    network.ask_for_seat(zambia, "contributor", note="I work there.", by=outsider)

    task = program(focal_point)("/api/desk", **asked).json()["tasks"][0]

    assert f"/{said}/seats/requests/" in task["address"]


@pytest.mark.parametrize("scopes", [[], ["read"], ["read:self", "write:all"]])
def test_a_token_holds_scopes_that_are_known(outsider, scopes):
    with pytest.raises(ValidationError):
        actions.issue_token(outsider, name="a", scopes=scopes, days=30)


def test_the_day_of_its_last_use_is_kept_and_no_more(program, outsider):
    ask = program(outsider)

    ask("/api/me")

    assert Token.objects.get().used_on == timezone.now().date()
