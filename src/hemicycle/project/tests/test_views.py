"""Addresses without a language: the choice of one, health, and what robots read."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from hemicycle.core import journal
from hemicycle.core.models import Delivery, Listing
from hemicycle.core.tests.offered import reader, terms
from hemicycle.topics import states

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("accepted", "home"),
    [
        ("fr-CA,fr;q=0.8", "/fr/"),
        ("pt-BR", "/pt/"),
        ("ar", "/ar/"),
        ("de", "/en/"),
        ("", "/en/"),
        ("xx-nonsense;;", "/en/"),
    ],
)
def test_a_visitor_is_sent_home_in_the_language_of_the_browser(client, accepted, home):
    response = client.get("/", headers={"Accept-Language": accepted})

    assert (response.status_code, response.headers["Location"]) == (302, home)
    assert "Accept-Language" in response.headers["Vary"]


def test_health_says_that_all_is_well(client):
    response = client.get("/health")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert response.headers["Cache-Control"] == "no-store"


def test_health_is_degraded_when_a_delivery_failed_for_good(client):
    with reader(lambda entries: None):
        journal.record(states.LOADED, terms("work")[0], by=None)
    Delivery.objects.update(state=Delivery.State.DEAD)

    assert client.get("/health").json() == {"status": "degraded"}


def test_robots_are_told_where_not_to_go(client, settings):
    settings.HEMICYCLE_URL = "https://network.example.org"

    response = client.get("/robots.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /files/",
        "Sitemap: https://network.example.org/sitemap.xml",
    ]


def test_the_sitemap_lists_what_is_public_once_per_language(client, settings):
    settings.HEMICYCLE_URL = "https://network.example.org"
    terms("change", "technology")
    Listing.objects.filter(key="technology").update(gone_since=datetime(2026, 1, 1, tzinfo=UTC))
    Listing.objects.filter(key="change").update(changed_at=datetime(2026, 2, 3, tzinfo=UTC))

    xml = client.get("/sitemap.xml").content.decode()

    assert xml.count("<url>") == 5
    assert "<url><loc>https://network.example.org/fr/topics/change/</loc><lastmod>2026-02-03</lastmod></url>" in xml
    assert "technology" not in xml


def test_a_host_that_is_not_ours_is_refused():
    response = Client(SERVER_NAME="evil.example").get("/health")

    assert response.status_code == 400
