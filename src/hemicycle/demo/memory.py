"""Remembers in the data folder what became of the demonstration, so that what was removed is not made again."""

from pathlib import Path

from django.conf import settings

from hemicycle.demo import states


def is_settled() -> bool:
    """Whether the demonstration was made here before; it may have been removed since."""
    return _file().exists()


def note(what: str) -> None:
    _file().write_text(what + "\n", encoding="utf-8")


def forget() -> None:
    """Let the demonstration be made again."""
    _file().unlink(missing_ok=True)


def _file() -> Path:
    return Path(settings.DATA_DIR) / states.MEMORY
