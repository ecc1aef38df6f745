"""Mailed deeds."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hemicycle.accounts import deeds
from hemicycle.accounts.contexts.entry import DeedPage, SpentPage
from hemicycle.ui import show


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_deed(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link never acts, since mail programs open links; the button posts, and nobody is signed in by it."""
    given = deeds.opened(token)
    asked = given.deed.ask(given.person, given.uid) if given else None
    if given is None or asked is None:
        return _spent(request)
    error = ""
    if request.method == "POST":
        try:
            return HttpResponseRedirect(deeds.do(given))
        except (deeds.SpentAlready, PermissionDenied):
            return _spent(request)
        except ValidationError as refused:
            error = " ".join(refused.messages)
    page = DeedPage(
        title=asked.title, lead=asked.sentence, button=asked.button, address=given.person.email, error=error
    )
    return show(request, page, status=422 if error else 200)


def _spent(request: HttpRequest) -> HttpResponse:
    """One answer for every reason, so that a made-up link learns nothing."""
    page = SpentPage(
        title=_("This link does nothing any more"),
        lead=_("It has been used, it is too old, or what it was about has changed since."),
    )
    return show(request, page, status=410)
