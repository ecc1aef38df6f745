"""Lines from one wave to the next."""

from dataclasses import dataclass
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


def spread(places: tuple[float, ...], gap: float, top: float, bottom: float) -> tuple[float, ...]:
    """Move labels apart until no two are nearer than `gap`, keeping their order and staying as near as can be.

    Shapes: as many places as given, in the order given. Units: those of `places`, growing downwards.
    Errors: ValueError when they cannot all fit between top and bottom.
    Source: clusters of touching labels sit at the mean of what they label (pool adjacent violators).
    """
    if gap * (len(places) - 1) > bottom - top:
        raise ValueError(f"{len(places)} labels do not fit between {top} and {bottom}")
    order = sorted(range(len(places)), key=places.__getitem__)
    blocks: list[tuple[float, int]] = []
    for rank, index in enumerate(order):
        mean, size = places[index] - rank * gap, 1
        while blocks and blocks[-1][0] >= mean:
            other, others = blocks.pop()
            mean, size = (mean * size + other * others) / (size + others), size + others
        blocks.append((mean, size))
    last = bottom - gap * (len(places) - 1)
    level = [min(max(mean, top), last) for mean, size in blocks for _ in range(size)]
    moved = {index: level[rank] + rank * gap for rank, index in enumerate(order)}
    return tuple(moved[index] for index in range(len(places)))
