"""What the pages of the vocabulary receive."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class Branch:
    """One branch of the tree with its terms."""

    label: str  # in the language of the page
    slug: str  # also its anchor
    address: str  # its page
    note: str  # what the branch is for, in English; may be empty
    terms: tuple[Link, ...]  # each with how many things bear it


@dataclass(frozen=True)
class TopicsPage:
    """The whole vocabulary as one tree."""

    template: ClassVar[str] = "topics/topics.html"
    section: ClassVar[str] = "topics:topics"

    title: str  # of the page
    lead: str  # what the vocabulary is for
    branches: tuple[Branch, ...]  # in their order


@dataclass(frozen=True)
class BranchPage:
    """One branch of the vocabulary."""

    template: ClassVar[str] = "topics/branch.html"
    section: ClassVar[str] = "topics:topics"

    title: str  # the branch's label
    lead: str  # its note, in English
    trail: tuple[Link, ...]  # the way to here
    terms: tuple[Link, ...]  # each with how many things bear it
    names: tuple[Link, ...]  # its labels in the other languages


@dataclass(frozen=True)
class Bearing:
    """The things of one kind that bear the term."""

    title: str  # the kind, in the plural
    identifier: str  # for the page's anchors
    count: str  # how many there are, in words
    cards: tuple[Markup, ...]  # the newest few, as their own package draws them
    all: Link  # the list, narrowed by the term


@dataclass(frozen=True)
class TopicPage:
    """One term: what it is called, and what bears it."""

    template: ClassVar[str] = "topics/topic.html"
    section: ClassVar[str] = "topics:topics"

    title: str  # its label
    lead: str  # its note, in English; may be empty
    code: str  # its permanent code
    origin: str  # where the term comes from, in words
    trail: tuple[Link, ...]  # the way to here
    names: tuple[Link, ...]  # its labels in the other languages
    narrower: tuple[Link, ...]  # terms below it
    bearing: tuple[Bearing, ...]  # what bears it, by kind
    panels: tuple[Markup, ...]  # what other packages show here
