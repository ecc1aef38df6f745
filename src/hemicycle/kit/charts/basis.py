"""What every chart has: a reading sentence, a base, a source, a date, and a table of its values."""

import re
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

Cell = str | int | float | None
Measure = Literal["percent", "score", "count"]
CountedThing = Literal["chamber", "seat", "parliament", "country", "case", "answer", "person"]

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
AS_OF = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Table(NamedTuple):
    """Every value of a chart: machine-readable column names, and one row per value or group."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Base:
    """How many things a figure rests on: n of the item and, where there was one, n of the wave."""

    n: int
    unit: CountedThing = "chamber"
    wave: int | None = None

    def __post_init__(self) -> None:
        """Refuse a base that cannot be."""
        if self.n < 0 or (self.wave is not None and self.wave < self.n):
            raise ValueError(f"a base of {self.n} of {self.wave} cannot be")


@dataclass(frozen=True, kw_only=True)
class Chart:
    """What all charts share; `reading` and `source` come in the language of the reader."""

    kind: ClassVar[str] = "chart"

    key: str
    reading: str
    base: Base
    source: str
    as_of: str

    def __post_init__(self) -> None:
        """Refuse a key that cannot be an identifier in a page, and a date that is none."""
        if not KEY.fullmatch(self.key):
            raise ValueError(f"{self.key!r} is not a chart key: lower-case words joined by hyphens")
        if self.as_of and not AS_OF.fullmatch(self.as_of):
            raise ValueError(f"{self.as_of!r} is not a year, a month or a day in ISO 8601")

    def table(self) -> Table:
        """Give every value of the chart."""
        raise NotImplementedError
