"""The shipped schema template: made from the migrations, and compared with them."""

import lzma
import sqlite3
from contextlib import closing
from pathlib import Path

from django.core.management import call_command
from django.db import connection

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
APPLIED = "SELECT app, name FROM django_migrations ORDER BY app, name"


def migrated() -> Path:
    """Bring the database of the settings, an SQLite file that is not there yet, into being by every migration."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    place = Path(connection.settings_dict["NAME"])
    connection.close()
    return place


def same(scratch: Path, template: Path) -> bool:
    """Whether the template holds the tables and knows the migrations of the scratch file; rows do not count."""
    return template.exists() and described(scratch) == described_template(template)


def described(database: Path) -> list[tuple[str | None, ...]]:
    with closing(sqlite3.connect(database)) as opened:
        return [*opened.execute(SCHEMA), *opened.execute(APPLIED)]


def described_template(template: Path) -> list[tuple[str | None, ...]]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(lzma.decompress(template.read_bytes()))
        return [*opened.execute(SCHEMA), *opened.execute(APPLIED)]
