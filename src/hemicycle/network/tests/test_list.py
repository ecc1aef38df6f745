"""The list of parliaments: complete, narrowed rightly, in the order of the reader."""

import re
from collections import Counter

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hemicycle.core import catalogue
from hemicycle.network import queries
from hemicycle.network.states import REGION_SLUGS, REGIONS
from hemicycle.network.tests.reading import facet_of, shipped, text_of

pytestmark = pytest.mark.django_db


def test_the_list_has_every_parliament(client, register):
    response = client.get("/en/parliaments/")

    assert response.status_code == 200
    assert response.content.decode().count("<li><a href=") >= 198
    assert "198 parliaments with 283 chambers" in text_of(response)


def test_counts_of_facets_are_those_of_the_file(client, register):
    facts = shipped("facts.csv")
    income = Counter(fact["value"] for fact in facts if fact["name"] == "income_group")
    languages = Counter(fact["value"] for fact in facts if fact["name"] == "language" and "-" not in fact["body"])

    response = client.get("/en/parliaments/")

    assert facet_of(response, "income") == {
        "Low income": income["low"],
        "Lower-middle income": income["lower-middle"],
        "Upper-middle income": income["upper-middle"],
        "High income": income["high"],
        "Not classified": income["not_classified"],
    }
    assert facet_of(response, "language")["Arabic"] == languages["ar"]


def test_a_region_counts_all_below_it(client, register):
    regions = [REGION_SLUGS[fact["value"]] for fact in shipped("facts.csv") if fact["name"] == "region"]
    continents = Counter(root_of(slug) for slug in regions)

    response = client.get("/en/parliaments/")

    assert facet_of(response, "region") == {
        "Africa": continents["africa"],
        "Americas": continents["americas"],
        "Asia": continents["asia"],
        "Europe": continents["europe"],
        "Oceania": continents["oceania"],
    }


def root_of(slug):
    while REGIONS[slug][2]:
        slug = REGIONS[slug][2]
    return slug


def test_a_narrowed_list_holds_what_the_file_says(client, register):
    facts = shipped("facts.csv")
    low = {fact["body"] for fact in facts if fact["name"] == "income_group" and fact["value"] == "low"}
    eastern = {fact["body"] for fact in facts if fact["name"] == "region" and fact["value"] == "Eastern Africa"}

    response = client.get("/en/parliaments/?region=eastern-africa&income=low")

    rows = response.content.decode().split('class="register"')[1]
    assert set(re.findall(r'href="/en/parliaments/([A-Z]{2})/"', rows)) == low & eastern
    assert f"{len(low & eastern)} of 198 parliaments" in text_of(response)


def test_choosing_a_part_of_a_region_takes_the_place_of_the_whole(client, register):
    response = client.get("/en/parliaments/?region=africa")

    assert 'href="/en/parliaments/?region=eastern-africa"' in response.content.decode()


def test_a_value_that_no_facet_has_is_not_found_and_says_so(client, register):
    response = client.get("/en/parliaments/?income=enormous")

    assert response.status_code == 404
    assert "This list has no “enormous”." in text_of(response)


@pytest.mark.parametrize("query", ["", "?region=africa&income=low&language=fr"])
def test_the_list_takes_as_many_queries_however_it_is_narrowed(client, register, query):
    client.get("/en/parliaments/")
    caches["pages"].clear()

    with CaptureQueriesContext(connection) as made:
        client.get(f"/en/parliaments/{query}")

    assert len(made) == 1


def test_lists_carry_the_disclaimer(client, register):
    for address in ("/en/parliaments/", "/en/parliaments/ZM/", "/en/parliaments/compare/?key=ZM"):
        assert "imply no opinion on the legal status" in text_of(client.get(address))


def test_countries_stand_in_the_order_of_the_readers_language(client, register):
    html = client.get("/fr/parliaments/").content.decode().split('class="register"')[1]

    names = re.findall(r'<li><a href="/fr/parliaments/[A-Z]{2}/">([^<]*)</a>', html)
    assert names[:3] == ["Afghanistan", "Afrique du Sud", "Albanie"]
    assert names.index("Émirats arabes unis") == names.index("Équateur") - 1


def test_cards_of_bodies_take_no_query_once_the_register_is_known(register):
    offer = catalogue.OFFERS["parliament"]
    uids = [house.uid for house in queries.register().parliaments[:3]]

    with CaptureQueriesContext(connection) as made:
        cards = offer.cards(uids, "en")

    assert [card.title for card in cards.values()] == [
        "General Council",
        "Federal National Council",
        "National Assembly",
    ]
    assert len(made) <= 2
