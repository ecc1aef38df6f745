"""Whether the database still keeps the journal as it was written: the triggers that refuse every change."""

from django.db import connection

TABLES = ("core_entry", "core_seal")
WAITS = "core_entry_waits_for_its_seal"
REFUSED = {
    "sqlite": ("is_not_changed", "is_not_deleted", "is_not_replaced"),
    "postgresql": ("is_not_changed", "is_not_deleted", "is_not_emptied"),
}
FOUND = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    # A trigger that was switched off guards nothing.
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


def missing() -> list[str]:
    """The names of the triggers that ought to be there and are not, or are switched off."""
    with connection.cursor() as cursor:
        cursor.execute(FOUND[connection.vendor])
        found = {name for (name,) in cursor.fetchall()}
    return sorted(expected() - found)


def expected() -> set[str]:
    return {WAITS} | {f"{table}_{refused}" for table in TABLES for refused in REFUSED[connection.vendor]}
