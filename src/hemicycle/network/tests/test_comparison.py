"""Parliaments side by side."""

import re

import pytest

from hemicycle.network.tests.reading import text_of

pytestmark = pytest.mark.django_db


def test_up_to_six_are_compared(client, register):
    response = client.get("/en/parliaments/compare/?key=ZM&key=MW&key=BR&key=FR&key=FJ&key=JO")

    heads = re.findall(r'<th scope="col"><a href="/en/parliaments/([A-Z]{2})/">', response.content.decode())
    assert (response.status_code, heads) == (200, ["ZM", "MW", "BR", "FR", "FJ", "JO"])


def test_a_seventh_is_refused_in_one_sentence(client, register):
    response = client.get("/en/parliaments/compare/?key=ZM&key=MW&key=BR&key=FR&key=FJ&key=JO&key=CL")

    assert response.status_code == 400
    assert "7 parliaments were chosen; at most six can be compared, and the first six are shown." in text_of(response)


def test_what_is_not_in_the_register_is_not_compared(client, register):
    assert client.get("/en/parliaments/compare/?key=ZM&key=QQ").status_code == 404


def test_without_a_choice_the_comparison_asks_for_one(client, register):
    html = client.get("/en/parliaments/compare/").content.decode()

    assert html.count("<option") == 199
