"""The index finds texts by their words, in every language, on either database."""

import pytest
from django.db import connection

from hemicycle.search.index import index
from hemicycle.search.models import IndexedText
from hemicycle.search.states import Question
from hemicycle.search.tests.factories import RADIO, REMOTE_VOTE, a_record, a_small_library

pytestmark = pytest.mark.django_db


def found(question: str, language: str = "en", **narrowing) -> list[str]:
    """Keys in order, by words alone."""
    asked = Question(question, language, by_meaning=False, **narrowing)
    return [hit.key for hit in index().search(asked).hits]


@pytest.fixture
def library():
    return a_small_library()


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("recognition", "transcripts"),
        ("reconnaissance", "transcripts"),
        ("vocales", "transcripts"),
        ("votos", "vote"),
        ("diputadas", "vote"),
        ("telematico", "vote"),
        ("petição", "petitions"),
        ("peticoes", "petitions"),
        ("عريضة العرائض", "petitions"),
        ("والبيانات", "open-data"),
        ("بيانات مفتوحه", "open-data"),
        ("البوّابة", "open-data"),
        ("Zambie", "ZM"),
    ],
)
def test_words_are_found_in_any_language_however_inflected(library, question, key):
    assert found(question)[:1] == [key]


@pytest.mark.parametrize(
    ("question", "key", "near"),
    [("recogniton", "transcripts", "recognition"), ("raido", "radio", "radio"), ("petiçoens", "petitions", "peticoes")],
)
def test_slips_are_forgiven_and_said(library, question, key, near):
    hits = index().search(Question(question, "en", by_meaning=False))

    assert [hit.key for hit in hits.hits] == [key]
    assert hits.spellings == {question: (near,)}


def test_a_word_that_stands_somewhere_is_not_respelt(library):
    hits = index().search(Question("voto", "en", by_meaning=False))

    assert ([hit.key for hit in hits.hits], hits.spellings) == (["vote"], {})


def test_nonsense_finds_nothing(library):
    hits = index().search(Question("blorptang quixzle", "en"))

    assert (hits.hits, hits.total, hits.counts["kind"]) == ((), 0, {})


def test_signs_alone_find_nothing(library):
    for question in ('"', "'", "* (", "%", "^:", "\\", "{}", "\x00", "…", "&|!"):
        assert found(question) == []


def test_words_that_look_like_commands_are_words():
    index().put([a_record("near", {"en": ("AND OR NOT NEAR", "")})])

    assert found('near AND "or" -not') == ["near"]


def test_a_text_must_hold_most_of_a_question(library):
    assert found("radio gardening astronomy") == ["radio"]
    assert found("citizens of remote voting members")[:1] == ["vote"]
    assert found("internet recognition telematico radio petições") == []


def test_the_title_counts_more_than_the_body():
    index().put(
        [
            a_record("below", {"en": ("A chamber", "What a committee did.")}, body="Minutes. " * 3 + "A budget."),
            a_record("above", {"en": ("The budget", "What a committee did.")}, body="Minutes. " * 3),
        ]
    )

    assert found("budget") == ["above", "below"]


def test_words_that_stand_together_go_first():
    filler = {"en": ("A record", "Data were kept open for days. The open door let in data.")}
    index().put(
        [a_record("apart", filler), a_record("together", {"en": ("A record", "They kept open data for days in May.")})]
    )

    assert found("open data") == ["together", "apart"]


def test_the_language_of_the_page_goes_first():
    index().put(
        [
            a_record("french", {"fr": ("Transparence", "Hansard en ligne.")}),
            a_record("english", {"en": ("Transparency", "Hansard en ligne.")}),
        ]
    )

    assert found("hansard", "en") == ["english", "french"]
    assert found("hansard", "fr") == ["french", "english"]


def test_what_tells_goes_before_a_name():
    index().put(
        [a_record("name", {"en": ("Hansard", "")}), a_record("case", {"en": ("Hansard", "How the record is written.")})]
    )

    assert found("hansard") == ["case", "name"]


def test_a_thing_is_one_hit_in_however_many_languages(library):
    hits = index().search(Question("vote voto", "es", by_meaning=False))

    assert [(hit.key, hit.language, hit.title) for hit in hits.hits] == [("vote", "es", REMOTE_VOTE["es"][0])]


def test_pages_follow_each_other():
    index().put([a_record(f"n{number}", {"en": (f"Plenary {number}", "A plenary.")}) for number in range(5)])

    first, second = found("plenary", limit=3), found("plenary", limit=3, offset=3)

    assert (len(first), len(second), len({*first, *second})) == (3, 2, 5)


def test_putting_again_changes_nothing_and_taking_away_leaves_nothing(library):
    assert index().put(library.values()) == 0
    assert index().put([a_record("radio", RADIO, body="New.", topics=("participation",), region="africa")]) == 1

    assert index().remove([library["radio"].uid]) == 1
    assert index().remove([library["radio"].uid]) == 0

    assert found("radio") == []
    assert rows_of_words() == IndexedText.objects.count()


def test_a_language_that_is_taken_back_is_not_searched(library):
    index().put([a_record("vote", {"en": REMOTE_VOTE["en"]}, topics=("sittings", "rules"), region="europe")])

    assert found("telematico") == []
    assert found("remote") == ["vote"]


def test_the_vocabulary_follows_the_texts(library):
    before = index().words.vocabulary().texts
    index().remove([library["radio"].uid])
    after = index().words.vocabulary().texts

    assert (before["radio"], after.get("radio")) == (1, None)
    assert after["المفتوحه"] == 1


def rows_of_words() -> int:
    table = {
        "sqlite": "SELECT count(*) FROM search_words",
        "postgresql": "SELECT count(*) FROM search_indexedtext WHERE words IS NOT NULL",
    }
    with connection.cursor() as cursor:
        cursor.execute(table[connection.vendor])
        return cursor.fetchone()[0]
