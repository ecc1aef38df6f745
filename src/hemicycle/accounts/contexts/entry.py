"""Pages behind links: the operator's entry link and mailed deeds."""

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


@dataclass(frozen=True)
class DeedPage:
    """The page behind a mailed link: what would be done, and one button that does it."""

    template: ClassVar[str] = "accounts/deed.html"
    indexed: ClassVar[bool] = False

    title: str  # what would be done
    lead: str  # what pressing the button means
    button: str  # the verb on the button
    address: str  # whose link this is, so that somebody to whom a mail was forwarded notices
    error: str  # why it could not be done; empty at first


@dataclass(frozen=True)
class SpentPage:
    """The page behind a mailed link that does nothing any more."""

    template: ClassVar[str] = "accounts/spent.html"
    indexed: ClassVar[bool] = False

    title: str  # that the link does nothing any more
    lead: str  # why that may be
