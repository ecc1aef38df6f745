"""What the page of the demonstration receives."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from hemicycle.demo import queries


@dataclass(frozen=True)
class Line:
    """One person as whoever tries the site out sees them."""

    uid: str  # Whom the button signs in.
    name: str  # What they are called.
    address: str  # Their mail address, to which nothing can be sent.


@dataclass(frozen=True)
class DemoPage:
    """The people of the demonstration, each with a button that signs in."""

    template: ClassVar[str] = "demo/demo.html"
    indexed: ClassVar[bool] = False

    title: str  # The page's name.
    lead: str  # What these people are for.
    people: tuple[Line, ...]  # The people, in the order of their offices.


def demo_page() -> DemoPage:
    return DemoPage(
        title=_("Demonstration"),
        lead=_(
            "These people were invented, so that the site can be tried in every role. "
            "They are on this machine alone, and nothing of theirs is public."
        ),
        people=tuple(Line(str(person.uid), person.name, person.email) for person in queries.in_order()),
    )
