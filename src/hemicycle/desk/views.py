"""The desk, and the history of any record."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from hemicycle.desk import queries
from hemicycle.desk.contexts import desk_page, history_page
from hemicycle.ui import errors, show


@never_cache
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    return show(request, desk_page(request.user))


@never_cache
@require_safe
def history(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """Who did what when, as far as this reader may know; what was withdrawn is gone with its history."""
    page = history_page(kind, uid, request.user)
    if page is not None:
        return show(request, page)
    if queries.is_gone(kind, uid):
        return errors.gone(request)
    raise Http404
