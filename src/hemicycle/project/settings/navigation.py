"""The way through the site, in the order of the header."""

from django.utils.translation import gettext_lazy as _

NAVIGATION = [
    (_("Cases"), "innovations:cases"),
    (_("Use cases"), "innovations:use_cases"),
    (_("Parliaments"), "network:parliaments"),
    (_("Topics"), "topics:topics"),
    (_("Search"), "search:search"),
]
