"""Tells whether somebody sits at this very machine; a proxy also comes from loopback, and gives itself away."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

# What proxies add to a request. The outermost middleware notes it before such headers are dropped.
FORWARDED = "hemicycle.forwarded"
PREFIXES = ("HTTP_X_FORWARDED", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA", "HTTP_CF_", "HTTP_TRUE_CLIENT_IP")


def note_forwarding(request: HttpRequest) -> None:
    request.META[FORWARDED] = any(name.startswith(PREFIXES) for name in request.META)


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
