"""The lists of hubs, of their outputs and of their updates."""

from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import facets
from hemicycle.core.catalogue import Offer
from hemicycle.core.lists import Listed
from hemicycle.hubs import figures, policy, wording
from hemicycle.hubs.cards import Card
from hemicycle.hubs.models import Hub
from hemicycle.hubs.records import COUNTRY, HOSTING, TAKING_PART
from hemicycle.kit.charts import TileGrid
from hemicycle.network import policy as network
from hemicycle.ui.formatting import format_number
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import FacetGroup, Link, Pages


@dataclass(frozen=True)
class ListPage:
    """A list narrowed by its facets."""

    template: ClassVar[str] = "hubs/list.html"
    section: ClassVar[str] = "hubs:hubs"

    title: str  # what is listed
    lead: str  # one sentence on it
    summary: str  # how many there are
    chart: TileGrid | None  # where hubs have hosts and members; nothing beside a narrowed list
    figures: str  # address of the figure, without its ending
    cards: tuple[Card, ...]  # of this page
    groups: tuple[FacetGroup, ...]  # by which the list can be narrowed
    cleared: str  # the whole list
    pages: Pages  # where this page stands
    downloads: tuple[Link, ...]  # the same list as open data
    more: tuple[Link, ...]  # what else there is


def hubs_page(offer: Offer, listed: Listed, viewer: Any) -> ListPage:
    number = ngettext("%(n)s hub", "%(n)s hubs", listed.total) % {"n": format_number(listed.total)}
    whole = not listed.chosen and listed.pages.number == 1
    return ListPage(
        title=_("Hubs"),
        lead=_(
            "In a hub, parliaments of one region, or those that work on one theme, learn from each other. Parliaments "
            "and partners host them."
        ),
        summary=number,
        chart=world() if whole else None,
        figures=wording.address("/hubs/world"),
        more=_ways(viewer),
        **_shared(offer, listed, "/hubs"),
    )


def world() -> TileGrid | None:
    """The world with what is known of all hubs; without a query, and nothing where nothing is known."""
    counts = facets.counted(Hub.kind, {})
    here = [counts.get(mark, {}) for mark in (COUNTRY, TAKING_PART, HOSTING)]
    return figures.of_all_hubs(*here) if any(here) else None


def _ways(viewer: Any) -> tuple[Link, ...]:
    found = [Link(_("What hubs made"), wording.address("/hubs/outputs/"))]
    found.append(Link(_("Updates"), wording.address("/hubs/updates/")))
    found.append(Link(_("Calendar"), wording.address("/calendar/")))
    found.append(Link(_("Partners"), wording.address("/partners/")))
    if any(policy.may_offer(viewer, office.body) for office in network.offices_today(viewer)):
        found.insert(0, Link(_("Offer to host a hub"), wording.address("/hubs/offer/")))
    return tuple(found)


def outputs_page(offer: Offer, listed: Listed) -> ListPage:
    number = ngettext("%(n)s output", "%(n)s outputs", listed.total) % {"n": format_number(listed.total)}
    return ListPage(
        title=_("Outputs of hubs"),
        lead=_("What hubs made: surveys, guidelines, methods, portals, events."),
        summary=number,
        chart=None,
        figures="",
        more=(Link(_("Hubs"), wording.address("/hubs/")),),
        **_shared(offer, listed, "/hubs/outputs"),
    )


def updates_page(offer: Offer, listed: Listed) -> ListPage:
    number = ngettext("%(n)s update", "%(n)s updates", listed.total) % {"n": format_number(listed.total)}
    return ListPage(
        title=_("Updates of hubs"),
        lead=_("What hubs do, told in short by themselves."),
        summary=number,
        chart=None,
        figures="",
        more=(Link(_("Hubs"), wording.address("/hubs/")),),
        **_shared(offer, listed, "/hubs/updates"),
    )


def _shared(offer: Offer, listed: Listed, path: str) -> dict[str, Any]:
    cards = offer.cards(listed.uids, active_language())
    return {
        "cards": tuple(cards[uid] for uid in listed.uids if uid in cards),
        "groups": listed.groups,
        "cleared": listed.cleared,
        "pages": listed.pages,
        "downloads": tuple(
            Link(label, wording.address(_narrowed(f"{path}.{form}", listed.chosen)))
            for label, form in (("CSV", "csv"), ("JSON", "json"))
        ),
    }


def _narrowed(path: str, chosen: Any) -> str:
    asked = urlencode(chosen, doseq=True)
    return f"{path}?{asked}" if asked else path
