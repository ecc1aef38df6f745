"""The pages of hubs that people read, and the same as open data."""

# Django hands every view the request, whether or not it needs it.
# ruff: noqa: ARG001

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.core import exports, facets, listings
from hemicycle.core.catalogue import Offer
from hemicycle.core.lists import listed
from hemicycle.core.pagecache import cached
from hemicycle.core.panels import cached_with_panels
from hemicycle.hubs import contexts, offer, queries, spreadsheet
from hemicycle.network.states import PUBLIC_KINDS
from hemicycle.ui import show
from hemicycle.ui.charts import views as charts
from hemicycle.ui.errors import Explained
from hemicycle.ui.languages import active_language

# Every page names places, topics and hosts, and is made anew when these change.
GROUND = ("topic", "organisation", "agreement", *(kind.value for kind in PUBLIC_KINDS))


def parameters_of(offered: Offer) -> tuple[str, ...]:
    return ("page", *(facet.name for facet in offered.facets))


@cached("hub", *GROUND, parameters=parameters_of(offer.HUBS))
def hubs(request: HttpRequest) -> HttpResponse:
    found = listed(offer.HUBS, request.GET, request.path, by_key=True, beginning=("sort", "region"))
    return show(request, contexts.hubs_page(offer.HUBS, found, request.user))


@cached("hub_output", "hub", *GROUND, parameters=parameters_of(offer.OUTPUTS))
def outputs(request: HttpRequest) -> HttpResponse:
    found = listed(offer.OUTPUTS, request.GET, request.path, beginning=("hub", "sort"))
    return show(request, contexts.outputs_page(offer.OUTPUTS, found))


@cached("hub_update", "hub", *GROUND, parameters=parameters_of(offer.UPDATES))
def updates(request: HttpRequest) -> HttpResponse:
    found = listed(offer.UPDATES, request.GET, request.path, beginning=("hub",))
    return show(request, contexts.updates_page(offer.UPDATES, found))


@cached_with_panels("hub", "hub_output", "hub_update", *GROUND)
def hub(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.whole_hubs(request.user), slug=slug)
    return show(request, contexts.hub_page(found, request.user))


@cached("hub", *GROUND)
def members_chart(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    chart = contexts.chart_of(get_object_or_404(queries.whole_hubs(None), slug=slug), timezone.localdate())
    if chart is None:
        raise Http404
    return charts.download(active_language(), chart, form)


@cached("hub", *GROUND)
def world(request: HttpRequest, form: str) -> HttpResponse:
    chart = contexts.world()
    if chart is None:
        raise Http404
    return charts.download(active_language(), chart, form)


@cached("hub", *GROUND, parameters=parameters_of(offer.HUBS))
def hubs_data(request: HttpRequest, form: str) -> HttpResponse:
    return _collection(offer.HUBS, request, form, spreadsheet.HUB_COLUMNS)


@cached("hub_output", "hub", *GROUND, parameters=parameters_of(offer.OUTPUTS))
def outputs_data(request: HttpRequest, form: str) -> HttpResponse:
    return _collection(offer.OUTPUTS, request, form, spreadsheet.OUTPUT_COLUMNS)


@cached("hub_update", "hub", *GROUND, parameters=parameters_of(offer.UPDATES))
def updates_data(request: HttpRequest, form: str) -> HttpResponse:
    return _collection(offer.UPDATES, request, form, spreadsheet.UPDATE_COLUMNS)


@cached("hub", *GROUND)
def hub_data(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(queries.visible_to(None), slug=slug)
    return exports.one_as_json(next(iter(offer.HUBS.records([found]))))


def _collection(offered: Offer, request: HttpRequest, form: str, columns: Mapping[str, Any]) -> HttpResponse:
    try:
        chosen = facets.chosen_from(offered, request.GET)
    except facets.UnknownChoice as unknown:
        raise Explained(_("This list has no “%(value)s”.") % {"value": unknown.value}) from unknown
    records = listings.public_records(offered.kind, facets.left(offered.kind, chosen))
    return exports.as_csv(records, columns) if form == "csv" else exports.as_json(records, kind=offered.kind)
