"""What the page of results receives."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core.catalogue import OFFERS
from hemicycle.core.lists import address, groups, no_page, page_number, pages_of
from hemicycle.search import facets, queries, wording
from hemicycle.search.states import LONGEST_QUESTION, PAGE_SIZE, Hit, Hits
from hemicycle.ui.formatting import format_number
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import FacetGroup, Pages


@dataclass(frozen=True)
class Result:
    """One hit as the reader sees it."""

    title: str  # in the language of the page where there is such a text
    address: str  # its page
    kind: str  # the word for its kind
    lead: str  # one or two sentences; empty for a name
    language: str  # the language of title and lead
    reasons: str  # why it was found


@dataclass(frozen=True)
class SearchPage:
    """The answer to a question, or the box alone while none was asked."""

    template: ClassVar[str] = "search/search.html"
    section: ClassVar[str] = "search:search"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    question: str  # as it was asked; empty while none was
    box: str  # where the search box leads
    results: tuple[Result, ...]  # this page of the hits
    summary: str  # how many there are
    spellings: tuple[str, ...]  # what was sought in place of words that nobody uses
    groups: tuple[FacetGroup, ...]  # the facets with counts
    pages: Pages  # where this page stands
    cleared: str  # the same question without any choice
    narrowed: bool  # whether a choice was made

    @property
    def lead(self) -> str:
        """What messengers say of a link to an answer."""
        return _("Ask in any language: words and meaning are searched in all of them.")


def search_page(parameters: Mapping[str, Any], path: str) -> SearchPage:
    """The page for an address; a choice or a page that does not exist is *not found*."""
    question = str(parameters.get("q", "")).strip()[:LONGEST_QUESTION]
    offered = facets.offered()
    chosen = facets.chosen(offered, parameters)
    number = page_number(str(parameters.get("page", "")))
    hits = queries.search(question, language=active_language(), facets=chosen, page=number)
    if number > 1 and not hits.hits:
        raise no_page(str(number))
    asked = {"q": question}
    return SearchPage(
        title=_("Search: %(question)s") % {"question": question} if question else _("Search"),
        question=question,
        box=path,
        results=tuple(_result(hit) for hit in hits.hits),
        summary=_summary(question, hits),
        spellings=tuple(wording.spelling(written, near) for written, near in hits.spellings.items()),
        groups=groups(offered, hits.counts, chosen, path, asked) if question else (),
        pages=pages_of(number, hits.total, PAGE_SIZE, lambda to: address(path, chosen, {**asked, "page": str(to)})),
        cleared=address(path, {}, asked),
        narrowed=bool(chosen),
    )


def _result(hit: Hit) -> Result:
    offer = OFFERS.get(hit.kind)
    return Result(
        title=hit.title,
        address=queries.address(hit),
        kind=str(offer.name[0]) if offer else "",
        lead=hit.lead,
        language=hit.language,
        reasons=wording.reasons(hit.reasons),
    )


def _summary(question: str, hits: Hits) -> str:
    if not question or not hits.total:
        return ""
    return ngettext("%(n)s result", "%(n)s results", hits.total) % {"n": format_number(hits.total)}
