"""What the pages of notices receive."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class UnsubscribePage:
    """The page behind the way out of a mail; it acts only when its button is pressed."""

    template: ClassVar[str] = "notices/unsubscribe.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what pressing the button means, or what has been done
    button: str  # a verb; empty when nothing can be done
    again: bool  # whether the button brings back what was ended
    preferences: str  # where all choices are; may be empty


@dataclass(frozen=True)
class PostedPage:
    """Where the link leads by which somebody has said that a letter is theirs."""

    template: ClassVar[str] = "notices/posted.html"
    indexed: ClassVar[bool] = False

    title: str  # that it was posted
    lead: str  # who reads it


@dataclass(frozen=True, slots=True)
class Held:
    """One mail, letter or address that went no further by itself."""

    address: str  # where the decision about it is posted
    title: str  # what it is
    whose: str  # to or from whom
    at: datetime  # since when
    note: str  # what is known of why
    acts: tuple[tuple[str, str], ...]  # the decisions that can be taken, as value and verb


@dataclass(frozen=True)
class CarePage:
    """What awaits the decision of an operator: mails, letters that came in, addresses that do not work."""

    template: ClassVar[str] = "notices/care.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # what is to be decided here
    error: str  # why the last decision could not be taken; may be empty
    parked: tuple[Held, ...]  # mails of which nobody knows whether they were taken
    dead: tuple[Held, ...]  # mails that were refused, or tried too often
    letters: tuple[Held, ...]  # letters that were not posted
    addresses: tuple[Held, ...]  # addresses whose mail comes back


@dataclass(frozen=True)
class FolderPage:
    """The mails that this machine would have sent, newest first."""

    template: ClassVar[str] = "notices/folder.html"
    indexed: ClassVar[bool] = False

    title: str  # what the page is for
    lead: str  # why these mails are here
    mails: tuple[Link, ...]  # each mail, with to whom it goes


@dataclass(frozen=True)
class FoundPage:
    """One mail from the folder."""

    template: ClassVar[str] = "notices/found.html"
    indexed: ClassVar[bool] = False

    title: str  # its subject
    headers: tuple[tuple[str, str], ...]  # every header, in order
    text: str  # its plain text
    links: tuple[str, ...]  # every address in its text
    page: str  # where its HTML is shown; empty where it has none
