"""What stands between every request and its view."""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils import translation
from wagtail.users.models import UserProfile

from hemicycle.accounts.models import Person
from hemicycle.core import loopback
from hemicycle.ui import errors

Next = Callable[[HttpRequest], HttpResponse]

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
# The content system's screens use inline scripts and styles; they are for staff and on their own path.
STAFF = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'"
)
STAFF_PATHS = ("/admin/", "/documents/")
STAFF_SIDE = "/admin/"
SIGN_IN = "/admin/login/"
# Its scripts read catalogues of their own, in which Portuguese stands under its countries.
SCRIPTS = "/admin/jsi18n/"
IN_SCRIPTS = {"pt": "pt-br"}


def security_headers(get_response: Next) -> Next:
    """Outermost, so that static files, downloads and errors carry the headers as pages do."""

    def middleware(request: HttpRequest) -> HttpResponse:
        _trust_proxy(request)
        response = get_response(request)
        policy = STAFF if request.path.startswith(STAFF_PATHS) else STRICT
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        response.headers.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        if settings.SECURE_HSTS_SECONDS and request.is_secure():
            response.headers.setdefault("Strict-Transport-Security", f"max-age={settings.SECURE_HSTS_SECONDS}")
        return response

    return middleware


def words_are_given_back(get_response: Next) -> Next:
    """Whoever was signed out while they wrote is not led away from their words."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method != "POST" or response.status_code != 302 or request.user.is_authenticated:
            return response
        led_to_sign_in = f"{resolve_url(settings.LOGIN_URL)}?" in response.headers["Location"]
        return errors.signed_out(request) if led_to_sign_in and errors.words_of(request) else response

    return middleware


def staff_side(get_response: Next) -> Next:
    """The staff side speaks the language and keeps the time of a person's account; others hear that it is not theirs.

    The content system would ask the first for both once more, and lead the others to sign in, where they are.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        path = request.path_info
        person = request.user if path.startswith(STAFF_SIDE) else None
        if not isinstance(person, Person) or path == SIGN_IN:
            return get_response(request)
        with translation.override(person.language):
            if not person.is_staff:
                return errors.forbidden(request)
            language = IN_SCRIPTS.get(person.language, person.language) if path == SCRIPTS else person.language
            # Being made, it is what the content system finds with the person; it is never saved.
            UserProfile(user=person, preferred_language=language, current_time_zone=str(person.zone))
            return get_response(request)

    return middleware


def known_language(get_response: Next) -> Next:
    """An address in a language that is not offered is answered plainly, before anything tries to guess."""

    def middleware(request: HttpRequest) -> HttpResponse:
        first = request.path_info.split("/", 2)[1]
        if len(first) == 2 and first.isalpha() and first not in dict(settings.LANGUAGES):
            translation.activate(translation.get_language_from_request(request))
            return errors.language_not_offered(request, first)
        return get_response(request)

    return middleware


def _trust_proxy(request: HttpRequest) -> None:
    """Forwarded headers count only from a proxy that the operator named; from anybody else they are dropped."""
    loopback.note_forwarding(request)
    if _is_trusted(request.META.get("REMOTE_ADDR", "")):
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")[-1].strip()
        if forwarded:
            request.META["REMOTE_ADDR"] = forwarded
        if request.META.get("HTTP_X_FORWARDED_PROTO") == "https":
            request.META["wsgi.url_scheme"] = "https"
    for header in ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED"):
        request.META.pop(header, None)


def _is_trusted(address: str) -> bool:
    try:
        peer = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(peer in ipaddress.ip_network(trusted, strict=False) for trusted in settings.TRUSTED_PROXIES)
