"""Reads one setting at a time, from the environment or from a file, and says plainly what is wrong with it."""

import os
from collections.abc import Mapping
from pathlib import Path

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"0", "false", "no", "off", ""})


class SettingRefused(Exception):
    """A setting has a value that cannot be used; the message names it and says what would do."""


class Reader:
    """Typed access to settings; `NAME_FILE` may name a file that holds the value of `NAME`."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self.environment = os.environ if environment is None else environment

    def text(self, name: str, default: str = "") -> str:
        file = self.environment.get(f"{name}_FILE")
        if not file:
            return self.environment.get(name, default).strip()
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise SettingRefused(f"{name}_FILE names {file}, which cannot be read: {error.strerror}.") from error

    def flag(self, name: str, *, default: bool) -> bool:
        word = self.text(name, "yes" if default else "no").lower()
        if word in TRUE_WORDS:
            return True
        if word in FALSE_WORDS:
            return False
        raise SettingRefused(f"{name} is “{word}”; use yes or no.")

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        word = self.text(name, str(default))
        if not word.isascii() or not word.isdigit() or not least <= int(word) <= most:
            raise SettingRefused(f"{name} is “{word}”; use a whole number from {least} to {most}.")
        return int(word)

    def words(self, name: str) -> list[str]:
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def choice(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        word = self.text(name, default)
        if word not in allowed:
            raise SettingRefused(f"{name} is “{word}”; use one of: {', '.join(allowed)}.")
        return word

    def folder(self, name: str, default: Path) -> Path:
        return Path(self.text(name) or default).expanduser().resolve()
