"""A site with a mistake in it, for the tests of its error pages."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path

from hemicycle.project.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def mistaken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def senseless(request: HttpRequest) -> HttpResponse:
    raise BadRequest


urlpatterns = [
    *i18n_patterns(
        path("mistaken/", mistaken),
        path("forbidden/", forbidden),
        path("senseless/", senseless),
        prefix_default_language=True,
    ),
    *urlpatterns,
]
