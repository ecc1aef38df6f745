"""What hubs show on the page about the state of the Centre: which live and what is missing."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from hemicycle.core.catalogue import Panel
from hemicycle.hubs import wording
from hemicycle.hubs.queries.standing import Stands, hubs_standing
from hemicycle.hubs.states import HubState
from hemicycle.network.states import BodyKind
from hemicycle.ui.formatting import format_list, format_number
from hemicycle.ui.parts import Fact, Link


@dataclass(frozen=True)
class Hubs:
    """A few numbers about hubs."""

    title: str  # the heading
    anchor: str  # the heading's identifier in the page
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]  # where to go on


def hubs(uid: UUID, key: str, language: str) -> Hubs:  # noqa: ARG001 - there is one network.
    """Of the hubs that are open: where something was recorded lately, and what is missing; four queries."""
    standing = hubs_standing(None)
    running = [hub for hub in standing if hub.state == HubState.OPEN]
    alive = [hub for hub in running if hub.last_sign_at is not None and not hub.quiet]
    facts = (
        _fact(_("Alive"), alive, named=False),
        _fact(_("Quiet for half a year"), [hub for hub in running if hub.quiet]),
        _fact(_("Nothing recorded here yet"), [hub for hub in running if hub.last_sign_at is None], named=False),
        _fact(_("Without a coordinator"), [hub for hub in running if not hub.coordinators], named=False),
        _fact(_("Without a host"), [hub for hub in running if not hub.hosts]),
        _fact(_("Agreement ends soon"), [hub for hub in running if hub.ends]),
        _fact(_("Offered"), [hub for hub in standing if hub.state == HubState.OFFERED]),
    )
    return Hubs(_("Hubs"), "hubs", facts, (Link(_("All hubs"), wording.address("/hubs/")),))


def _fact(label: str, found: list[Stands], *, named: bool = True) -> Fact:
    return Fact(label, format_number(len(found)), format_list([hub.name for hub in found]) if named and found else "")


PANELS = (Panel("hubs.centre", BodyKind.SECRETARIAT.value, "hubs/centre.html", hubs),)
