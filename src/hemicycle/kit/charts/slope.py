"""Lines from one wave to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import ClassVar, NamedTuple

from .basis import Chart, Measure, Table
from .scale import check_interval, check_maximum


class SlopeLine(NamedTuple):
    """One item in two waves; a line that carries the message is emphasised."""

    key: str
    label: str
    before: float | None
    after: float | None
    emphasis: bool = False


@dataclass(frozen=True, kw_only=True)
class Slope(Chart):
    """Two waves side by side, joined by a line for each item."""

    kind: ClassVar[str] = "slope"

    lines: tuple[SlopeLine, ...]
    before_label: str
    after_label: str
    measure: Measure = "percent"
    maximum: float = 100
    row_label: str = ""

    def __post_init__(self) -> None:
        """Refuse values off the scale."""
        super().__post_init__()
        check_maximum(self.maximum)
        for line in self.lines:
            check_interval(line.key, line.before, None, None, self.maximum)
            check_interval(line.key, line.after, None, None, self.maximum)

    def table(self) -> Table:
        """List both values of each item, and the change between them where both are known."""
        rows = tuple((line.label, line.before, line.after, change(line)) for line in self.lines)
        return Table(("item", "before", "after", "change"), rows)


def change(line: SlopeLine) -> float | None:
    """Give after less before, rounded against binary dust; None unless both are known."""
    if line.before is None or line.after is None:
        return None
    return round(line.after - line.before, 10)


def spread(places: Sequence[float], sizes: Sequence[float], top: float, bottom: float) -> tuple[float, ...]:
    """Move labels apart until none overlap, keeping their order and staying as near to their places as can be.

    Shapes: as many centres as places, in the order given. Units: those of `places`, growing downwards; `sizes` are the
    heights of the labels. Errors: ValueError when they cannot all fit with their centres between top and bottom.
    Source: isotonic regression by pooling adjacent violators, on places less the room that earlier labels take.
    """
    order = sorted(range(len(places)), key=places.__getitem__)
    steps = [(sizes[one] + sizes[next_one]) / 2 for one, next_one in pairwise(order)]
    room = list(accumulate(steps, initial=0.0))
    if places and room[-1] > bottom - top + 1e-9:
        raise ValueError(f"{len(places)} labels do not fit between {top} and {bottom}")
    blocks: list[tuple[float, int]] = []
    for rank, index in enumerate(order):
        mean, size = places[index] - room[rank], 1
        while blocks and blocks[-1][0] >= mean:
            other, others = blocks.pop()
            mean, size = (mean * size + other * others) / (size + others), size + others
        blocks.append((mean, size))
    levels = [min(max(mean, top), bottom - room[-1]) for mean, size in blocks for _ in range(size)]
    moved = {index: levels[rank] + room[rank] for rank, index in enumerate(order)}
    return tuple(moved[index] for index in range(len(places)))
