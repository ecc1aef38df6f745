"""What the pages of accounts receive."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class EnterPage:
    """The page behind a one-time link: it says who would sign in and has one button."""

    template: ClassVar[str] = "accounts/enter.html"
    indexed: ClassVar[bool] = False

    title: str  # What the page is for.
    lead: str  # Who signs in here.
    valid: bool  # Whether the link still works; if not, the page says what to do.
