"""Open data and figures say what the files say."""

import csv
import io
import json

import pytest

from hemicycle.network.tests.reading import shipped

pytestmark = pytest.mark.django_db


def test_csv_has_a_row_for_each_parliament_with_the_values_of_the_file(client, register):
    response = client.get("/en/parliaments.csv")

    rows = {row["key"]: row for row in csv.DictReader(io.StringIO(response.content.decode()))}
    facts = shipped("facts.csv")
    population = {fact["body"]: fact["value"] for fact in facts if fact["name"] == "population"}
    assert {key: row["population"] for key, row in rows.items()} == population
    assert (rows["ZM"]["seats"], rows["ZM"]["income_group_source"], rows["ZM"]["website_doubtful"]) == (
        "167",
        "wb-fy2026",
        "yes",
    )


def test_csv_honours_the_same_facets(client, register):
    response = client.get("/en/parliaments.csv?income=low")

    assert len(list(csv.DictReader(io.StringIO(response.content.decode())))) == 25


def test_chambers_come_as_csv(client, register):
    rows = list(csv.DictReader(io.StringIO(client.get("/en/chambers.csv").content.decode())))

    assert len(rows) == 283
    seats = {fact["body"]: fact["value"] for fact in shipped("facts.csv") if fact["name"] == "seats"}
    assert {row["key"]: row["seats"] for row in rows} == {row["key"]: seats[row["key"]] for row in rows}


def test_json_of_a_parliament_has_every_period_with_its_source(client, register):
    record = json.loads(client.get("/en/parliaments/KZ.json").content)

    said = [
        {name: period[name] for name in ("name", "value", "since", "until", "as_of", "source", "note")}
        for period in record["facts"]["periods"]
    ]
    given = [
        {
            **{name: fact[name] for name in ("name", "value", "until", "as_of", "source", "note")},
            "since": fact["from"],
        }
        for fact in shipped("facts.csv")
        if fact["body"] == "KZ"
    ]
    key = repr
    assert sorted(map(key, map(sorted, map(dict.items, said)))) == sorted(map(key, map(sorted, map(dict.items, given))))
    assert set(record["facts"]["sources"]) >= {fact["source"] for fact in given}
    assert [part["key"] for part in record["parts"]] == ["KZ-LC01"]


def test_json_of_the_list_has_them_all(client, register):
    content = json.loads(client.get("/en/parliaments.json").content)

    assert (content["kind"], content["count"], len(content["items"])) == ("parliament", 198, 198)


@pytest.mark.parametrize(
    ("address", "start"),
    [
        ("/en/parliaments/ZM/preview.png", b"\x89PNG"),
        ("/en/parliaments/ZM/ZM-LC01.svg", b"<svg"),
        ("/en/parliaments/ZM/ZM-LC01.png", b"\x89PNG"),
        ("/en/parliaments/ZM/ZM-LC01.csv", b"group,seats,percent"),
        ("/ar/parliaments/world.svg?income=low", b"<svg"),
        ("/en/regional-bodies/RB-EP/seats.svg", b"<svg"),
        ("/en/regional-bodies/RB-EP/preview.png", b"\x89PNG"),
    ],
)
def test_figures_can_be_taken_away(client, register, address, start):
    response = client.get(address)

    assert response.status_code == 200
    assert response.content.startswith(start)
