"""The same as open data: JSON, which loses nothing, and CSV, which opens in a spreadsheet."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from hemicycle.core import exports, facets
from hemicycle.core.catalogue import Offer, Record
from hemicycle.core.pagecache import cached
from hemicycle.innovations import offer, queries, spreadsheet
from hemicycle.innovations.views.pages import GROUND, parameters_of
from hemicycle.ui.errors import Explained


@cached("case", *GROUND, parameters=parameters_of(offer.CASES))
def cases_data(request: HttpRequest, form: str) -> HttpResponse:
    return _collection(offer.CASES, request, form, spreadsheet.CASE_COLUMNS)


@cached("use_case", *GROUND, parameters=parameters_of(offer.USE_CASES))
def use_cases_data(request: HttpRequest, form: str) -> HttpResponse:
    return _collection(offer.USE_CASES, request, form, spreadsheet.USE_CASE_COLUMNS)


@cached("case", *GROUND)
def case_data(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 - data are of what is public.
    return _one(offer.CASES, slug)


@cached("use_case", *GROUND)
def use_case_data(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    return _one(offer.USE_CASES, slug)


@cached("case", *GROUND)
def spread_data(request: HttpRequest, form: str) -> HttpResponse:  # noqa: ARG001
    links: Any = queries.links()
    if form == "csv":
        return exports.as_csv(links, spreadsheet.LINK_COLUMNS)
    rows = [{name: read(link) for name, read in spreadsheet.LINK_COLUMNS.items()} for link in links]
    return JsonResponse(
        {"kind": "spread", "count": len(rows), "items": rows}, json_dumps_params={"ensure_ascii": False}
    )


def _one(offered: Offer, slug: str) -> HttpResponse:
    thing = get_object_or_404(offered.visible(None), slug=slug)
    record = next(iter(offered.records([thing])))
    return exports.one_as_json(record, about=spreadsheet.about())


def _collection(offered: Offer, request: HttpRequest, form: str, columns: Mapping[str, Any]) -> HttpResponse:
    records = _narrowed(offered, request)
    if form == "csv":
        return exports.as_csv(records, columns)
    return exports.as_json(records, kind=offered.kind, about=spreadsheet.about())


def _narrowed(offered: Offer, request: HttpRequest) -> Iterator[Record]:
    """The records of the list that this address narrows, in its order."""
    try:
        chosen = facets.chosen_from(offered, request.GET)
    except facets.UnknownChoice as unknown:
        raise Explained(_("This list has no “%(value)s”.") % {"value": unknown.value}) from unknown
    order = facets.left(offered.kind, chosen)
    found = {record.uid: record for record in offered.records(offered.visible(None).filter(uid__in=order))}
    return (found[uid] for uid in order if uid in found)
