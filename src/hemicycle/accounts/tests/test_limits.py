"""Limits stop whoever tries too often, and never the person whose address is tried."""

import pytest
from django.core import mail
from django.test import RequestFactory

from hemicycle.accounts import limits
from hemicycle.accounts.tests.factories import a_code, a_person, a_second_factor

LOGIN = "/en/account/login/"
HOME, STRANGE = "192.0.2.7", "198.51.100.9"


def asks(client, address: str = "clerk@example.org"):
    return client.post(LOGIN, {"email": address})


def test_a_network_gets_five_codes_for_one_address_in_ten_minutes(client_of):
    client = client_of(STRANGE)

    answers = [asks(client).status_code for _number in range(6)]

    assert answers == [302] * 5 + [429]
    assert len(mail.outbox) == 5


def test_the_neighbour_of_an_attacker_is_the_attacker(client_of):
    for _number in range(5):
        asks(client_of(STRANGE))

    assert asks(client_of("198.51.100.200")).status_code == 429


def test_nobody_can_use_up_the_codes_of_somebody_elsewhere(client_of):
    a_person("clerk@example.org")
    for network in range(8):
        for _number in range(6):
            asks(client_of(f"203.0.{network}.1"))

    response = asks(client_of(HOME))

    assert response.status_code == 302


def test_beyond_twenty_codes_an_hour_each_strange_network_gets_one(client_of):
    for network in range(4):
        for _number in range(5):
            asks(client_of(f"203.0.{network}.1"))
    stranger = client_of(STRANGE)

    answers = [asks(stranger).status_code for _number in range(2)]

    assert answers == [302, 429]


def test_a_network_that_knows_the_person_keeps_its_five(client_of, code):
    a_person("clerk@example.org")
    own = client_of(HOME)
    asks(own)
    own.post("/en/account/login/code/", {"code": code()})
    own.post("/en/account/logout/")
    for network in range(5):
        for _number in range(5):
            asks(client_of(f"203.0.{network}.1"))

    answers = [asks(own).status_code for _number in range(4)]

    assert answers == [302] * 4


def test_a_network_may_ask_for_sixty_codes_whosever(client_of):
    client = client_of(STRANGE)

    answers = [asks(client, f"person{number}@example.org").status_code for number in range(61)]

    assert answers == [302] * 60 + [429]


def test_wrong_passwords_from_elsewhere_do_not_lock_the_owner_out(client_of):
    person = a_person("clerk@example.org")
    person.set_password("a long enough word")
    person.save()
    attacker, own = client_of(STRANGE), client_of(HOME)
    given = {"email": "clerk@example.org"}

    answers = [
        attacker.post("/en/account/login/password/", {**given, "password": "guess"}).status_code
        for _number in range(11)
    ]
    signed_in = own.post("/en/account/login/password/", {**given, "password": "a long enough word"})

    assert answers == [422] * 10 + [429]
    assert (signed_in.status_code, signed_in.url) == (302, "/en/account/")


def test_wrong_second_factors_from_elsewhere_do_not_lock_the_owner_out(client_of, code):
    """Even by somebody who knows the password."""
    person = a_person("clerk@example.org")
    person.set_password("a long enough word")
    person.save()
    a_second_factor(person)
    attacker, own = client_of(STRANGE), client_of(HOME)
    for _round in range(9):
        attacker.post("/en/account/login/password/", {"email": person.email, "password": "a long enough word"})
        for _number in range(5):
            attacker.post("/en/account/login/second/", {"code": "000000"})

    asks(own)
    own.post("/en/account/login/code/", {"code": code()})
    signed_in = own.post("/en/account/login/second/", {"code": a_code()})

    assert (signed_in.status_code, signed_in.url) == (302, "/en/account/")
    assert "_auth_user_id" not in attacker.session


def test_a_refusal_says_what_to_do_and_keeps_what_was_typed(client_of):
    client = client_of(STRANGE)
    for _number in range(5):
        asks(client)

    page = asks(client).content.decode()

    assert "Wait ten minutes and try again." in page
    assert 'value="clerk@example.org"' in page


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.0/24"),
        ("2001:db8:1:2ff::1", "2001:db8:1:200::/56"),
        ("::ffff:192.0.2.7", "192.0.2.0/24"),
        ("", "unknown"),
        ("nonsense", "unknown"),
    ],
)
def test_neighbours_are_one_network(address, network):
    assert limits.network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_the_cache_holds_no_addresses(client_of, django_assert_num_queries):
    from django.db import connection

    asks(client_of(HOME))

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM shared_cache")
        keys = [key for (key,) in cursor.fetchall()]
    assert keys
    assert [key for key in keys if "clerk" in key or HOME in key] == []
