"""A site of its own in a folder that is taken away afterwards, so that measuring touches nobody's data."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2] / "src"


@contextmanager
def site() -> Iterator[None]:
    """An empty migrated database: SQLite in a scratch folder, or what DATABASE_URL names."""
    folder = Path(tempfile.mkdtemp(prefix="hemicycle-bench-"))
    os.environ |= {"HEMICYCLE_DATA": str(folder), "HEMICYCLE_LOG": "ERROR"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hemicycle.project.settings")
    sys.path[:0] = [str(SOURCES), str(SOURCES.parent)]
    import django

    django.setup()
    from django.db import connections

    from hemicycle.project import database

    try:
        database.bring_up_to_date()
        yield
    finally:
        connections.close_all()
        shutil.rmtree(folder, ignore_errors=True)
