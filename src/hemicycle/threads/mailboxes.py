"""Addresses to which people may write first, such as a hub's: packages above say what becomes of a letter.

A reply goes to the signed address of its thread; a mailbox is where a conversation begins. The reader that takes in
mail knows no subject: it asks here whether a local part is somebody's, and hands over what was written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings

from hemicycle.accounts.models import Person

# What a mailbox may be called; nothing else is looked up for strangers.
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")


@dataclass(frozen=True)
class FirstLetter:
    """What was written to a mailbox, cleaned of quotations."""

    subject: str  # On one line, without what mail programs put before it; may be empty.
    text: str
    message_id: str  # By which the same letter is known when it comes twice.
    answers: UUID | None = None  # The conversation that it answers, if its mail program says so.


@dataclass(frozen=True)
class Mailbox:
    """Addresses of one sort, such as hub+caribbean@…"""

    word: str  # What stands before the plus sign.
    # known(name): whether there is such a mailbox.
    known: Callable[[str], bool]
    # admits(name, person): whether letters of this person are taken there now.
    admits: Callable[[str, Person], bool]
    # take(name, person, letter): what becomes of it; PermissionDenied or ValidationError say why not. The uid of the
    # thread in which it stands now.
    take: Callable[[str, Person, FirstLetter], UUID]


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
    return (box, name) if box is not None and NAME.fullmatch(name) and box.known(name) else None


def address_of(word: str, name: str) -> str:
    """The whole address of a mailbox; empty on a node to which no mail comes."""
    return f"{word}+{name}@{settings.MAIL_DOMAIN}" if settings.MAIL_DOMAIN else ""
