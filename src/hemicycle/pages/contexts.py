"""What the pages of the tree receive."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from hemicycle.kit.charts import Chart
from hemicycle.ui.parts import Link, Step


@dataclass(frozen=True)
class HomeView:
    """The home page: what is new, the map, the loop, where to start."""

    template: ClassVar[str] = "pages/home.html"

    title: str  # The name in the tab.
    heading: str  # The one heading, written by an editor.
    lead: str  # One sentence, written by an editor, with today's numbers in it.
    language_of_words: str  # The language of heading and lead, where no editor has written them in the page's.
    preview: str  # The picture for link previews.
    arc: Chart  # How many chambers the library tells about.
    world: Chart  # Where the cases come from.
    figures: str  # The address under which both figures can be had, without the figure's name.
    steps: tuple[Step, ...]  # The loop that everything serves, as far as it is built.
    network: tuple[Link, ...]  # Hubs, partners and projects, each with how many there are.
    cards: tuple[Markup, ...]  # The newest cases, as their own package draws them.
    search: str  # Where the search box leads.
    more: str  # The whole list of cases.


@dataclass(frozen=True)
class TextView:
    """A page of plain text, placed by an editor."""

    template: ClassVar[str] = "pages/text.html"

    title: str  # Its title.
    lead: str  # One sentence.
    body: Markup  # Its text, cleaned by the content system.
    language_of_words: str  # The language it is written in.
