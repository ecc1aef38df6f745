"""Tells whether somebody sits at this very machine; a proxy also comes from loopback, and gives itself away."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

# What proxies add to a request. The outermost middleware notes it before such headers are dropped.
FORWARDED = "hemicycle.forwarded"
PREFIXES = (
    "HTTP_X_FORWARDED",
    "HTTP_FORWARDED",
    "HTTP_X_ORIGINAL",
    "HTTP_X_REAL_IP",
    "HTTP_X_CLIENT",
    "HTTP_X_CLUSTER_CLIENT",
    "HTTP_X_PROXY",
    "HTTP_X_ENVOY",
    "HTTP_X_AMZN",
    "HTTP_X_AZURE",
    "HTTP_X_APPENGINE",
    "HTTP_VIA",
    "HTTP_CF_",
    "HTTP_CDN_LOOP",
    "HTTP_FASTLY",
    "HTTP_TRUE_CLIENT_IP",
    "HTTP_CLIENT_IP",
    "HTTP_PROXY",
)
# The commonest proxy adds nothing unless it is told to, but speaks as no browser has for twenty years.
OLD = "HTTP/1.0"


def note_forwarding(request: HttpRequest) -> None:
    named = any(name.startswith(PREFIXES) for name in request.META)
    request.META[FORWARDED] = named or request.META.get("SERVER_PROTOCOL") == OLD


def is_own_machine(request: HttpRequest) -> bool:
    """From loopback, under a name of loopback, and through nobody."""
    if FORWARDED not in request.META:
        note_forwarding(request)
    host = request.META.get("HTTP_HOST") or request.META.get("SERVER_NAME", "")
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    return (
        not request.META[FORWARDED] and name in settings.LOOPBACK and _is_loopback(request.META.get("REMOTE_ADDR", ""))
    )


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
