"""Pages on which much is at stake ask again who is there, unless that was shown a moment ago."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from hemicycle.accounts import ways
from hemicycle.accounts.states import CONFIRMED_SECONDS

KEY = "accounts.confirmed"
WRONG = "accounts.wrong_codes"

View = Callable[..., HttpResponse]


def confirm(request: HttpRequest) -> None:
    request.session[KEY] = time.time()
    request.session.pop(WRONG, None)


def is_confirmed(request: HttpRequest) -> bool:
    return time.time() - float(request.session.get(KEY, 0)) < CONFIRMED_SECONDS


def wrong_once_more(request: HttpRequest) -> int:
    """Count a wrong code of a second factor in this session; how many there were."""
    request.session[WRONG] = int(request.session.get(WRONG, 0)) + 1
    return int(request.session[WRONG])


def confirmed(view: View) -> View:
    """A page for people who have shown within the last quarter of an hour who they are."""

    @never_cache
    @login_required
    @wraps(view)
    def asking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_confirmed(request):
            return view(request, *args, **kwargs)
        return HttpResponseRedirect(f"{reverse('accounts:confirm')}?{urlencode({ways.FIELD: request.get_full_path()})}")

    return asking


def _signed_in(request: HttpRequest | None = None, **_given: Any) -> None:
    if request is not None:
        confirm(request)


user_logged_in.connect(_signed_in, dispatch_uid="hemicycle.accounts.confirming")
