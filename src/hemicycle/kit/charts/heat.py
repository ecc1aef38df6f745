"""A table whose cells are shaded by class."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from .bands import Band, band_of, check_bands
from .basis import Cell, Chart, Measure, Table


class HeatRow(NamedTuple):
    """One row, with one value for each column in their order."""

    key: str
    label: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, kw_only=True)
class HeatTable(Chart):
    """Rows by columns of values, each in one of up to five classes."""

    kind: ClassVar[str] = "heat"

    columns: tuple[str, ...]
    heat_rows: tuple[HeatRow, ...]
    bands: tuple[Band, ...]
    measure: Measure = "percent"
    row_label: str = ""

    def __post_init__(self) -> None:
        """Refuse rows that miss a column, and classes out of order."""
        super().__post_init__()
        check_bands(self.bands)
        for row in self.heat_rows:
            if len(row.values) != len(self.columns):
                raise ValueError(f"{row.key} has {len(row.values)} values for {len(self.columns)} columns")

    def band(self, value: float | None) -> int | None:
        """Give the number of a value's class."""
        return band_of(value, self.bands)

    def table(self) -> Table:
        """List one row per row of the chart, with its values under the chart's own column labels."""
        rows: list[tuple[Cell, ...]] = [(row.label, *row.values) for row in self.heat_rows]
        return Table(("item", *self.columns), tuple(rows))
