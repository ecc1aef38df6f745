"""Classes for values that are shown by depth of colour: at most five, each with words."""

from collections.abc import Sequence
from typing import NamedTuple

MOST_BANDS = 5


class Band(NamedTuple):
    """One class: the words for it, and the least value that belongs to it."""

    label: str
    least: float


def check_bands(bands: Sequence[Band]) -> None:
    """Refuse no classes, more than five, or classes out of order."""
    leasts = [band.least for band in bands]
    if not 1 <= len(bands) <= MOST_BANDS or leasts != sorted(set(leasts)):
        raise ValueError(f"{leasts} are not one to five classes in rising order")


def band_of(value: float | None, bands: Sequence[Band]) -> int | None:
    """Give the number of the class a value belongs to; None when the value is unknown or below every class."""
    if value is None or value < bands[0].least:
        return None
    return sum(1 for band in bands if value >= band.least) - 1


def depth(band: int, of: int, *, apart: bool = False) -> int:
    """Spread the classes over the five depths of the colour scale, 0 to 4, so that the first and last are its ends.

    The last class can be set `apart` from those before it, where it is another thing and not only more of the same.
    """
    if of == 1:
        return 0
    spread = band * (MOST_BANDS - 1) / (of - 1)
    return int(spread) if apart else round(spread)
