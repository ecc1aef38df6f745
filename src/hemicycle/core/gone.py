"""What an address without a page answers: moved things redirect, withdrawn ones say so."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from hemicycle.core.models import Address
from hemicycle.ui import errors

LANGUAGE = re.compile(r"^/(?P<language>[a-z]{2})(?P<path>/.+?)(?P<form>\.json)?$")


def moved_or_gone(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A 404 is looked up among the addresses that listings have or had; no subject is asked."""

    def middleware(request: HttpRequest) -> HttpResponse:
        # Kept before the view runs: a page that is cached takes unknown parameters out of its request.
        query = request.META.get("QUERY_STRING", "")
        response = get_response(request)
        if response.status_code != 404:
            return response
        return _better_answer(request, query) or response

    return middleware


def _better_answer(request: HttpRequest, query: str) -> HttpResponse | None:
    match = LANGUAGE.match(request.path_info)
    if match is None or match["language"] not in dict(settings.LANGUAGES):
        return None
    path = match["path"] + ("/" if match["form"] else "")
    address = Address.objects.select_related("listing").filter(path=path).first()
    if address is None:
        return None
    if address.listing.gone_since is not None:
        return errors.gone(request)
    if address.listing.path == path:
        return None
    moved = address.listing.path.rstrip("/") + match["form"] if match["form"] else address.listing.path
    return HttpResponsePermanentRedirect(f"/{match['language']}{moved}{'?' + query if query else ''}")
