"""The whole register, loaded once for all tests of a file that only read it."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from hemicycle.network import loading
from hemicycle.network.tests import factories


@pytest.fixture(scope="module")
def register(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        loading.load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def fund(db):
    """A donor without anybody here yet."""
    return factories.an_organisation("Fund for Parliaments")


@pytest.fixture
def representative(person, fund):
    return person("partner", fund, name="Representative of the Fund")


@pytest.fixture
def lakes(db):
    return factories.a_hub_body("Lakes hub")
