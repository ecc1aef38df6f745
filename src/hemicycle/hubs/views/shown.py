"""The public pages of what a hub made, told and keeps."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hemicycle.core.pagecache import cached
from hemicycle.hubs import queries
from hemicycle.hubs.contexts import shown as contexts
from hemicycle.hubs.contexts.keeping import papers_page
from hemicycle.hubs.views.pages import GROUND
from hemicycle.ui import show


@cached("hub_output", "hub", "project", *GROUND)
def output(request: HttpRequest, slug: str, uid: UUID) -> HttpResponse:
    visible = queries.outputs_visible_to(request.user).select_related("hub__body", "file")
    return show(request, contexts.output_page(get_object_or_404(visible, hub__slug=slug, uid=uid), request.user))


@cached("hub_update", "hub", *GROUND)
def update(request: HttpRequest, slug: str, uid: UUID) -> HttpResponse:
    visible = queries.updates_visible_to(request.user).select_related("hub__body", "picture")
    return show(request, contexts.update_page(get_object_or_404(visible, hub__slug=slug, uid=uid), request.user))


@cached("hub", *GROUND)
def papers(request: HttpRequest, slug: str) -> HttpResponse:
    """For everybody those that are for everybody; members see the others as well."""
    hub = get_object_or_404(queries.visible_to(request.user), slug=slug)
    seen = list(queries.papers_visible_to(request.user).filter(hub=hub).select_related("file"))
    return show(request, papers_page(hub, seen, request.user))
