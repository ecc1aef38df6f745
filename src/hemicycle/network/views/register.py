"""Pages and data of the register."""

# Django hands every view the request, whether or not it needs it.
# ruff: noqa: ARG001

from collections.abc import Callable, Iterable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.core import exports, facets, listings
from hemicycle.core.catalogue import Record, offered
from hemicycle.core.exports import Columns
from hemicycle.core.pagecache import cached
from hemicycle.core.panels import cached_with_panels
from hemicycle.network import contexts, figures, open_data, queries
from hemicycle.network.contexts.compared import MOST
from hemicycle.network.queries import House
from hemicycle.network.states import BodyKind
from hemicycle.ui.charts import views as charts
from hemicycle.ui.charts.preview import preview as drawn_preview
from hemicycle.ui.errors import Explained
from hemicycle.ui.languages import active_language
from hemicycle.ui.show import show

PARLIAMENT = BodyKind.PARLIAMENT.value
CHAMBER = BodyKind.CHAMBER.value
REGIONAL = BodyKind.REGIONAL_BODY.value
KINDS = (PARLIAMENT, CHAMBER, REGIONAL)
PARLIAMENT_FACETS = (
    "region",
    "income",
    "structure",
    "seats",
    "language",
    "membership",
    "group",
    "status",
    "innovation",
)
CHAMBER_FACETS = ("region", "income", "chamber", "seats", "language", "status")


@cached(*KINDS, parameters=PARLIAMENT_FACETS)
def parliaments(request: HttpRequest) -> HttpResponse:
    return show(request, contexts.parliaments_page(request.GET, request.path))


@cached_with_panels(PARLIAMENT, CHAMBER, REGIONAL)
def parliament(request: HttpRequest, key: str) -> HttpResponse:
    return _profile(request, key, PARLIAMENT)


@cached_with_panels(REGIONAL, CHAMBER, PARLIAMENT)
def regional_body(request: HttpRequest, key: str) -> HttpResponse:
    return _profile(request, key, REGIONAL)


def _profile(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    if key != key.upper() and queries.register().get(key.upper()) is not None:
        return HttpResponsePermanentRedirect(_house(key.upper(), kind).get_absolute_url())
    return show(request, contexts.profile_page(_house(key, kind), request.user))


def chamber(request: HttpRequest, key: str, chamber: str) -> HttpResponse:
    """A chamber has no page of its own: it stands on its parliament's."""
    return HttpResponsePermanentRedirect(_chamber_of(key, chamber).get_absolute_url())


def regional_bodies(request: HttpRequest) -> HttpResponse:
    """Regional bodies stand below the parliaments."""
    return HttpResponsePermanentRedirect(f"{reverse('network:parliaments')}#regional")


@cached(*KINDS, parameters=("key",))
def compare(request: HttpRequest) -> HttpResponse:
    keys = [key for key in request.GET.getlist("key") if key]
    for key in keys:
        _house(key, PARLIAMENT)
    return show(request, contexts.comparison_page(keys), status=200 if len(set(keys)) <= MOST else 400)


@cached(*KINDS, parameters=PARLIAMENT_FACETS)
def parliaments_data(request: HttpRequest, form: str) -> HttpResponse:
    return _data(request, PARLIAMENT, form, open_data.parliament_columns)


@cached(*KINDS, parameters=CHAMBER_FACETS)
def chambers_data(request: HttpRequest, form: str) -> HttpResponse:
    return _data(request, CHAMBER, form, open_data.chamber_columns)


@cached(*KINDS)
def record(request: HttpRequest, key: str, kind: str = PARLIAMENT) -> HttpResponse:
    """A body with every period of every fact, and its chambers in the same form."""
    house = _house(key, kind)
    parts = [chamber.uid for chamber in queries.register().chambers_of(key)]
    one = next(iter(_records(kind, [house.uid])))
    chambers = [exports.document(part) for part in _records(CHAMBER, parts)] if parts else []
    return exports.one_as_json(one, about={"parts": chambers})


def seats(request: HttpRequest, key: str, chamber: str, form: str) -> HttpResponse:
    return _figure(_chamber_of(key, chamber), form)


def regional_seats(request: HttpRequest, key: str, form: str) -> HttpResponse:
    return _figure(_house(key, REGIONAL), form)


def world(request: HttpRequest, form: str) -> HttpResponse:
    """The tiles of the same choice as the list."""
    chosen = _chosen(request, PARLIAMENT)
    register = queries.register()
    uids = set(facets.left(PARLIAMENT, chosen)) if chosen else set()
    shown = {register.by_uid[uid].key for uid in uids} if chosen else None
    return charts.download(active_language(), figures.world(register, shown), form)


@cached(*KINDS)
def preview(request: HttpRequest, key: str, kind: str = PARLIAMENT) -> HttpResponse:
    house = _house(key, kind)
    page = contexts.profile_page(house)
    chart = next((chamber.seats for chamber in page.chambers if chamber.seats is not None), None)
    picture = drawn_preview(page.name, page.place, page.lead, active_language(), chart=chart)
    return HttpResponse(picture, content_type="image/png")


def _house(key: str, kind: str) -> House:
    house = queries.register().get(key)
    if house is None or house.kind != kind:
        what = _("The register has no parliament with the key “%(key)s”.")
        if kind == REGIONAL:
            what = _("The register has no regional parliamentary body with the key “%(key)s”.")
        raise Explained(what % {"key": key[:20]})
    return house


def _chamber_of(parliament: str, key: str) -> House:
    """A chamber, or the parliament itself where the address says so twice."""
    for house in queries.register().chambers_of(_house(parliament, PARLIAMENT).key):
        if house.key == key:
            return house
    raise Explained(_("This parliament has no chamber with the key “%(key)s”.") % {"key": key[:20]})


def _figure(house: House, form: str) -> HttpResponse:
    chart = figures.seats_of(house, figures.seats_fact(queries.facts_of([house.pk]), house))
    if chart is None:
        raise Explained(_("Nobody has said how many seats this chamber has."))
    return charts.download(active_language(), chart, form)


def _data(request: HttpRequest, kind: str, form: str, columns: Callable[[], Columns]) -> HttpResponse:
    uids = facets.left(kind, _chosen(request, kind), by_key=True)
    found = sorted(_records(kind, uids), key=lambda record: record.key)
    return exports.as_csv(found, columns()) if form == "csv" else exports.as_json(found, kind=kind)


def _records(kind: str, uids: Iterable[UUID]) -> list[Record]:
    return list(listings.public_records(kind, uids))


def _chosen(request: HttpRequest, kind: str) -> dict[str, list[str]]:
    try:
        return facets.chosen_from(offered(kind), request.GET)
    except facets.UnknownChoice as unknown:
        raise Explained(_("This list has no “%(value)s”.") % {"value": unknown.value}) from unknown
