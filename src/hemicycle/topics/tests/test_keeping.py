"""The vocabulary is kept by people: terms are added and called otherwise, and no file undoes that."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hemicycle.core.identity import shipped_uid
from hemicycle.core.models import Entry
from hemicycle.topics import actions, loading, policy
from hemicycle.topics.models import Topic
from hemicycle.topics.queries import vocabulary

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def terms():
    loading.load()


def entries(topic, verb):
    return list(Entry.objects.filter(subject=topic.uid, verb=verb).values_list("actor", flat=True))


@pytest.mark.parametrize(("who", "may"), [("outsider", False), ("focal_point", False), ("editor", True)])
def test_editors_keep_the_vocabulary(who, may, request):
    person = request.getfixturevalue(who)

    assert policy.may_keep(person) is may


def test_administrators_keep_it_and_visitors_do_not(administrator):
    assert (policy.may_keep(administrator), policy.may_keep(None)) == (True, False)


def test_a_term_is_added_below_its_parent(editor):
    parent = Topic.objects.get(code="technology")

    topic = actions.add_term(parent, {"en": " Digital twins ", "fr": "Jumeaux numériques", "ar": ""}, by=editor)

    term = vocabulary().branch("technology")[-1]
    assert (term.code, term.labels) == ("technology.digital-twins", {"en": "Digital twins", "fr": "Jumeaux numériques"})
    assert topic.uid == shipped_uid("topic", "technology.digital-twins")
    assert entries(topic, "topic.added") == [editor.uid]


def test_the_page_of_a_term_that_was_added_says_so(client, editor):
    actions.add_term(Topic.objects.get(code="technology"), {"en": "Digital twins"}, by=editor)

    page = client.get("/fr/topics/technology/digital-twins/")

    assert page.status_code == 200
    assert "Digital twins" in page.content.decode()


@pytest.mark.parametrize(
    ("parent", "labels", "field"),
    [
        ("work", {"fr": "Séances"}, "label_en"),
        ("work", {"en": "…"}, "label_en"),
        ("work", {"en": "Sittings"}, "label_en"),
        ("work", {"en": "Plenaries", "fr": vocabulary}, "label_fr"),
        ("stage", {"en": "Almost in use"}, "parent"),
    ],
)
def test_what_would_confuse_the_vocabulary_is_refused_at_its_field(editor, parent, labels, field):
    taken = Topic.objects.get(code="work.sittings").labels["fr"]
    labels = {language: taken.upper() if label is vocabulary else label for language, label in labels.items()}

    with pytest.raises(ValidationError) as refused:
        actions.add_term(Topic.objects.get(code=parent), labels, by=editor)

    assert list(refused.value.message_dict) == [field]


def test_other_labels_leave_code_and_place(editor):
    topic = Topic.objects.get(code="work.sittings")
    labels = {**topic.labels, "en": "Plenary sittings"}

    actions.change_term(topic, labels, "What happens in the chamber.", by=editor)

    after = Topic.objects.get(code="work.sittings")
    assert (after.labels, after.note, after.order) == (labels, "What happens in the chamber.", topic.order)
    assert entries(topic, "topic.changed") == [editor.uid]


def test_the_same_labels_leave_no_trace(editor):
    topic = Topic.objects.get(code="work.sittings")

    actions.change_term(topic, topic.labels, topic.note, by=editor)

    assert entries(topic, "topic.changed") == []


def test_nobody_else_writes_in_the_vocabulary(focal_point):
    topic = Topic.objects.get(code="work.sittings")

    with pytest.raises(PermissionDenied):
        actions.change_term(topic, {"en": "Mine"}, by=focal_point)
    with pytest.raises(PermissionDenied):
        actions.add_term(topic, {"en": "Mine"}, by=focal_point)


def test_loading_again_undoes_nothing_that_people_wrote(editor):
    topic = Topic.objects.get(code="work.sittings")
    actions.change_term(topic, {**topic.labels, "pt": "Sessões plenárias"}, by=editor)
    added = actions.add_term(Topic.objects.get(code="work"), {"en": "Night sittings"}, by=editor)
    before = Topic.objects.count(), Entry.objects.count()

    loading.load()

    assert (Topic.objects.count(), Entry.objects.count()) == before
    assert Topic.objects.get(pk=topic.pk).labels["pt"] == "Sessões plenárias"
    assert Topic.objects.get(pk=added.pk).labels == {"en": "Night sittings"}
