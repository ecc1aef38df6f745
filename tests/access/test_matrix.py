"""Who gets what answer at every address: the map of addresses against the table in `matrix.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.access import addresses, rows, world

MATRIX = tomllib.loads(Path(__file__).with_name("matrix.toml").read_text(encoding="utf-8"))
ROLES = ("visitor", "outsider", "contributor", "focal_point", "colleague", "editor", "administrator")
METHODS = ("GET", "POST")
EVERYBODY = "everybody"
# Addresses that only an embedded node has: the demonstration, and the folder that shows its mails.
OPTIONAL = frozenset({"demo:demo", "notices:folder", "notices:found", "notices:found_page"})
SIGN_IN = "/account/login/"
CLASSES = {
    200: "ok",
    400: "not understood",
    401: "no token",
    403: "refused",
    404: "not found",
    405: "no such method",
    409: "too late",
    410: "gone",
    422: "asked again",
    429: "too often",
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(focal_point, contributor, colleague, editor, administrator, outsider):
    """`colleague` is the focal point of another chamber."""
    return {
        "visitor": None,
        "outsider": outsider,
        "contributor": contributor,
        "focal_point": focal_point,
        "colleague": colleague,
        "editor": editor,
        "administrator": administrator,
    }


@pytest.fixture
def asked(zambia, malawi, people):
    """Every address with arguments; those without are asked as they are."""
    made = world.made(zambia, malawi, people).asked
    given = {name.partition(": ")[0] for name in made}
    there = set(addresses.names())
    here = {name: values for name, values in made.items() if name not in OPTIONAL or name in there}
    return {**{name: {} for name in there if name not in given}, **here}


def test_every_address_stands_in_the_matrix(asked, people):
    missing = [name for name in asked if name not in MATRIX]
    unknown = [name for name in MATRIX if name not in asked and name not in OPTIONAL]

    assert (missing, unknown) == ([], []), "read, correct and keep:\n\n" + _drawn(missing, asked, people)


def test_every_row_says_what_everybody_gets_and_names_no_other_role():
    faults = [
        name
        for name, row in MATRIX.items()
        if set(row) - {EVERYBODY, *ROLES} or not all(_expected(row, role, way) for role in ROLES for way in METHODS)
    ]

    assert faults == []


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_at_each_address_what_the_matrix_says(asked, people, role):
    expected = {(name, way): _expected(MATRIX[name], role, way) for name in asked if name in MATRIX for way in METHODS}

    answered = dict(answers({name: asked[name] for name, _way in expected}, people[role]))

    assert {key: answer for key, answer in answered.items() if answer != expected[key]} == {}


def _expected(row: Mapping[str, Mapping[str, str]], role: str, way: str) -> str:
    return row.get(role, {}).get(way) or row.get(EVERYBODY, {}).get(way, "")


def _drawn(names: Sequence[str], asked: Mapping[str, Mapping[str, object]], people: Mapping[str, object]) -> str:
    given = {role: dict(answers({name: asked[name] for name in names}, people[role])) for role in ROLES}
    return "\n".join(
        rows.drawn(name, {role: {way: given[role][name, way] for way in METHODS} for role in ROLES}) for name in names
    )


def answers(asked: Mapping[str, Mapping[str, object]], person: object) -> Iterator[tuple[tuple[str, str], str]]:
    """What this person is answered at each address; nothing that an answer changes is kept."""
    client = Client(raise_request_exception=False)
    if person is not None:
        client.force_login(person)
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    kept = session.value if session else ""
    for name, arguments in asked.items():
        address = reverse(name.partition(": ")[0], kwargs=arguments)
        for way in METHODS:
            client.cookies.clear()
            if kept:
                client.cookies[settings.SESSION_COOKIE_NAME] = kept
            yield (name, way), _answer(client, way, address)


def _answer(client: Client, way: str, address: str) -> str:
    with transaction.atomic():
        answer = client.generic(way, address, content_type="application/x-www-form-urlencoded")
        if answer.streaming:
            answer.getvalue()
        transaction.set_rollback(True)
    caches["pages"].clear()
    if 300 <= answer.status_code < 400:
        return "sign in" if SIGN_IN in answer.url and SIGN_IN not in address else "led on"
    return CLASSES.get(answer.status_code, str(answer.status_code))
