"""Dots on lines: for each item, the values of a few groups side by side."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from .basis import Cell, Chart, Measure, Table
from .scale import check_interval, check_maximum

MOST_SERIES = 5


class Point(NamedTuple):
    """One group's value for one item, with its interval."""

    value: float | None
    low: float | None = None
    high: float | None = None


class DotRow(NamedTuple):
    """One item, with one point for each series in their order."""

    key: str
    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True)
class DotPlot(Chart):
    """Rows of points from 0 to `maximum`; each series has its own shape, so at most five."""

    kind: ClassVar[str] = "dotplot"

    series: tuple[str, ...]
    dot_rows: tuple[DotRow, ...]
    measure: Measure = "percent"
    maximum: float = 100
    row_label: str = ""
    interval_label: str = ""

    def __post_init__(self) -> None:
        """Refuse too many series, rows that miss a series, and points off the scale."""
        super().__post_init__()
        check_maximum(self.maximum)
        if not 1 <= len(self.series) <= MOST_SERIES:
            raise ValueError(f"{self.key} has {len(self.series)} series; one to five can be told apart")
        for row in self.dot_rows:
            if len(row.points) != len(self.series):
                raise ValueError(f"{row.key} has {len(row.points)} points for {len(self.series)} series")
            for point in row.points:
                check_interval(row.key, point.value, point.low, point.high, self.maximum)

    @property
    def has_intervals(self) -> bool:
        """Say whether any point has an interval."""
        return any(point.low is not None for row in self.dot_rows for point in row.points)

    def table(self) -> Table:
        """List one row per item and series; the interval has columns when any point has one."""
        intervals = self.has_intervals
        rows: list[tuple[Cell, ...]] = [
            (row.label, series, point.value, *((point.low, point.high) if intervals else ()))
            for row in self.dot_rows
            for series, point in zip(self.series, row.points, strict=True)
        ]
        return Table(("item", "group", "value", *(("low", "high") if intervals else ())), tuple(rows))
