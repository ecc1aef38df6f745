"""What the pages of threads receive."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from hemicycle.threads.forms import LetterForm
from hemicycle.ui.parts import Link, Pages


@dataclass(frozen=True, slots=True)
class LetterShown:
    """One letter as its readers see it."""

    number: int  # its place in the conversation, from 1
    author: str  # the author's name, or that they have left
    office: str  # in which office they wrote, with the body; may be empty
    posted_at: datetime  # when, in the reader's time zone
    text: str  # the words, plain
    by_mail: bool  # whether it came as an answer by mail
    own: bool  # whether the reader wrote it


@dataclass(frozen=True)
class ThreadPage:
    """A conversation, a page of letters at a time, with the newest page first shown."""

    template: ClassVar[str] = "threads/thread.html"
    indexed: ClassVar[bool] = False

    title: str  # what the thing is called
    lead: str  # how many letters there are
    about: Link  # the thing that the conversation is about
    letters: tuple[LetterShown, ...]  # the letters of this page, oldest first
    pages: Pages  # where this page stands
    form: LetterForm | None  # the reader's own letter, as typed so far; nothing once the conversation is closed
    closed: str  # that nothing more is written; empty while it is open
    ways: tuple[Link, ...]  # what else the reader can do
    posted: bool  # whether the reader has just posted one


@dataclass(frozen=True)
class UnsentPage:
    """What somebody wrote and could not send, given back to them."""

    template: ClassVar[str] = "threads/unsent.html"
    indexed: ClassVar[bool] = False

    title: str  # that it was not sent
    lead: str  # why, and what to do
    text: str  # what they had written
