"""The pages that people read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hemicycle.core.catalogue import Offer
from hemicycle.core.lists import listed, no_page, page_number, pages_of
from hemicycle.core.pagecache import cached
from hemicycle.core.panels import cached_with_panels
from hemicycle.innovations import analysis, contexts, offer, queries
from hemicycle.network.states import PUBLIC_KINDS
from hemicycle.ui import show

# Every page names places and topics, and is made anew when these change.
GROUND = ("topic", *(kind.value for kind in PUBLIC_KINDS))
SPREADS_PER_PAGE = 20


def parameters_of(offered: Offer) -> tuple[str, ...]:
    return ("page", *(facet.name for facet in offered.facets))


@cached("case", *GROUND, parameters=parameters_of(offer.CASES))
def cases(request: HttpRequest) -> HttpResponse:
    found = listed(offer.CASES, request.GET, request.path, beginning=offer.FIRST_CASE_FACETS)
    return show(request, contexts.cases_page(offer.CASES, found, request.user))


@cached("use_case", *GROUND, parameters=parameters_of(offer.USE_CASES))
def use_cases(request: HttpRequest) -> HttpResponse:
    found = listed(offer.USE_CASES, request.GET, request.path, beginning=offer.FIRST_USE_CASE_FACETS)
    return show(request, contexts.use_cases_page(offer.USE_CASES, found))


@cached_with_panels("case", *GROUND)
def case(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.whole_cases(request.user), slug=slug)
    return show(request, contexts.case_page(found, request.user))


@cached_with_panels("use_case", *GROUND)
def use_case(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.whole_use_cases(request.user), slug=slug)
    return show(request, contexts.use_case_page(found))


@cached("case", *GROUND, parameters=("page",))
def spread(request: HttpRequest) -> HttpResponse:
    total = len(analysis.all_spreads())
    number = page_number(request.GET.get("page", ""))
    if (number - 1) * SPREADS_PER_PAGE >= max(total, 1):
        raise no_page(number)
    pages = pages_of(
        number, total, SPREADS_PER_PAGE, lambda to: f"{request.path}?page={to}" if to > 1 else request.path
    )
    return show(request, contexts.spreads_page(number, SPREADS_PER_PAGE, pages))
