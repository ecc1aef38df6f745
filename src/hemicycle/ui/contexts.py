"""What the pages of this package receive."""

from dataclasses import dataclass
from typing import ClassVar

from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class ErrorPage:
    """A page that says what went wrong and what to do."""

    template: ClassVar[str] = "ui/error.html"

    status: int  # the HTTP status, shown small
    title: str  # what happened, as a short heading
    lead: str  # what happened, in one sentence
    advice: str  # what to do now, in one sentence
    links: tuple[Link, ...]  # where to go from here
    words: tuple[str, ...] = ()  # what the reader had typed, to be copied
