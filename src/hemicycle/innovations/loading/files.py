"""TOML files as tables that are asked field by field and know which fields nobody asked for."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from hemicycle.core.loading import LoadRefused

Value = TypeVar("Value")
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
ADDRESS = re.compile(r"https?://[^\s]+")


def read(folder: Path) -> list[tuple[Path, "Table"]]:
    """Every TOML file of a folder, by name."""
    return [(file, Table(file, "", _parsed(file))) for file in sorted(folder.glob("*.toml"))]


def _parsed(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise LoadRefused(file, "this is not UTF-8; save the file in that encoding.") from error
    except tomllib.TOMLDecodeError as error:
        raise LoadRefused(file, f"this is not TOML: {error}.") from error
    except OSError as error:
        raise LoadRefused(file, f"the file cannot be read: {error.strerror}.") from error


class Table:
    """One table of a file. Each field is taken once; `done` refuses what was not taken."""

    def __init__(self, file: Path, place: str, fields: dict[str, Any]) -> None:
        self.file = file
        self.place = place  # Where it stands in the file: empty at the top, else with a dot at its end.
        self.left = dict(fields)

    def refuse(self, name: str, sentence: str) -> LoadRefused:
        return LoadRefused(self.file, sentence, column=f"{self.place}{name}")

    def text(self, name: str, *, needed: bool = False, most: int = 0) -> str:
        value: str = self._take(name, str, "")
        if needed and not value.strip():
            raise self.refuse(name, "this is empty and must not be.")
        if most and len(value) > most:
            raise self.refuse(name, f"this has {len(value)} characters; at most {most} fit.")
        return value

    def key(self, name: str) -> str:
        value = self.text(name, needed=True, most=120)
        return self.matching(name, value, KEY, "use small letters, digits and single hyphens")

    def date(self, name: str) -> str:
        value = self.text(name)
        return value and self.matching(name, value, PARTIAL_DATE, "write 2026, 2026-01 or 2026-01-05")

    def address(self, name: str, *, most: int) -> str:
        value = self.text(name, most=most)
        return value and self.matching(name, value, ADDRESS, "an address begins with http:// or https://")

    def one_of(self, name: str, allowed: Collection[str], *, empty: bool = False) -> str:
        value = self.text(name, needed=not empty)
        if value and value not in allowed:
            raise self.refuse(name, f"“{value}” is not known here; allowed: {', '.join(map(str, allowed))}.")
        return value

    def known(self, name: str, among: Collection[str], what: str) -> str:
        value = self.text(name)
        if value and value not in among:
            raise self.refuse(name, f"“{value}” is not in {what}.")
        return value

    def each_known(self, name: str, among: Collection[str], what: str) -> tuple[str, ...]:
        values = self._take(name, list, [])
        for value in values:
            if value not in among:
                raise self.refuse(name, f"“{value}” is not in {what}.")
            if values.count(value) > 1:
                raise self.refuse(name, f"“{value}” stands there twice.")
        return tuple(values)

    def flag(self, name: str) -> bool:
        return bool(self._take(name, bool, False))

    def number(self, name: str) -> Decimal | None:
        value = self._take(name, (int, float), None)
        return None if value is None else Decimal(str(value))

    def whole(self, name: str, least: int, most: int) -> int | None:
        value: int | None = self._take(name, int, None)
        if value is not None and not least <= value <= most:
            raise self.refuse(name, f"{value} is not a whole number from {least} to {most}.")
        return value

    def matching(self, name: str, value: str, pattern: re.Pattern[str], advice: str) -> str:
        if not pattern.fullmatch(value):
            raise self.refuse(name, f"“{value}” cannot stand here; {advice}.")
        return value

    def each(self, name: str, read_one: Callable[["Table"], Value]) -> tuple[Value, ...]:
        """The tables of a list of tables, in order."""
        return tuple(self._each(name, read_one))

    def inner(self, name: str) -> "Table":
        return Table(self.file, f"{self.place}{name}.", self._take(name, dict, {}))

    def done(self) -> None:
        for name in self.left:
            raise self.refuse(name, "this field is not known.")

    def _each(self, name: str, read_one: Callable[["Table"], Value]) -> Iterator[Value]:
        for number, fields in enumerate(self._take(name, list, []), start=1):
            if not isinstance(fields, dict):
                raise self.refuse(name, f"write each of these as [[{name}]].")
            table = Table(self.file, f"{self.place}{name} {number}.", fields)
            yield read_one(table)
            table.done()

    def _take(self, name: str, kind: Any, default: Any) -> Any:
        value = self.left.pop(name, default)
        wrong = value is not default and not isinstance(value, kind)
        if wrong or (isinstance(value, bool) and kind is not bool):
            raise self.refuse(name, f"“{value}” is of the wrong kind; write {KINDS[kind]}.")
        return value


KINDS: dict[Any, str] = {
    str: "text in quotes",
    list: "a list",
    dict: "a table",
    bool: "true or false",
    int: "a whole number",
    (int, float): "a number",
}
