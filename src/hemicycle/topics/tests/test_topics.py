"""The vocabulary loads strictly, once, and shows what bears each term."""

import re
import shutil

import pytest

from hemicycle.core.loading import LoadRefused
from hemicycle.core.models import Counter, Entry, Listing, Mark
from hemicycle.topics import loading, policy, queries
from hemicycle.topics.models import Topic

pytestmark = pytest.mark.django_db


def test_the_vocabulary_is_one_tree_in_its_order():
    counts = loading.load()

    assert counts == {"topics": Topic.objects.count()}
    assert [term.slug for term in queries.vocabulary().branch("practice")][:2] == [
        "strategic-planning",
        "openness-and-open-data",
    ]
    assert all(term.parent in queries.vocabulary().terms for term in queries.vocabulary().terms.values() if term.parent)


def test_loading_twice_leaves_no_trace():
    loading.load()
    before = list(Counter.objects.values()), Entry.objects.count()

    loading.load()

    assert (list(Counter.objects.values()), Entry.objects.count()) == before


@pytest.mark.parametrize(
    ("found", "put", "column"),
    [
        ("practice.strategic-planning,practice", "Practice.Planning,practice", "code"),
        ("practice.strategic-planning,practice", "practice.strategic-planning,absent", "parent"),
        ("practice.strategic-planning,practice", "practice.strategic-planning,work", "parent"),
        ("practice.strategic-planning,practice", "practice.strategic-planning,", "parent"),
        ("Planification stratégique", "", "fr"),
    ],
)
def test_a_malformed_row_is_named_and_nothing_is_loaded(tmp_path, found, put, column):
    file = tmp_path / "topics.csv"
    shutil.copy(loading.DATA / "topics.csv", file)
    text = file.read_text(encoding="utf-8")
    row = text[: text.index(found)].count("\n") + 1
    file.write_text(text.replace(found, put, 1), encoding="utf-8")

    with pytest.raises(LoadRefused) as caught:
        loading.load(tmp_path)

    assert (caught.value.row, caught.value.column) == (row, column)
    assert Topic.objects.count() == 0


@pytest.mark.parametrize("who", [None, "outsider", "editor"])
def test_policy_and_query_agree(request, who):
    loading.load()
    person = request.getfixturevalue(who) if who else None

    assert set(queries.visible_to(person)) == {topic for topic in Topic.objects.all() if policy.may_see(person, topic)}


def test_the_tree_shows_every_branch(client):
    loading.load()

    html = client.get("/fr/topics/").content.decode()

    assert len(re.findall(r'class="branch__title"', html)) == 10
    assert "Planification stratégique" in html


def test_a_term_says_its_name_in_the_other_languages(client):
    loading.load()

    html = client.get("/en/topics/practice/strategic-planning/").content.decode()

    for label in (
        "Planification stratégique",
        "Planificación estratégica",
        "Planejamento estratégico",
        "التخطيط الاستراتيجي",
    ):
        assert label in html


def test_a_term_that_is_not_there_is_not_found_and_says_so(client):
    loading.load()

    response = client.get("/en/topics/practice/juggling/")

    assert response.status_code == 404
    assert "The vocabulary has no topic “practice.juggling”." in response.content.decode()


def test_terms_are_counted_by_what_bears_them(client):
    loading.load()
    listing = Listing.objects.filter(kind="topic").first()
    Mark.objects.create(listing=listing, kind="topic", facet="practice", value="strategic-planning")

    html = client.get("/en/topics/practice/").content.decode()

    assert re.findall(r'Strategic planning</a> <span class="terms__count">(\d+)<', html) == ["1"]
