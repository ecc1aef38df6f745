"""The house chart: dots in arcs, where one dot is one chamber or one seat."""

from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar, Literal, NamedTuple

from .arcs import arc_positions
from .basis import Chart, Table
from .shares import apportion

Tone = Literal["yes", "partly", "planned", "no", "not_applicable", "no_answer", "neutral"]

# What one dot may stand for, so that a reader can count on.
ROUND = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Group:
    """The dots of one answer: a key, the words for it, how many, and its place on the answer scale."""

    key: str
    label: str
    count: int
    tone: Tone = "neutral"


class Wedge(NamedTuple):
    """A group with the centres of its dots."""

    group: Group
    positions: tuple[tuple[float, float], ...]


@dataclass(frozen=True, kw_only=True)
class Hemicycle(Chart):
    """Chambers or seats as dots in arcs; each group is a wedge, from left to right in the order given."""

    kind: ClassVar[str] = "hemicycle"

    groups: tuple[Group, ...]
    unit: Literal["chamber", "seat"] = "chamber"
    most_dots: int = 700

    def __post_init__(self) -> None:
        """Refuse negative counts, and more groups than dots."""
        super().__post_init__()
        if any(group.count < 0 for group in self.groups):
            raise ValueError(f"a group of {self.key} has fewer than no members")
        if sum(1 for group in self.groups if group.count) > self.most_dots:
            raise ValueError(f"{self.key} has more groups than dots")

    @property
    def total(self) -> int:
        """Count all chambers or seats."""
        return sum(group.count for group in self.groups)

    @property
    def per_dot(self) -> int:
        """Say how many chambers or seats one dot stands for: 1, or the least of 2, 5, 10, 20 … that fits."""
        tens = 1
        while True:
            for digit in ROUND:
                if self.total <= digit * tens * self.most_dots:
                    return digit * tens
            tens *= 10

    @property
    def dots(self) -> tuple[int, ...]:
        """Count the dots of each group; they are in proportion, and no group with members is without a dot."""
        counts = [group.count for group in self.groups]
        if self.per_dot == 1:
            return tuple(counts)
        least = [min(count, 1) for count in counts]
        return tuple(apportion(max(-(-self.total // self.per_dot), sum(least)), counts, least))

    def wedges(self) -> tuple[Wedge, ...]:
        """Give each group its dots, by angle."""
        places = arc_positions(sum(self.dots)).positions
        ends = list(accumulate(self.dots, initial=0))
        return tuple(
            Wedge(group, places[start:end]) for group, start, end in zip(self.groups, ends[:-1], ends[1:], strict=True)
        )

    def table(self) -> Table:
        """List the groups with their counts, and their shares of all in percent."""
        return Table(
            ("group", self.unit + "s", "percent"),
            tuple(
                (group.label, group.count, round(100 * group.count / self.total, 1) if self.total else None)
                for group in self.groups
            ),
        )
