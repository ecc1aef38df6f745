"""What is held in memory follows the counters."""

import pytest

from hemicycle.core.snapshots import Snapshot
from hemicycle.core.tests.offered import rename, terms
from hemicycle.topics.models import Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def labels():
    built = []

    def build():
        built.append(1)
        return sorted(topic.labels["en"] for topic in Topic.objects.all())

    snapshot = Snapshot("topic", build=build)
    return lambda: (snapshot.now(), len(built))


def test_it_is_built_once_while_nothing_changes(labels):
    terms("work")

    assert [labels(), labels()] == [(["Work"], 1), (["Work"], 1)]


def test_it_is_built_anew_after_a_change(labels):
    (topic,) = terms("work")
    labels()

    rename(topic, "Labour")

    assert labels() == (["Labour"], 2)


def test_asking_costs_one_query_outside_a_request(labels, django_assert_num_queries):
    terms("work")
    labels()

    with django_assert_num_queries(1):
        labels()
