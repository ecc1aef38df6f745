"""Bringing a database into being and up to date."""

import lzma
import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from hemicycle.project.commands import OperatorError
from hemicycle.project.shipped import migrations_digest


def is_there() -> bool:
    return not settings.EMBEDDED or Path(settings.DATABASES["default"]["NAME"]).exists()


def copy_template() -> bool:
    """Unpack the shipped schema where there is no database yet; migrating from nothing takes twenty seconds."""
    place = Path(settings.DATABASES["default"]["NAME"])
    if not settings.EMBEDDED or place.exists() or not settings.SCHEMA_TEMPLATE.exists():
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(".unfinished")
    unfinished.write_bytes(lzma.decompress(settings.SCHEMA_TEMPLATE.read_bytes()))
    unfinished.replace(place)
    return True


def unapplied() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def bring_up_to_date() -> list[str]:
    """Make the database if there is none, apply what is missing; the names of the migrations applied."""
    copy_template()
    try:
        missing = unapplied()
    except OperationalError as error:
        raise OperatorError(
            f"The database does not answer: {str(error).splitlines()[0]}. Check DATABASE_URL."
        ) from error
    if missing:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    return missing


def write_template(target: Path, scratch: Path) -> None:
    """Make the shipped template from a freshly migrated SQLite file: schema alone, packed, same bytes each time."""
    connection.close()
    with closing(sqlite3.connect(scratch)) as database:
        database.execute("PRAGMA journal_mode=DELETE")
        database.execute("VACUUM")
    target.write_bytes(lzma.compress(scratch.read_bytes(), preset=9 | lzma.PRESET_EXTREME))
    digest_beside(target).write_text(migrations_digest() + "\n", encoding="utf-8")


def template_is_current() -> bool:
    """Whether the shipped template was made from the migrations as they are in the tree."""
    beside = digest_beside(settings.SCHEMA_TEMPLATE)
    return beside.exists() and beside.read_text(encoding="utf-8").strip() == migrations_digest()


def digest_beside(template: Path) -> Path:
    return template.with_name("schema.digest")
