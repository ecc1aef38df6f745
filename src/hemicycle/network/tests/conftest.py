"""The whole register, loaded once for all tests of a file that only read it."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from hemicycle.network import loading


@pytest.fixture(scope="module")
def register(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        loading.load()
        yield
        transaction.set_rollback(True)
