"""Each thing that goes wrong gets one page in the reader's language, with the right status."""

import re

import pytest
from django.test import Client
from django.utils import timezone, translation
from django.utils.translation import gettext

from hemicycle.core.models import Address, Listing
from hemicycle.core.tests.offered import terms

pytestmark = pytest.mark.django_db

DIRECTIONS = {"en": "ltr", "fr": "ltr", "es": "ltr", "pt": "ltr", "ar": "rtl"}
PAGES = {
    "senseless/": (400, "This request cannot be understood"),
    "forbidden/": (403, "You may not do this"),
    "nothing-is-here/": (404, "There is nothing at this address"),
    "mistaken/": (500, "Something went wrong on our side"),
}


@pytest.fixture
def visitor(settings):
    settings.ROOT_URLCONF = "hemicycle.project.tests.broken"
    return Client(raise_request_exception=False)


def heading_of(response) -> str:
    return re.search(r"<h1[^>]*>(.*?)</h1>", response.content.decode(), re.DOTALL)[1].strip()


@pytest.mark.parametrize("language", DIRECTIONS)
@pytest.mark.parametrize("path", PAGES)
def test_an_error_page_speaks_the_language_of_its_address(visitor, language, path):
    status, sentence = PAGES[path]
    with translation.override(language):
        expected = gettext(sentence)

    response = visitor.get(f"/{language}/{path}")

    assert (response.status_code, heading_of(response)) == (status, expected)
    assert f'<html lang="{language}" dir="{DIRECTIONS[language]}">' in response.content.decode()


@pytest.mark.parametrize("language", DIRECTIONS)
def test_what_was_withdrawn_says_so(client, language):
    terms("work", "technology")
    Listing.objects.filter(key="work").update(gone_since=timezone.now())
    Address.objects.create(path="/topics/labour/", listing=Listing.objects.get(key="work"), since=timezone.now())
    with translation.override(language):
        expected = gettext("This page was withdrawn")

    response = client.get(f"/{language}/topics/labour/")

    assert (response.status_code, heading_of(response)) == (410, expected)


def test_what_has_moved_redirects_with_the_question(client):
    terms("change")
    Address.objects.create(path="/topics/labour/", listing=Listing.objects.get(key="change"), since=timezone.now())

    response = client.get("/fr/topics/labour/?page=2")

    assert (response.status_code, response.headers["Location"]) == (301, "/fr/topics/change/?page=2")


def test_a_language_that_is_not_offered_is_named(client):
    response = client.get("/de/cases/", headers={"Accept-Language": "en"})

    assert response.status_code == 404
    assert "This site is not offered in German." in response.content.decode()
    for code in DIRECTIONS:
        assert f'href="/{code}/cases/"' in response.content.decode()


def test_a_form_without_its_sign_is_refused_in_our_words(visitor):
    careful = Client(enforce_csrf_checks=True)

    response = careful.post("/en/senseless/", {"name": "value"})

    assert (response.status_code, heading_of(response)) == (403, "This form could not be accepted")


def test_an_error_page_is_drawn_without_the_database(visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = visitor.get("/en/mistaken/")

    assert response.status_code == 500
