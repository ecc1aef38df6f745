"""Addresses to which people may write first, such as a hub's: packages above say what becomes of a letter.

A reply goes to the signed address of its thread; a mailbox is where a conversation begins. The reader that takes in
mail knows no subject: it asks here whether a local part is somebody's, and hands over what was written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hemicycle.accounts.models import Person


@dataclass(frozen=True)
class FirstLetter:
    """What was written to a mailbox, cleaned of quotations."""

    subject: str
    text: str
    message_id: str  # By which the same letter is known when it comes twice.


@dataclass(frozen=True)
class Mailbox:
    """Addresses of one sort, such as hub+caribbean@…"""

    word: str  # What stands before the plus sign.
    # known(name): whether there is such a mailbox.
    known: Callable[[str], bool]
    # take(name, person, letter): what becomes of it; PermissionDenied or ValidationError say why not. The uid of the
    # thread that it opened, if it opened one.
    take: Callable[[str, Person, FirstLetter], UUID | None]


MAILBOXES: dict[str, Mailbox] = {}


def mailbox(*boxes: Mailbox) -> None:
    """Make mailboxes known; called by the packages whose they are, when they are loaded."""
    for each in boxes:
        if MAILBOXES.setdefault(each.word, each) != each:
            raise ValueError(f"two sorts of mailboxes are called {each.word}")


def box_of(local: str) -> tuple[Mailbox, str] | None:
    """The mailbox with this local part and its name, if there is one; of hub+caribbean that is caribbean."""
    word, _plus, name = local.lower().partition("+")
    box: Any = MAILBOXES.get(word)
    return (box, name) if box is not None and name and box.known(name) else None
