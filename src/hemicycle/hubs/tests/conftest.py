"""The shipped hubs, loaded once for all tests of a file that only read them, and copies of their files."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction

from hemicycle.hubs import loading
from hemicycle.hubs.tests.factories import the_shipped_ground


@pytest.fixture(scope="module")
def shipped_ground(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Vocabulary, register and partners alone."""
    with django_db_blocker.unblock(), transaction.atomic():
        the_shipped_ground()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def shipped_hubs(shipped_ground) -> None:
    loading.load()


@pytest.fixture
def folder(tmp_path) -> Path:
    """A copy of the shipped files, to be spoilt."""
    return Path(shutil.copytree(loading.DATA, tmp_path / "data"))
