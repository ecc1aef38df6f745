"""How often something may be tried, counted by network and by address from a network; never by account alone.

Whoever guesses or asks too often shuts out their own network, and nobody elsewhere: a limit that counted an account
would be a way to lock its owner out.
"""

import hashlib
import ipaddress
import time
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest

# Neighbours in one network are one party: a /24, or what a subscriber is given in IPv6.
PREFIX = {4: 24, 6: 56}


@dataclass(frozen=True)
class Limit:
    """At most so many in so many seconds."""

    name: str
    most: int
    seconds: int


CODES_OF_NETWORK = Limit("codes of a network", 60, 600)
CODES_OF_ADDRESS = Limit("codes of an address from a network", 5, 600)
# Beyond this, each network that the address was not seen in gets one code an hour and not five in ten minutes.
CODES_EVERYWHERE = Limit("codes of an address from anywhere", 20, 3600)
CODES_OF_STRANGERS = Limit("codes of a besieged address from a network", 1, 3600)
TRIES_OF_NETWORK = Limit("tries of a network", 100, 600)
PASSWORDS_OF_ADDRESS = Limit("passwords of an address from a network", 10, 600)

FAMILIAR_SECONDS = 90 * 86_400


def network_of(request: HttpRequest) -> str:
    """The network that a request comes from; the trusted proxies were looked through before."""
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return "unknown"
    mapped = getattr(address, "ipv4_mapped", None) or address
    return str(ipaddress.ip_network(f"{mapped}/{PREFIX[mapped.version]}", strict=False))


def take(limit: Limit, *whose: str) -> bool:
    """Count one; whether it is still within the limit."""
    key = _key(limit, whose)
    taken = int(cache.get(key, 0)) + 1
    cache.set(key, taken, limit.seconds)
    return taken <= limit.most


def may_ask_for_code(request: HttpRequest, address: str) -> bool:
    """Whether a code may be sent now; nobody can use up what its owner has in a network that knows them."""
    network, address = network_of(request), address.lower()
    if not (take(CODES_OF_NETWORK, network) and take(CODES_OF_ADDRESS, address, network)):
        return False
    if take(CODES_EVERYWHERE, address) or is_familiar(request, address):
        return True
    return take(CODES_OF_STRANGERS, address, network)


def may_try(request: HttpRequest) -> bool:
    """Whether this network may type one more code or password."""
    return take(TRIES_OF_NETWORK, network_of(request))


def may_try_password(request: HttpRequest, address: str) -> bool:
    return may_try(request) and take(PASSWORDS_OF_ADDRESS, address.lower(), network_of(request))


def make_familiar(request: HttpRequest, address: str) -> None:
    """Remember that somebody signed in from here; only a digest is kept."""
    cache.set(_familiar(request, address), 1, FAMILIAR_SECONDS)


def is_familiar(request: HttpRequest, address: str) -> bool:
    return bool(cache.get(_familiar(request, address)))


def _familiar(request: HttpRequest, address: str) -> str:
    return _digest("familiar", address.lower(), network_of(request))


def _key(limit: Limit, whose: tuple[str, ...]) -> str:
    """Windows stand still, so that whoever is refused need not wait longer for having tried again."""
    return _digest(limit.name, *whose, str(int(time.time()) // limit.seconds))


def _digest(*parts: str) -> str:
    return "limit:" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]
