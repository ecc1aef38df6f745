"""The world as equal tiles, so that the small states are seen."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from .bands import Band, band_of, check_bands
from .basis import Chart, Table


class Tile(NamedTuple):
    """One country: its key, its name, its column and row from 1, its value, and the address of its page."""

    key: str
    label: str
    col: int
    row: int
    value: float | None = None
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class TileGrid(Chart):
    """Tiles in columns and rows, each in one of up to five classes; a value that is not known is None.

    Where the classes are `worded`, such as the parts that somebody takes, values only say their order; the first class
    is then that of all the rest, and is not listed among the values.
    """

    kind: ClassVar[str] = "tiles"

    tiles: tuple[Tile, ...]
    bands: tuple[Band, ...]
    tile_label: str = ""
    value_label: str = ""
    worded: bool = False

    def __post_init__(self) -> None:
        """Refuse tiles that clash or lie outside, and classes out of order."""
        super().__post_init__()
        check_bands(self.bands)
        taken: dict[tuple[int, int], str] = {}
        for tile in self.tiles:
            rival = taken.setdefault((tile.col, tile.row), tile.key)
            if rival != tile.key or min(tile.col, tile.row) < 1:
                raise ValueError(f"{tile.key} has no place of its own at column {tile.col}, row {tile.row}")

    @property
    def columns(self) -> int:
        """Count the columns."""
        return max((tile.col for tile in self.tiles), default=0)

    @property
    def rows(self) -> int:
        """Count the rows."""
        return max((tile.row for tile in self.tiles), default=0)

    def band(self, tile: Tile) -> int | None:
        """Give the number of the tile's class."""
        return band_of(tile.value, self.bands)

    def table(self) -> Table:
        """List the tiles, with the words for their class."""
        rows = []
        for tile in self.tiles:
            band = self.band(tile)
            rows.append((tile.key, tile.label, tile.value, None if band is None else self.bands[band].label))
        if self.worded:
            told = tuple((key, label, name) for key, label, value, name in rows if value != self.bands[0].least)
            return Table(("key", "tile", "class"), told)
        return Table(("key", "tile", "value", "class"), tuple(rows))
