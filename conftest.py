"""What every test starts from: a database made from the shipped schema, people who hold offices, the real register."""

import atexit
import lzma
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

# Settings are read once, at import; a test run never touches the data of the person who runs it.
SCRATCH = Path(tempfile.mkdtemp(prefix="hemicycle-test-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
os.environ["HEMICYCLE_DATA"] = str(SCRATCH)
os.environ.setdefault("HEMICYCLE_LOG", "ERROR")


def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings
    from django.core.files.storage import storages
    from django.db import connections

    database = connections.settings["default"]
    if settings.EMBEDDED:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        # A file and no memory database: threads, WAL and the schema template are part of what is tested.
        database["TEST"]["NAME"] = str(SCRATCH / f"test-{worker}.sqlite3")
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    # Models have asked for their storage by now, and what was read then would stay.
    storages.backends["staticfiles"] = settings.STORAGES["staticfiles"]
    storages._storages.pop("staticfiles", None)  # noqa: SLF001
    _let_flush_empty_the_journal()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Addresses depend on settings, and are read once; so before the first test changes any."""
    from django.urls import get_resolver

    assert get_resolver().url_patterns


def _let_flush_empty_the_journal() -> None:
    """Tests that commit for real end with Django's flush, which the triggers of the journal would refuse."""
    from django.db.backends.base.operations import BaseDatabaseOperations

    from hemicycle.core.tests.lifted import triggers_lifted

    flush = BaseDatabaseOperations.execute_sql_flush

    def flush_all(operations: BaseDatabaseOperations, statements: list[str]) -> None:
        with triggers_lifted(operations.connection):
            flush(operations, statements)

    BaseDatabaseOperations.execute_sql_flush = flush_all


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest) -> None:
    """SQLite starts from a copy of the shipped template, as a new machine does.

    Whoever has just changed a migration gets a database migrated from nothing until `make schema` is run.
    """
    from django.conf import settings
    from django.db import connections

    from hemicycle.project import database

    if not settings.EMBEDDED:
        # On PostgreSQL each process of the run needs a name of its own; SQLite files have theirs already.
        request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")
        return
    if not database.template_is_current():
        return
    place = Path(connections.settings["default"]["TEST"]["NAME"])
    place.write_bytes(lzma.decompress(settings.SCHEMA_TEMPLATE.read_bytes()))


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    return True


@pytest.fixture(autouse=True)
def clean_memory() -> Iterator[None]:
    """Pages of one test are not served in another."""
    from django.core.cache import caches
    from django.utils import translation

    caches["pages"].clear()
    translation.activate("en")
    yield
    translation.deactivate()


@pytest.fixture
def person(db) -> Callable[..., object]:
    """Makes a person, with an office if role and body are given."""
    from hemicycle.accounts.tests.factories import a_person, a_second_factor
    from hemicycle.network.states import STAFF_ROLES
    from hemicycle.network.tests.factories import an_office

    def make(role: str = "", body: object = None, **fields: object) -> object:
        made = a_person(**fields)
        if role:
            an_office(made, body, role)
        if role in STAFF_ROLES:
            # Without one they would be led to set one up, wherever they go.
            a_second_factor(made)
        return made

    return make


@pytest.fixture
def zambia(db):
    """The National Assembly of Zambia: a parliament of one chamber. Returns the chamber."""
    from hemicycle.network.tests.factories import a_chamber

    return a_chamber("ZM-LC01", country="ZM", name="National Assembly")


@pytest.fixture
def malawi(db):
    from hemicycle.network.tests.factories import a_chamber

    return a_chamber("MW-LC01", country="MW", name="National Assembly")


@pytest.fixture
def secretariat(db):
    from hemicycle.network.tests.factories import the_secretariat

    return the_secretariat()


@pytest.fixture
def focal_point(person, zambia):
    return person("focal_point", zambia, name="Focal point of Zambia")


@pytest.fixture
def contributor(person, zambia):
    return person("contributor", zambia, name="Contributor of Zambia")


@pytest.fixture
def colleague(person, malawi):
    """A focal point of another chamber."""
    return person("focal_point", malawi, name="Focal point of Malawi")


@pytest.fixture
def editor(person, secretariat):
    return person("editor", secretariat, name="Editor")


@pytest.fixture
def administrator(person, secretariat):
    return person("administrator", secretariat, name="Administrator")


@pytest.fixture
def outsider(person):
    """Somebody who can sign in and holds no office."""
    return person(name="Outsider")


@pytest.fixture
def loaded(db) -> None:
    """The shipped register, vocabulary and library."""
    from hemicycle.project import content

    content.load()
