"""Bars with intervals and a mark to compare with."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from .basis import Chart, Measure, Table
from .scale import check_interval, check_maximum


class Bar(NamedTuple):
    """One bar: its value, the interval around it, and the value to compare with (a peer group's, say)."""

    key: str
    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    mark: float | None = None


@dataclass(frozen=True, kw_only=True)
class Bars(Chart):
    """Values from 0 to `maximum`, one bar each, in the order given; the labels say what each part is."""

    kind: ClassVar[str] = "bars"

    bars: tuple[Bar, ...]
    measure: Measure = "percent"
    maximum: float = 100
    row_label: str = ""
    value_label: str = ""
    mark_label: str = ""
    interval_label: str = ""

    def __post_init__(self) -> None:
        """Refuse bars that leave the scale, and intervals that miss their value."""
        super().__post_init__()
        check_maximum(self.maximum)
        for bar in self.bars:
            check_interval(bar.key, bar.value, bar.low, bar.high, self.maximum)
            check_interval(bar.key, bar.mark, None, None, self.maximum)

    @property
    def has_intervals(self) -> bool:
        """Say whether any bar has an interval."""
        return any(bar.low is not None for bar in self.bars)

    def table(self) -> Table:
        """List the bars; the columns of intervals and marks are there when any bar has one."""
        intervals = self.has_intervals
        marks = any(bar.mark is not None for bar in self.bars)
        columns = ("item", "value", *(("low", "high") if intervals else ()), *(("mark",) if marks else ()))
        rows = tuple(
            (bar.label, bar.value, *((bar.low, bar.high) if intervals else ()), *((bar.mark,) if marks else ()))
            for bar in self.bars
        )
        return Table(columns, rows)
