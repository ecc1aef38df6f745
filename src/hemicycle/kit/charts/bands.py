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


def depth(band: int, of: int) -> int:
    """Spread the classes over the five depths of the colour scale, 0 to 4, so that the first and last are its ends."""
    return 0 if of == 1 else round(band * (MOST_BANDS - 1) / (of - 1))
