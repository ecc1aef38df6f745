"""One database: SQLite beside the data unless DATABASE_URL says otherwise."""

from typing import Any

import dj_database_url

from hemicycle.project.settings.places import DATA_DIR, EMBEDDED, env

SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "hemicycle.sqlite3",
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        # A writer takes its lock at once and waits its turn, so that no transaction fails half-way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL costs about a millisecond a save and survives a power cut.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA cache_size=-32000; PRAGMA mmap_size=134217728; PRAGMA temp_store=MEMORY;"
        ),
    },
}

DATABASES: dict[str, Any]
if EMBEDDED:
    DATABASES = {"default": SQLITE}
else:
    DATABASES = {"default": dj_database_url.parse(env.text("DATABASE_URL"), conn_max_age=600, conn_health_checks=True)}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # Whole pages stay in the memory of one process: their key holds the counters, so they are never wrong.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 86_400,
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
    # Rate limits are shared by all processes. Whoever fills the cache must not push out what limits them.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    },
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
