"""Log lines are JSON and hold neither tokens nor anything about people."""

import json
import logging
import sys

from hemicycle.project.logs import JsonFormatter, clean


def line_of(message: str, **fields) -> dict:
    record = logging.makeLogRecord({"name": "hemicycle", "levelname": "INFO", "msg": message, **fields})
    return json.loads(JsonFormatter().format(record))


def test_a_line_says_when_how_grave_where_and_what():
    line = line_of("worker started", created=0, delivery=7)

    assert line == {
        "at": "1970-01-01T00:00:00.000+00:00",
        "level": "INFO",
        "logger": "hemicycle",
        "message": "worker started",
        "delivery": 7,
    }


def test_a_mail_address_is_removed():
    assert clean("sent to grace.phiri@parliament.example, done") == "sent to [removed] done"


def test_a_token_in_an_address_is_removed():
    assert clean("GET /en/enter/c9qz8v-2f1d4f3a5b6c7d8e9f0a1b2c3d4e5f60/ 200") == "GET /en/enter/[removed]/ 200"


def test_what_was_asked_is_removed():
    assert clean("GET /en/search/?q=corruption+in+my+office 200") == "GET /en/search/ 200"


def test_extra_fields_are_cleaned_like_the_message():
    assert line_of("entered", who="grace.phiri@parliament.example")["who"] == "[removed]"


def test_an_error_says_where_it_arose_and_not_what_was_typed():
    try:
        int("grace.phiri@parliament.example")
    except ValueError:
        line = line_of("it failed", exc_info=sys.exc_info())

    assert line["error"] == "ValueError"
    assert [place.rpartition(" ")[2] for place in line["where"]] == [
        "test_an_error_says_where_it_arose_and_not_what_was_typed"
    ]
    assert "grace" not in json.dumps(line)
