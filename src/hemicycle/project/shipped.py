"""What this release ships, by one name: whoever holds that name has nothing to prepare before serving."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

DATA = frozenset({".csv", ".toml"})


def release_digest() -> str:
    """One name for the release, its migrations, its data and the operator's file of country names."""
    digest = hashlib.sha256(settings.RELEASE.encode())
    for file in (*_migrations(), *_data(), *([settings.COUNTRY_NAMES] if settings.COUNTRY_NAMES else [])):
        _add(digest, file)
    return digest.hexdigest()


def migrations_digest() -> str:
    """One name for all migrations of ours together; those of libraries are pinned with their versions."""
    digest = hashlib.sha256()
    for file in _migrations():
        _add(digest, file)
    return digest.hexdigest()


def is_prepared() -> bool:
    """Whether this node's database was brought to this very release before, and is still there."""
    mark = _mark()
    database = Path(settings.DATABASES["default"]["NAME"])
    return mark.exists() and database.exists() and mark.read_text(encoding="utf-8") == release_digest()


def note_prepared() -> None:
    _mark().write_text(release_digest(), encoding="utf-8")


def _mark() -> Path:
    return Path(settings.DATA_DIR) / "prepared"


def _migrations() -> Iterable[Path]:
    return sorted(settings.PACKAGE.glob("*/migrations/[0-9]*.py"))


def _data() -> Iterable[Path]:
    return sorted(file for file in settings.PACKAGE.glob("*/data/**/*") if file.suffix in DATA)


def _add(digest: "hashlib._Hash", file: Path) -> None:
    digest.update(f"{file.parent.parent.name}/{file.name}\n".encode())
    digest.update(file.read_bytes() if file.exists() else b"")
