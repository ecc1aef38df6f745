"""Public pages of partners, agreements and projects, and the same as open data."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from hemicycle.core import exports, facets, listings
from hemicycle.core.catalogue import Offer, Record
from hemicycle.core.exports import Columns
from hemicycle.core.pagecache import cached
from hemicycle.core.panels import cached_with_panels
from hemicycle.network import contexts, partner_columns, partner_offers, queries
from hemicycle.network.models import Agreement, Project
from hemicycle.network.queries.deals import ORGANISATION_PREFIX, Organisation
from hemicycle.network.queries.partnership import KINDS
from hemicycle.network.states import PUBLIC_KINDS, BodyKind
from hemicycle.ui.errors import Explained
from hemicycle.ui.show import show

# Every page names places, topics, hubs and partners, and is made anew when these change.
GROUND = (*KINDS, BodyKind.HUB.value, "topic", *(kind.value for kind in PUBLIC_KINDS))
ORGANISATION = BodyKind.ORGANISATION.value


def parameters_of(offered: Offer) -> tuple[str, ...]:
    return ("page", *(facet.name for facet in offered.facets))


@cached(*GROUND, parameters=parameters_of(partner_offers.AGREEMENTS))
def partners(request: HttpRequest) -> HttpResponse:
    return show(request, contexts.partners_page(request.GET, request.path, request.user))


@cached_with_panels(ORGANISATION, *GROUND)
def partner(request: HttpRequest, key: str) -> HttpResponse:
    """An organisation has its page here; a parliament that is a partner has a profile of its own."""
    body = queries.register().get(key.upper())
    if body is not None:
        return HttpResponseRedirect(body.get_absolute_url())
    return show(request, contexts.organisation_page(_organisation(key), request.user))


@cached_with_panels(Agreement.kind, *GROUND)
def agreement(request: HttpRequest, uid: UUID) -> HttpResponse:
    rows = queries.agreements_visible_to(request.user).select_related("body__parent", "hub", "project")
    return show(request, contexts.agreement_page(get_object_or_404(rows, uid=uid), request.user))


@cached(*GROUND, parameters=parameters_of(partner_offers.PROJECTS))
def projects(request: HttpRequest) -> HttpResponse:
    return show(request, contexts.projects_page(request.GET, request.path, request.user))


@cached_with_panels(Project.kind, *GROUND)
def project(request: HttpRequest, slug: str) -> HttpResponse:
    found = queries.partnership().project_by_slug.get(slug)
    if found is None:
        raise Explained(_("There is no project with this address."))
    return show(request, contexts.project_page(found, request.user))


@cached(*GROUND, parameters=parameters_of(partner_offers.AGREEMENTS))
def agreements_data(request: HttpRequest, form: str) -> HttpResponse:
    return _collection(request, partner_offers.AGREEMENTS, form, partner_columns.AGREEMENTS)


@cached(*GROUND, parameters=parameters_of(partner_offers.ORGANISATIONS))
def organisations_data(request: HttpRequest, form: str) -> HttpResponse:
    return _collection(request, partner_offers.ORGANISATIONS, form, partner_columns.ORGANISATIONS)


@cached(*GROUND, parameters=parameters_of(partner_offers.PROJECTS))
def projects_data(request: HttpRequest, form: str) -> HttpResponse:
    return _collection(request, partner_offers.PROJECTS, form, partner_columns.PROJECTS)


@cached(*GROUND)
def organisation_data(request: HttpRequest, key: str) -> HttpResponse:  # noqa: ARG001 - data are of what is public.
    return _one(ORGANISATION, _organisation(key).uid)


@cached(*GROUND)
def agreement_data(request: HttpRequest, uid: UUID) -> HttpResponse:  # noqa: ARG001
    return _one(Agreement.kind, get_object_or_404(queries.agreements_visible_to(None), uid=uid).uid)


@cached(*GROUND)
def project_data(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    return _one(Project.kind, get_object_or_404(queries.projects(), slug=slug).uid)


def _organisation(key: str) -> Organisation:
    """By what stands in its address, in whatever case, with or without the prefix of its key."""
    slug = key.lower().removeprefix(ORGANISATION_PREFIX.lower())
    found = queries.partnership().organisation_by_slug.get(slug)
    if found is None:
        raise Explained(_("The list of partners has no “%(key)s”.") % {"key": key[:40]})
    return found


def _collection(request: HttpRequest, offered: Offer, form: str, columns: Columns) -> HttpResponse:
    try:
        chosen = facets.chosen_from(offered, request.GET)
    except facets.UnknownChoice as unknown:
        raise Explained(_("This list has no “%(value)s”.") % {"value": unknown.value}) from unknown
    found = _ordered(offered.kind, facets.left(offered.kind, chosen))
    return exports.as_csv(found, columns) if form == "csv" else exports.as_json(found, kind=offered.kind)


def _ordered(kind: str, uids: Sequence[UUID]) -> Iterable[Record]:
    found = {record.uid: record for record in listings.public_records(kind, uids)}
    return [found[uid] for uid in uids if uid in found]


def _one(kind: str, uid: UUID) -> HttpResponse:
    record = next(iter(listings.public_records(kind, [uid])), None)
    if record is None:
        raise Explained(_("This is not public."))
    return exports.one_as_json(record)
