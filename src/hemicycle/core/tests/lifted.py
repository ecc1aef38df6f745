"""Takes the triggers of the journal away for a while, as only tests may: to tamper with it, or to empty it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

TABLES = ("core_entry", "core_seal")
OF_TABLES = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('core_entry', 'core_seal')"


@contextmanager
def triggers_lifted(using: Any = connection) -> Iterator[Any]:
    """A cursor before which nothing is refused; when it is closed, the triggers are back."""
    lifted = {"sqlite": _dropped, "postgresql": _disabled}[using.vendor]
    with transaction.atomic(using=using.alias), using.cursor() as cursor, lifted(using, cursor):
        yield cursor


@contextmanager
def _dropped(using: Any, cursor: Any) -> Iterator[None]:
    triggers = cursor.execute(OF_TABLES).fetchall()
    for name, _statement in triggers:
        cursor.execute(f"DROP TRIGGER {name}")
    yield
    for _name, statement in triggers:
        cursor.execute(statement)


@contextmanager
def _disabled(using: Any, cursor: Any) -> Iterator[None]:
    _switch(using, cursor, "DISABLE")
    yield
    _switch(using, cursor, "ENABLE")


def _switch(using: Any, cursor: Any, way: str) -> None:
    # A table with checks still to come cannot be altered.
    using.check_constraints()
    for table in TABLES:
        cursor.execute(f"ALTER TABLE {table} {way} TRIGGER USER")
