"""Whoever needs a second factor sets one up before anything else; pages tell the time where their reader is."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from hemicycle.accounts import second_factor, ways
from hemicycle.accounts.models import Person

# A person's own account, mailed deeds, and what is no page. Everything else waits: a list of pages that are for staff
# alone would be wrong on the day on which somebody forgets to add one.
OPEN = re.compile(r"^/(?:[a-z]{2}/(?:account|deeds|enter)/|static/|health$|favicon\.ico$)")

Next = Callable[[HttpRequest], HttpResponse]


def second_factor_first(get_response: Next) -> Next:
    def middleware(request: HttpRequest) -> HttpResponse:
        # Whoever carries no session is nobody whom this concerns, and their pages may come from the page cache.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or OPEN.match(request.path_info):
            return get_response(request)
        if not second_factor.is_missing(request):
            return get_response(request)
        onward = urlencode({ways.FIELD: request.get_full_path()}) if request.method == "GET" else ""
        address = reverse("accounts:security")
        return HttpResponseRedirect(f"{address}?{onward}" if onward else address)

    return middleware


def own_time(get_response: Next) -> Next:
    """Times and dates as in the person's time zone; who carries no session reads by UTC, from pages kept for all."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not isinstance(request.user, Person):
            return get_response(request)
        with timezone.override(request.user.zone):
            return get_response(request)

    return middleware
