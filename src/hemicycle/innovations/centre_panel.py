"""What the library shows on the page about the state of the Centre: what waits to be read, and what is public."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core.catalogue import Panel, Waiting
from hemicycle.innovations import wording
from hemicycle.innovations.duties import queue_of_proposals, queue_of_reviews
from hemicycle.innovations.models import Case, UseCase
from hemicycle.innovations.states import State
from hemicycle.network.states import BodyKind
from hemicycle.ui.formatting import format_date, format_number
from hemicycle.ui.parts import Fact, Link


@dataclass(frozen=True)
class Library:
    """A few numbers about cases and use cases."""

    title: str  # the heading
    anchor: str  # the heading's identifier in the page
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]  # where to go on


def library(uid: UUID, key: str, language: str) -> Library:  # noqa: ARG001 - there is one library.
    """The queue as the desk knows it, and what everybody reads; four queries."""
    states = dict(Case.objects.order_by().values_list("state").annotate(Count("pk")))
    use_cases = UseCase.objects.filter(state=State.PUBLISHED).count()
    facts = (
        Fact(_("Waiting for review"), *_queue(list(queue_of_reviews()))),
        Fact(_("Proposed words to decide on"), *_queue(list(queue_of_proposals()))),
        Fact(_("Being described"), format_number(states.get(State.DRAFT, 0) + states.get(State.RETURNED, 0))),
        Fact(_("Public cases"), format_number(states.get(State.PUBLISHED, 0))),
        Fact(_("Public use cases"), format_number(use_cases)),
    )
    links = (Link(_("Cases"), wording.address("/cases/")), Link(_("Use cases"), wording.address("/use-cases/")))
    return Library(_("Library"), "library", facts, links)


def _queue(rows: Sequence[Waiting]) -> tuple[str, str]:
    """How many wait; since when the first does, and how many are beyond what was promised."""
    if not rows:
        return format_number(0), ""
    late = sum(row.due is not None and row.due < timezone.now() for row in rows)
    said = [_("the first since %(date)s") % {"date": format_date(min(row.since for row in rows))}]
    if late:
        said.append(ngettext("%(n)s is late", "%(n)s are late", late) % {"n": format_number(late)})
    return format_number(len(rows)), " · ".join(said)


PANELS = (Panel("innovations.centre", BodyKind.SECRETARIAT.value, "innovations/centre.html", library),)
