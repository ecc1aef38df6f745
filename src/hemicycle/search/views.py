"""The page of results."""

from django.http import HttpRequest, HttpResponse

from hemicycle.search import contexts
from hemicycle.ui.show import show


def search(request: HttpRequest) -> HttpResponse:
    """Answers are not kept: there are as many questions as askers, and an answer takes a few milliseconds."""
    response = show(request, contexts.search_page(request.GET, request.path))
    response.headers["Cache-Control"] = "private, no-cache"
    return response
