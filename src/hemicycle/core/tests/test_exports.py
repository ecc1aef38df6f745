"""Open data says what the record says, and does no harm in a spreadsheet."""

import csv
import io
import json
from functools import partial
from uuid import UUID

from hemicycle.core.catalogue import Record
from hemicycle.core.exports import as_csv, as_json, one_as_json, title

UID = UUID(int=7)
RECORD = Record(
    uid=UID,
    kind="thing",
    key="a",
    path="/things/a/",
    original="fr",
    titles={"fr": "Un", "ar": "واحد"},
    facets={"colour": ("green", "red")},
    facts={"seats": 12, "note": '=HYPERLINK("x")'},
)


def test_json_keeps_every_value():
    content = json.loads(as_json([RECORD], kind="thing", about={"licence": "CC0"}).content)

    assert content == {
        "kind": "thing",
        "count": 1,
        "licence": "CC0",
        "items": [
            {
                "uid": str(UID),
                "kind": "thing",
                "key": "a",
                "address": "/en/things/a/",
                "original_language": "fr",
                "titles": {"fr": "Un", "ar": "واحد"},
                "facets": {"colour": ["green", "red"]},
                "facts": {"seats": 12, "note": '=HYPERLINK("x")'},
            }
        ],
    }


def test_one_record_is_its_own_document():
    assert json.loads(one_as_json(RECORD).content)["facts"]["seats"] == 12


def test_csv_is_utf8_with_one_row_per_record():
    response = as_csv([RECORD], {"key": lambda record: record.key, "title_ar": lambda record: record.titles["ar"]})

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert list(csv.reader(io.StringIO(response.content.decode()))) == [["key", "title_ar"], ["a", "واحد"]]


def said(text, record):
    return text


def test_text_that_looks_like_a_formula_is_kept_from_being_one():
    risky = ["=1+1", "+1", "-1", "@now", "\tx", "safe"]
    columns = {str(place): partial(said, text) for place, text in enumerate(risky)}

    _head, row = csv.reader(io.StringIO(as_csv([RECORD], columns).content.decode()))

    assert row == ["'=1+1", "'+1", "'-1", "'@now", "'\tx", "safe"]


def test_numbers_stay_numbers_and_several_values_share_a_cell():
    columns = {
        "number": lambda record: -3,
        "several": lambda record: ("a", "b"),
        "nothing": lambda record: None,
        "truth": lambda record: True,
    }

    _head, row = csv.reader(io.StringIO(as_csv([RECORD], columns).content.decode()))

    assert row == ["-3", "a; b", "", "yes"]


def test_a_title_falls_back_to_the_original():
    assert title(RECORD) == "Un"
