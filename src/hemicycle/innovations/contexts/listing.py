"""The lists of cases and of use cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core.catalogue import Offer
from hemicycle.core.lists import Listed
from hemicycle.innovations import figures, wording
from hemicycle.innovations.cards import CaseCard
from hemicycle.innovations.queries import cases_by_country
from hemicycle.innovations.ways import ways_to_begin
from hemicycle.kit.charts import TileGrid
from hemicycle.ui.formatting import format_number
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import FacetGroup, Link, Pages


@dataclass(frozen=True)
class ListPage:
    """A list narrowed by its facets."""

    template: ClassVar[str] = "innovations/list.html"

    title: str  # what is listed
    lead: str  # one sentence on it
    kind: str  # "case" or "use_case"
    search: str  # the address of the search
    search_label: str  # what is searched
    summary: str  # how many there are
    cards: tuple[CaseCard, ...]  # of this page, the newest first
    groups: tuple[FacetGroup, ...]  # by which the list can be narrowed
    cleared: str  # the whole list
    pages: Pages  # where this page stands
    downloads: tuple[Link, ...]  # the same list as open data
    chart: TileGrid | None  # the whole library by country; on the first page of the whole list
    more: tuple[Link, ...]  # what else there is


@dataclass(frozen=True)
class CasesPage(ListPage):
    """All cases."""

    section: ClassVar[str] = "innovations:cases"


@dataclass(frozen=True)
class UseCasesPage(ListPage):
    """All use cases."""

    section: ClassVar[str] = "innovations:use_cases"


def cases_page(offer: Offer, listed: Listed, viewer: Any) -> CasesPage:
    counts = cases_by_country()
    whole = not listed.chosen and listed.pages.number == 1
    number = ngettext("%(n)s case", "%(n)s cases", listed.total) % {"n": format_number(listed.total)}
    return CasesPage(
        **_shared(offer, listed),
        title=_("Cases"),
        lead=_("What parliaments changed, what it took, and what came of it."),
        search_label=_("Search the cases"),
        summary=number,
        chart=figures.cases_by_country(counts, listed.total) if whole else None,
        more=(
            *ways_to_begin(viewer),
            Link(_("How innovations spread"), reverse("innovations:spread")),
            Link(_("Use cases: how something should work"), reverse("innovations:use_cases")),
        ),
    )


def use_cases_page(offer: Offer, listed: Listed) -> UseCasesPage:
    number = ngettext("%(n)s use case", "%(n)s use cases", listed.total) % {"n": format_number(listed.total)}
    return UseCasesPage(
        **_shared(offer, listed),
        title=_("Use cases"),
        lead=_("How something should work: its purpose, who takes part, what it needs, what can go wrong."),
        search_label=_("Search the use cases"),
        summary=number,
        chart=None,
        more=(Link(_("Cases: what parliaments did"), reverse("innovations:cases")),),
    )


def _shared(offer: Offer, listed: Listed) -> dict[str, Any]:
    language = active_language()
    cards = offer.cards(listed.uids, language)
    path = "/cases" if offer.kind == "case" else "/use-cases"
    return {
        "kind": offer.kind,
        "search": wording.address("/search/"),
        "cards": tuple(cards[uid] for uid in listed.uids if uid in cards),
        "groups": listed.groups,
        "cleared": listed.cleared,
        "pages": listed.pages,
        "downloads": tuple(
            Link(label, wording.address(_narrowed(f"{path}.{form}", listed.chosen)))
            for label, form in (("CSV", "csv"), ("JSON", "json"))
        ),
    }


def _narrowed(path: str, chosen: Mapping[str, Sequence[str]]) -> str:
    query = urlencode([(name, value) for name, values in chosen.items() for value in values])
    return f"{path}?{query}" if query else path
