"""A clean cache for limits, and ways to come in."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

CODE = re.compile(r"^\s*(\d{4}) (\d{4})\s*$", re.MULTILINE)


@pytest.fixture(autouse=True)
def no_limits_used_up(db):
    cache.clear()


@pytest.fixture
def code() -> Callable[[], str]:
    """The code of the newest mail."""
    return lambda: "".join(CODE.search(mail.outbox[-1].body).groups())


@pytest.fixture
def come_in(client, code) -> Callable[[str], object]:
    """Signs in by a code; the last answer."""

    def come(address: str, **given: str):
        client.post("/en/account/login/", {"email": address, **given})
        return client.post("/en/account/login/code/", {"code": code()})

    return come


@pytest.fixture
def client_of() -> Callable[..., Client]:
    """Another browser, elsewhere if an address is given."""
    return lambda address="127.0.0.1": Client(REMOTE_ADDR=address)
