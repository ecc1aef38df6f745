"""Checks that values lie on their scale, and round steps along it."""

from math import floor, log10


def check_maximum(maximum: float) -> None:
    """Refuse a scale without length."""
    if maximum <= 0:
        raise ValueError(f"a scale from 0 to {maximum} has no length")


def check_interval(key: str, value: float | None, low: float | None, high: float | None, maximum: float) -> None:
    """Refuse a value off the scale, half an interval, or an interval that does not hold its value."""
    if (low is None) != (high is None):
        raise ValueError(f"{key} has only one end of its interval")
    known = [number for number in (low, value, high) if number is not None]
    if known != sorted(known) or any(not 0 <= number <= maximum for number in known):
        raise ValueError(f"{key}: {known} is not in order between 0 and {maximum}")


def ticks(maximum: float, most: int = 5) -> tuple[float, ...]:
    """Give round steps from 0 to at most `maximum`, no more than `most` + 1 of them.

    Units: those of the scale. Errors: ValueError when the scale has no length. Source: steps of 1, 2, 2.5 or 5 times
    a power of ten.
    """
    check_maximum(maximum)
    tens = 10.0 ** floor(log10(maximum / most))
    step = next(tens * digit for digit in (1, 2, 2.5, 5, 10) if maximum / (tens * digit) <= most)
    return tuple(round(step * number, 10) for number in range(int(maximum / step + 1e-9) + 1))
