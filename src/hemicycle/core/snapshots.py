"""Small registers held whole in memory, made anew as soon as the counter of one of their kinds has moved."""

from collections.abc import Callable
from typing import Generic, TypeVar

from hemicycle.core import counters

Content = TypeVar("Content")


class Snapshot(Generic[Content]):
    """A value built from the database and valid for as long as its kinds do not change.

    The counters are read before the build, so a change during the build is seen at the next call.
    """

    def __init__(self, *kinds: str, build: Callable[[], Content]) -> None:
        self.kinds = kinds
        self.build = build
        self.held: tuple[tuple[str, ...], Content] | None = None

    def now(self) -> Content:
        key = counters.key(self.kinds)
        held = self.held
        if held is None or held[0] != key:
            held = (key, self.build())
            self.held = held
        return held[1]
