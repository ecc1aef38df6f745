"""Where people are led after a form: only ever to a place on this site."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import override

FIELD = "next"
LONGEST = 2_000

# Told by packages above: where somebody is wanted first, or nothing if nowhere.
WANTED: list[Callable[[object], str]] = []


def wanted_at(place: Callable[[object], str]) -> None:
    """Let a package lead people to where something awaits them, when they come in without saying where to."""
    if place not in WANTED:
        WANTED.append(place)


def asked_way(request: HttpRequest) -> str:
    """The address in `next`, if it is one of ours; anything else is as if nothing had been said."""
    given = request.POST.get(FIELD) or request.GET.get(FIELD) or ""
    return given if is_ours(request, given) else ""


def is_ours(request: HttpRequest, address: str) -> bool:
    """A path of this site: no other host, no scheme, no control characters, nothing that browsers read otherwise."""
    plain = address.startswith("/") and len(address) <= LONGEST and address.isprintable() and "\\" not in address
    return plain and url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})


def home_of(person: object) -> str:
    """Where a person goes who said nothing, in their own language: where something awaits them, or their account."""
    with override(getattr(person, "language", None)):
        return next(filter(None, (place(person) for place in WANTED)), reverse("accounts:home"))
