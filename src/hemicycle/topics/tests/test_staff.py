"""The vocabulary on the staff side: lists, labels in five languages, and verbs that leave one entry each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hemicycle.core.tests.staff import at, is_the_only_history, last_entry, queries_for, recorded, words
from hemicycle.topics import actions, loading
from hemicycle.topics.actions import TermGiven
from hemicycle.topics.models import Topic

pytestmark = pytest.mark.django_db

LABELS = {"label_en": "Plenary", "label_fr": "Plénière"}


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def sittings():
    loading.load()
    return Topic.objects.get(code="work.sittings")


@pytest.mark.parametrize("role", ["analyst", "editor", "administrator"])
def test_the_secretariat_reads_the_vocabulary(client, person, secretariat, sittings, role):
    client.force_login(person(role, secretariat))

    pages = [words(client.get(address)) for address in (at("topics"), at("topics", "page", sittings.pk))]

    assert ["Sittings" in page for page in pages] == [True, True]
    assert ["Add a term" in pages[0], "Change the labels" in pages[1]] == [role != "analyst"] * 2


def test_other_labels_leave_one_entry(desk, editor, sittings):
    before = last_entry()

    answer = desk.post(at("topics", "change", sittings.pk), {**LABELS, "note": "What happens in the chamber."})

    assert answer.url == at("topics", "page", sittings.pk)
    assert recorded(sittings, before) == [("topic.changed", editor.uid)]
    assert Topic.objects.get(pk=sittings.pk).labels == {"en": "Plenary", "fr": "Plénière"}
    assert is_the_only_history()
    assert "Plénière" in words(desk.get("/".join(("/fr/topics", "work", "sittings/"))))


def test_a_label_that_is_taken_is_refused_at_its_field(desk, sittings):
    other = Topic.objects.get(code="work.oversight").labels["fr"]

    answer = desk.post(at("topics", "change", sittings.pk), {**LABELS, "label_fr": other})

    assert answer.status_code == 422
    assert answer.context["form"].errors == {"label_fr": [f"Another term of this branch is called “{other}”."]}
    assert "Plenary" in words(answer)


def test_a_term_is_added_where_it_is_asked_for(desk, editor, sittings):
    answer = desk.post(at("topics", "new"), {**LABELS, "parent": "work.sittings"})

    topic = Topic.objects.get(code="work.plenary")
    assert answer.url == at("topics", "page", topic.pk)
    assert recorded(topic) == [("topic.added", editor.uid)]
    assert "Español, Português, العربية" in words(desk.get(answer.url))


def test_fixed_steps_are_not_offered_as_a_place(desk, sittings):
    form = words(desk.get(at("topics", "new")))

    assert ['value="work"' in form, 'value="stage"' in form, 'value="cost"' in form] == [True, False, False]


@pytest.mark.parametrize("sought", ["séan", "SITTINGS", "work.sitt", "جلس"])
def test_terms_are_found_by_code_and_by_label_in_any_language(desk, sittings, sought):
    page = words(desk.get(at("topics", "results"), {"q": sought}))

    assert "work.sittings" in page


def test_terms_are_narrowed_by_branch(desk, sittings):
    page = words(desk.get(at("topics"), {"branch": "stage"}))

    assert ["stage.pilot" in page, "work.sittings" in page] == [True, False]


def test_the_list_takes_as_many_queries_for_one_row_as_for_three(desk):
    labels = dict.fromkeys(("en", "fr", "es", "pt", "ar"), "Work")
    terms = [TermGiven("work", "", labels)]
    actions.load(terms, by=None)
    one = queries_for(desk, at("topics"), lambda: CaptureQueriesContext(connection))
    terms += [TermGiven(f"work.{name}", "work", dict.fromkeys(labels, name)) for name in ("sittings", "oversight")]
    actions.load(terms, by=None)

    three = queries_for(desk, at("topics"), lambda: CaptureQueriesContext(connection))

    assert (one, three) == (12, 12)
