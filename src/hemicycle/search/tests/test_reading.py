"""What the journal tells, the index follows: withdrawal first."""

import pytest
from django_tasks_db.models import DBTaskResult

from hemicycle.core import catalogue, deliveries, journal
from hemicycle.core.tests.offered import rename, terms
from hemicycle.search import actions, queries
from hemicycle.search.index import index
from hemicycle.search.index.words import WordsOfText
from hemicycle.search.models import IndexedText, IndexedThing, Neighbour, Refreshed
from hemicycle.search.tests.factories import a_small_library
from hemicycle.topics import states
from hemicycle.topics.models import Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def withdrawn(monkeypatch):
    """Takes a topic out of public sight and says so to the journal."""

    def withdraw(topic: Topic) -> None:
        seen = lambda viewer: Topic.objects.exclude(pk=topic.pk)  # noqa: E731
        changed = catalogue.Offer(**{**vars(catalogue.OFFERS["topic"]), "visible": seen})
        monkeypatch.setitem(catalogue.OFFERS, "topic", changed)
        journal.record(states.LOADED, topic, by=None)

    return withdraw


def keys(question: str) -> list[str]:
    return [hit.key for hit in queries.search(question, language="en").hits]


def projection() -> list[tuple[object, ...]]:
    """The whole index without numbers that a rebuild draws anew."""
    texts = IndexedText.objects.order_by("thing__uid", "language").values_list(
        "thing__uid", "language", "title", "lead", "body", "model", "thing__facets", "thing__labels", "thing__path"
    )
    neighbours = Neighbour.objects.order_by("thing__uid", "rank").values_list("thing__uid", "other__uid", "rank")
    return [*texts, *neighbours]


def test_what_is_withdrawn_is_found_no_more(withdrawn):
    _branch, sittings = terms("work", "work.sittings")
    deliveries.deliver_all()
    assert keys("sittings") == ["work.sittings"]

    withdrawn(sittings)
    deliveries.deliver_all()

    assert keys("sittings") == []
    assert list(IndexedThing.objects.values_list("key", flat=True)) == ["work"]
    assert list(IndexedText.objects.values_list("title", flat=True)) == ["Work"]


def test_what_comes_back_is_found_again(withdrawn, monkeypatch):
    _branch, sittings = terms("work", "work.sittings")
    withdrawn(sittings)
    deliveries.deliver_all()
    monkeypatch.undo()

    journal.record(states.LOADED, sittings, by=None)
    deliveries.deliver_all()

    assert keys("sittings") == ["work.sittings"]


def test_a_change_is_found_under_its_new_words_alone():
    (work,) = terms("work")
    deliveries.deliver_all()

    rename(work, "Hansard")
    deliveries.deliver_all()

    assert (keys("hansard"), keys("work")) == (["work"], [])


def test_a_delivery_read_twice_changes_nothing():
    (work,) = terms("work")
    deliveries.deliver_all()
    before = projection()
    tasks = DBTaskResult.objects.count()

    journal.record(states.LOADED, work, by=None)
    deliveries.deliver_all()

    assert projection() == before
    assert DBTaskResult.objects.count() == tasks


def test_a_change_leaves_work_for_the_background():
    terms("work")

    deliveries.deliver_all()

    assert list(DBTaskResult.objects.values_list("task_path", flat=True)) == ["hemicycle.search.tasks.keep_up"]


def test_a_rebuild_equals_what_deliveries_made():
    terms("work", "work.sittings", "work.oversight")
    deliveries.deliver_all()
    actions.keep_up()
    live = projection()

    actions.rebuild()

    assert projection() == live
    assert keys("sittings") == ["work.sittings"]


def test_a_rebuild_forgets_what_is_not_public():
    a_small_library()

    actions.rebuild()

    assert keys("radio") == []


def test_words_of_another_release_are_written_anew():
    a_small_library()
    assert actions.follow_analysis() is False
    index().words.write(
        [WordsOfText(text, "en", "", "", "", ()) for text in IndexedText.objects.values_list("pk", flat=True)]
    )
    Refreshed.objects.filter(name="analysis").update(state="0")
    assert keys("radio") == []

    assert actions.follow_analysis() is True

    assert keys("radio") == ["radio"]
    assert actions.follow_analysis() is False
