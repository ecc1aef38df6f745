"""An open hub of Zambia with people of other houses around it, and the shipped hubs for tests that only read them."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from PIL import Image

from hemicycle.hubs import actions, loading
from hemicycle.hubs.tests.factories import an_open_hub, the_shipped_ground
from hemicycle.network.states import Role
from hemicycle.network.tests.factories import an_office


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


@pytest.fixture
def lakes(zambia, focal_point, administrator):
    """A hub that Zambia hosts."""
    return an_open_hub(zambia, offered_by=focal_point, opened_by=administrator)


@pytest.fixture
def coordinator(person, lakes):
    return person(Role.COORDINATOR, lakes.body, name="Coordinator of the lakes")


@pytest.fixture
def membership(lakes, malawi, colleague, coordinator):
    """Malawi is a member; its focal point asked."""
    return actions.accept_member(actions.ask_to_join(lakes, malawi, by=colleague), by=coordinator)


@pytest.fixture
def clerk(person, malawi):
    """Somebody with a seat in Malawi who does not speak for it."""
    return person(Role.CONTRIBUTOR, malawi, name="Clerk of Malawi")


@pytest.fixture
def photograph():
    """The bytes of a picture."""
    kept = io.BytesIO()
    Image.new("RGB", (40, 30), (20, 90, 140)).save(kept, format="JPEG")
    return kept.getvalue()


@pytest.fixture
def document():
    return b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def seat():
    """Gives somebody an office more."""
    return an_office


@pytest.fixture
def viewers(clerk, coordinator, focal_point, colleague, outsider, editor, administrator):
    """One of each, and nobody; the colleague's house is a member where the test says so."""
    return (None, outsider, clerk, colleague, coordinator, focal_point, editor, administrator)
