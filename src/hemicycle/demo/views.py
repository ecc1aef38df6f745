"""The page of the demonstration, for whoever sits at this machine; others find nothing here."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404, resolve_url
from django.views.decorators.cache import never_cache

from hemicycle.core.loopback import is_own_machine
from hemicycle.demo import queries
from hemicycle.demo.contexts import demo_page
from hemicycle.ui import show

METHODS = ["GET", "HEAD", "POST"]


@never_cache
def demo(request: HttpRequest) -> HttpResponse:
    """Opening the page signs nobody in; the button does."""
    if not settings.DEMO or not is_own_machine(request):
        raise Http404
    if request.method not in METHODS:
        return HttpResponseNotAllowed(METHODS)
    return _sign_in(request) if request.method == "POST" else show(request, demo_page())


def _sign_in(request: HttpRequest) -> HttpResponse:
    person = get_object_or_404(queries.people(), uid=_uid(request.POST.get("person", "")), is_active=True)
    # Whoever was signed in before is not any more, with all that their session held.
    request.session.flush()
    login(request, person)
    return HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL))


def _uid(given: str) -> UUID:
    try:
        return UUID(given)
    except ValueError as wrong:
        raise Http404 from wrong
