"""Addresses of a small site, so that the tests of this package need no other."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from hemicycle.ui.gallery import urls


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse("nothing")


urlpatterns = i18n_patterns(
    path("cases/", nothing, name="cases"),
    path("parliaments/", nothing, name="parliaments"),
    path("sign-in/", nothing, name="sign_in"),
    path("gallery/", include(urls)),
)
