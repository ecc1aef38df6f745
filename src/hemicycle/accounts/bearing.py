"""Addresses that programs ask in somebody's name: a token says in whose, and its scopes say what they may ask for."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from hemicycle.accounts import queries, second_factor
from hemicycle.accounts.queries import Bearer

View = Callable[..., HttpResponse]


def for_bearers(scope: str) -> Callable[[View], View]:
    """Only for programs whose token holds this scope; sessions open nothing. The view finds its person as the user."""

    def decorate(view: View) -> View:
        @never_cache
        @csrf_exempt
        @require_safe
        @wraps(view)
        def asking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            bearer = queries.bearer_of(request.headers.get("Authorization", ""))
            if bearer is None:
                return _nobody(request)
            if refusal := _refusal(bearer, scope):
                return refusal
            request.user = bearer.person
            with override(_language(request, bearer)), timezone.override(bearer.person.zone):
                return view(request, *args, **kwargs)

        return asking

    return decorate


def _nobody(request: HttpRequest) -> JsonResponse:
    """Who sent no token is told to send one; who sent one that opens nothing is not told why it does not."""
    if "Authorization" not in request.headers:
        return _refused(401, "", _("Send a token: “Authorization: Bearer hcy_…”."))
    return _refused(401, "invalid_token", _("This token opens nothing: it is wrong, has ended or was revoked."))


def _refusal(bearer: Bearer, scope: str) -> JsonResponse | None:
    if scope not in bearer.scopes:
        sentence = _("This token does not hold the scope “%(scope)s”.") % {"scope": scope}
        return _refused(403, "insufficient_scope", sentence, scope=scope)
    # A program must not get past what its person would be asked for.
    if second_factor.needs(bearer.person) and not second_factor.has(bearer.person):
        sentence = _("Your office asks for a second factor; sign in and add one first.")
        return _refused(403, "second_factor_missing", sentence)
    return None


def _refused(status: int, error: str, sentence: str, **more: str) -> JsonResponse:
    """As RFC 6750 has it, with one sentence for whoever looks after the program."""
    said = {**({"error": error} if error else {}), **more}
    challenge = ", ".join(f'{name}="{value}"' for name, value in {"realm": settings.SITE_NAME, **said}.items())
    answer = {"error": error or "token_missing", "message": sentence}
    return JsonResponse(answer, status=status, headers={"WWW-Authenticate": f"Bearer {challenge}"})


def _language(request: HttpRequest, bearer: Bearer) -> str:
    """The language that the program asks for, else that of its person."""
    return (get_language() or "en") if "Accept-Language" in request.headers else bearer.person.language
