"""A profile says what the data says, in five languages, in few queries."""

import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hemicycle.core import catalogue
from hemicycle.network.tests.reading import shipped, text_of

pytestmark = pytest.mark.django_db


def test_a_parliament_that_is_not_there_is_not_found_and_says_so(client, register):
    response = client.get("/en/parliaments/QQ/")

    assert response.status_code == 404
    assert "The register has no parliament with the key “QQ”." in text_of(response)


def test_a_profile_says_what_is_known_from_whom_and_why_it_may_be_wrong(client, register):
    seats = next(fact for fact in shipped("facts.csv") if fact["body"] == "ZM-LC01" and fact["name"] == "seats")

    text = text_of(client.get("/en/parliaments/ZM/"))

    assert (
        "Zambia · ZM National Assembly One chamber with 167 seats. Lower-middle income; population 22 million." in text
    )
    assert "Seats 167 doubtful" in text
    assert f"Seats 167 {seats['note']} January 2026 CIA World Factbook, last edition" in text


def test_values_that_one_source_says_at_one_time_stand_in_one_row(client, register):
    text = text_of(client.get("/en/regional-bodies/RB-EP/"))

    assert text.count("Official languages") == 2
    assert text.count("Slovenian and Swedish Nobody has verified this. January 2026") == 1


def test_a_website_that_nobody_has_checked_is_text(client, register):
    html = client.get("/en/parliaments/ZM/").content.decode()

    assert ">https://www.parliament.gov.zm<" in html
    assert 'href="https://www.parliament.gov.zm"' not in html


def test_two_chambers_stand_each_with_its_seats(client, register):
    html = client.get("/en/parliaments/BR/").content.decode()

    assert [key for key in ("BR-LC01", "BR-UC01") if f'id="{key}"' in html] == ["BR-LC01", "BR-UC01"]
    assert re.findall(r'chart-reading"[^>]*>([^<]*)<', html) == ["513 seats.", "81 seats."]


def test_a_profile_in_arabic_runs_from_right_to_left(client, register):
    html = client.get("/ar/parliaments/EG/").content.decode()

    assert '<html lang="ar" dir="rtl">' in html
    assert "مصر" in html
    assert '<bdi lang="en" dir="ltr">Parliament</bdi>' in html


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_every_language_has_its_pages(client, register, language):
    statuses = {
        path: client.get(f"/{language}{path}").status_code
        for path in (
            "/parliaments/",
            "/parliaments/ZM/",
            "/regional-bodies/RB-EP/",
            "/parliaments/compare/?key=ZM&key=BR",
        )
    }

    assert set(statuses.values()) == {200}


def test_a_chamber_leads_to_its_place_on_the_profile(client, register):
    response = client.get("/en/parliaments/BR/BR-UC01/")

    assert (response.status_code, response.headers["Location"]) == (301, "/en/parliaments/BR/#BR-UC01")


def test_a_key_in_small_letters_leads_to_the_page(client, register):
    assert client.get("/en/parliaments/zm/").headers["Location"] == "/en/parliaments/ZM/"


@pytest.mark.parametrize("key", ["ZM", "BR", "AF"])
def test_a_profile_takes_at_most_six_queries_and_two_for_each_panel(client, register, monkeypatch, key):
    monkeypatch.setattr(catalogue, "PANELS", {})
    caches["pages"].clear()

    with CaptureQueriesContext(connection) as cold:
        client.get(f"/en/parliaments/{key}/")
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as warm:
        client.get(f"/fr/parliaments/{key}/")

    assert len(cold) <= 6
    assert len(warm) == 2


def test_a_regional_body_has_a_page_of_the_same_make(client, register):
    response = client.get("/fr/regional-bodies/RB-EP/")

    html = response.content.decode()
    assert response.status_code == 200
    assert "<h1><bdi>Parlement européen</bdi></h1>" in html
    assert client.get("/fr/parliaments/RB-EP/").status_code == 404
