"""What a question is, what it finds, and the numbers by which the search is tuned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

# Texts of the index are written and their vectors made in portions of this size.
BATCH = 200
PAGE_SIZE = 20
LONGEST_QUESTION = 300

# The counters of the index: they move with its texts, with their vectors, and with what is alike.
TEXTS = "search.texts"
MEANINGS = "search.meanings"
NEIGHBOURS = "search.neighbours"

# Facets that say what a thing is about: things that share them are alike, and their labels are searched as well.
# Those of stage or cost would find everything for “use” or “money”.
TOPICAL_FACETS = frozenset(
    {"practice", "work", "change", "technology", "beneficiary", "challenge", "policy", "category", "topic"}
)
TELLING_FACETS = TOPICAL_FACETS | {"region"}

# The facets of the page of results beside kind and language, in this order, where an offer has them.
SHOWN_FACETS = ("work", "technology", "region")

KIND = "kind"
# Of the texts; a body of the register has official languages under another name.
LANGUAGE = "text_language"


class Why(StrEnum):
    """Why a thing was found."""

    PHRASE = "phrase"
    WORD = "word"
    LABEL = "label"
    SPELLING = "spelling"
    MEANING = "meaning"


@dataclass(frozen=True)
class Question:
    """What somebody asks, where they stand, and how the answer is narrowed."""

    text: str
    language: str
    kinds: tuple[str, ...] = ()
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    limit: int = PAGE_SIZE
    offset: int = 0
    # Either half can be left out, so that each can be measured alone.
    by_words: bool = True
    by_meaning: bool = True


@dataclass(frozen=True)
class Reason:
    """One reason for a hit: `words` as they stand in the text of `language`, or the label or spelling that matched."""

    why: Why
    words: str = ""
    language: str = ""


@dataclass(frozen=True)
class Hit:
    """One thing that answers a question, in the language in which it is shown."""

    uid: UUID
    kind: str
    key: str
    path: str
    language: str
    title: str
    lead: str
    titles: Mapping[str, str]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Hits:
    """One page of an answer: its hits, how many there are in all, and what each further choice would leave."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    # Facet to value to number; kind and language are facets like the others.
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    # Words that nobody uses, and what was sought in their stead.
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Similar:
    """A thing that is like another, by what both say and what they are about."""

    uid: UUID
    kind: str
    key: str
    path: str
    title: str
    language: str
