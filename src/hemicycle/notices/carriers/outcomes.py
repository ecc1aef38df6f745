"""What can come of handing over a mail, and what every carrier does."""

from collections.abc import Callable
from typing import Protocol

from hemicycle.notices.envelopes import Envelope


class NotReached(Exception):
    """The server could not be reached, or went away before it was given the mail: nothing was handed over."""


class Refused(Exception):
    """The server said no; the mail is still ours."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code

    @property
    def is_final(self) -> bool:
        """A code of the five hundreds says that asking again is of no use."""
        return self.code >= 500


class NoReceipt(Exception):
    """The mail was handed over and no answer came: it may have been taken, or not."""


class Carrier(Protocol):
    """Takes mails one after the other; `begun` is called just before the mail leaves our hands."""

    instant: bool  # Whether handing over takes no longer than writing a file.

    def carry(self, envelope: Envelope, begun: Callable[[], None]) -> None: ...

    def close(self) -> None: ...
