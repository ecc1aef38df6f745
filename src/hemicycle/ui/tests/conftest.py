"""A small site around the package: its own addresses, plain static files, five languages."""

import pytest
from django.test import RequestFactory
from django.utils import translation


@pytest.fixture(autouse=True)
def small_site(settings):
    settings.ROOT_URLCONF = "hemicycle.ui.tests.urls"
    settings.HEMICYCLE_URL = "https://network.example.org"
    settings.NAVIGATION = [("Cases", "cases"), ("Parliaments", "parliaments")]
    settings.NAVIGATION_SIGNED_OUT = [("Sign in", "sign_in")]
    settings.NAVIGATION_SIGNED_IN = []
    settings.NAVIGATION_FOOTER = []
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with translation.override("en"):
        yield


@pytest.fixture
def get():
    """A visitor's request for an address."""

    def made(address="/en/cases/", **headers):
        return RequestFactory().get(address, **headers)

    return made
