"""Where people are led after a form: only ever to a place on this site."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import override

FIELD = "next"
LONGEST = 2_000


def asked_way(request: HttpRequest) -> str:
    """The address in `next`, if it is one of ours; anything else is as if nothing had been said."""
    given = request.POST.get(FIELD) or request.GET.get(FIELD) or ""
    return given if is_ours(request, given) else ""


def is_ours(request: HttpRequest, address: str) -> bool:
    """A path of this site: no other host, no scheme, no control characters, nothing that browsers read otherwise."""
    plain = address.startswith("/") and len(address) <= LONGEST and address.isprintable() and "\\" not in address
    return plain and url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})


def home_of(person: object) -> str:
    """Where a person goes who said nothing, in their own language."""
    with override(getattr(person, "language", None)):
        return reverse("accounts:home")
