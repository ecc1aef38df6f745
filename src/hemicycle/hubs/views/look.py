"""The colour that a hub gave itself, as a style sheet: no page of ours holds styles."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hemicycle.core.pagecache import cached
from hemicycle.hubs import look, queries


@cached("hub")
def look_sheet(request: HttpRequest, slug: str) -> HttpResponse:
    hub = get_object_or_404(queries.visible_to(request.user), slug=slug)
    if not hub.accent:
        raise Http404
    return HttpResponse(look.sheet(hub.accent), content_type="text/css; charset=utf-8")
