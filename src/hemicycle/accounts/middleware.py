"""Whoever needs a second factor sets one up before anything else."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from hemicycle.accounts import second_factor, ways

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
