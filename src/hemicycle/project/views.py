"""Addresses without a language: the choice of one, health, and what robots read."""

from xml.sax.saxutils import escape

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from hemicycle.core import deliveries
from hemicycle.core.models import Listing


def choose_language(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the home page in the language that the browser asks for."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ("Accept-Language",))
    return response


def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Whether the database answers and nothing is stuck; without figures that help an attacker."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    stuck = deliveries.dead()
    return JsonResponse({"status": "ok" if not stuck else "degraded"}, headers={"Cache-Control": "no-store"})


def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /files/",
        f"Sitemap: {settings.HEMICYCLE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def sitemap(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Every public thing once per language, from the listings alone."""
    rows = Listing.objects.filter(gone_since=None).order_by("path").values_list("path", "changed_at")[:9_000]
    entries = [
        f"<url><loc>{escape(f'{settings.HEMICYCLE_URL}/{code}{path}')}</loc><lastmod>{changed:%Y-%m-%d}</lastmod></url>"
        for path, changed in rows
        for code, _name in settings.LANGUAGES
    ]
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return HttpResponse(f"{xml}{''.join(entries)}</urlset>", content_type="application/xml")
