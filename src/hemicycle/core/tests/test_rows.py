"""Rows of another table arrive as one JSON column, the same on both databases."""

import pytest
from django.db import connection
from django.db.models import OuterRef

from hemicycle.core.rows import Rows
from hemicycle.core.tests.offered import terms
from hemicycle.topics.models import Topic

pytestmark = pytest.mark.django_db


def test_things_come_with_their_parts_in_one_query_and_in_order(django_assert_num_queries):
    terms("work", "work.b", "work.a", "change")
    # Django asks SQLite once in a process whether it knows JSON; that question is not part of the reading.
    assert connection.features.supports_json_field
    children = Topic.objects.filter(parent=OuterRef("pk")).order_by("code")

    with django_assert_num_queries(1):
        topics = list(Topic.objects.order_by("code").annotate(parts=Rows(children, "code", "order", "note")))

    assert {topic.code: topic.parts for topic in topics if topic.code in {"work", "change"}} == {
        "change": [],
        "work": [
            {"code": "work.a", "order": 2, "note": ""},
            {"code": "work.b", "order": 1, "note": ""},
        ],
    }
