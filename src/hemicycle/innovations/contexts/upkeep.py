"""Small pages on which one thing is said about a public case: it is so, it ended, we took it over, it is taken back."""

from dataclasses import dataclass
from typing import Any, ClassVar

from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class DeedPage:
    """One form with one button."""

    template: ClassVar[str] = "innovations/telling/deed.html"
    section: ClassVar[str] = "innovations:cases"
    indexed: ClassVar[bool] = False

    title: str  # what would be done
    lead: str  # what it means
    trail: tuple[Link, ...]  # the way here
    form: Any  # its fields; nothing if it has none
    button_label: str  # a verb
    links: tuple[Link, ...]  # what else can be done
    error: str  # why it was refused; may be empty
