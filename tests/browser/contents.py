"""What a database holds, table by table, so that one can tell whether anything was changed."""

import hashlib
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

import psycopg

# What a node writes by itself: what was tried how often, seals of the journal, dates of recurring work.
BY_ITSELF = frozenset({"shared_cache", "core_seal", "core_appointment", "sqlite_sequence"})
# Seconds without a change after which nobody is at work any more.
QUIET = 2.5


def contents(database: str) -> dict[str, str]:
    """A digest of every table; `database` is an address on PostgreSQL or the path of a SQLite file."""
    if database.startswith("postgres"):
        with psycopg.connect(database) as connection:
            named = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            return {name: _digest(connection.execute(f'SELECT * FROM "{name}"')) for name in _kept(named)}
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: _digest(connection.execute(f'SELECT * FROM "{name}"')) for name in _kept(named)}


@contextmanager
def unchanged(database: str) -> Iterator[None]:
    """Fails if a table holds something else afterwards; the worker may first finish what it is at."""
    before = _settled(database)
    yield
    after = contents(database)
    assert [name for name in after if after[name] != before.get(name)] == []


def _settled(database: str) -> dict[str, str]:
    found, since = contents(database), time.monotonic()
    while time.monotonic() < since + QUIET:
        time.sleep(0.25)
        again = contents(database)
        if again != found:
            found, since = again, time.monotonic()
    return found


def _kept(named: Iterable[tuple[str]]) -> list[str]:
    return sorted(name for (name,) in named if name not in BY_ITSELF)


def _digest(rows: Iterable[tuple[object, ...]]) -> str:
    total = hashlib.sha256()
    for row in sorted(repr(row) for row in rows):
        total.update(row.encode())
    return total.hexdigest()
