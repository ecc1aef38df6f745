"""The small values that components draw: links, facts, facets, pages of a list, cells of a table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A way to somewhere."""

    label: str  # what the reader sees
    address: str  # where it leads; empty means text only
    note: str = ""  # said small beside it: a count, a size, a date
    language: str = ""  # the label's language where it is not the page's


@dataclass(frozen=True, slots=True)
class Fact:
    """One known thing about a record."""

    label: str  # what is said
    value: str  # the value, written for the reader
    note: str = ""  # source or date, small
    source: str = ""  # address of the source, linked from the note
    doubtful: str = ""  # why the value may be wrong; empty when nobody doubts it
    language: str = ""  # the value's language where it is not the page's


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value by which a list can be narrowed."""

    label: str  # the value, written for the reader
    count: int | None  # how many things the list would show; nothing when it was not counted
    address: str  # the list with this value added, or removed when it is selected
    selected: bool = False  # whether the list is narrowed by it now
    depth: int = 0  # how deep it stands in a tree


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """The values of one facet."""

    name: str  # the facet's word in the address; also its id in the page
    title: str  # what the facet is about
    values: tuple[FacetValue, ...]  # in the order shown
    opened: bool = True  # whether the group stands open at first
    shown: int = 8  # how many values are shown before "more"

    @property
    def selected(self) -> tuple[FacetValue, ...]:
        """The values by which the list is narrowed now."""
        return tuple(value for value in self.values if value.selected)

    @property
    def first(self) -> tuple[FacetValue, ...]:
        """The values that are seen at once."""
        return self.values[: self.shown]

    @property
    def rest(self) -> tuple[FacetValue, ...]:
        """The values behind "more"."""
        return self.values[self.shown :]


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a reader stands in a list of several pages."""

    number: int  # this page, from 1
    count: int  # how many pages there are
    previous: str  # address of the page before; empty on the first
    following: str  # address of the page after; empty on the last
    numbered: tuple[Link | None, ...] = ()  # links to pages by number; nothing stands for a gap


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, when it is more than words."""

    text: str  # what it says
    address: str = ""  # where it leads
    note: str = ""  # said small below
    doubtful: str = ""  # why it may be wrong
    numeric: bool = False  # whether it stands at the end of its column


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    label: str  # its heading
    numeric: bool = False  # whether its values stand at the end


@dataclass(frozen=True, slots=True)
class Event:
    """One step in the history of a record."""

    date: str  # ISO date, possibly partial; empty when nobody knows
    text: str  # what happened
    by: str = ""  # who did it, if that is public
    address: str = ""  # where to read more


@dataclass(frozen=True, slots=True)
class Step:
    """One of several steps shown side by side."""

    title: str  # a verb
    text: str  # what it means for the reader
    address: str = ""  # where to do it


@dataclass(frozen=True, slots=True)
class Credit:
    """What a funder asks to be said on everything that was made with its support."""

    line: str  # whom to thank; may be empty
    disclaimer: str  # for what the funder does not answer; may be empty
    language: str  # of the line
    disclaimer_language: str  # of the disclaimer
