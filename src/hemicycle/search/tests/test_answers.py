"""Answers are narrowed, counted and explained."""

import pytest

from hemicycle.core import catalogue
from hemicycle.core.catalogue import Facet, Offer
from hemicycle.search import queries
from hemicycle.search.index import index
from hemicycle.search.states import Question, Reason, Why
from hemicycle.search.tests.factories import a_record, a_small_library

pytestmark = pytest.mark.django_db
LABELS = {
    "en": {"sittings": "Sittings", "evoting": "Electronic voting"},
    "fr": {"sittings": "Séances", "evoting": "Vote électronique"},
    "ar": {"sittings": "الجلسات", "evoting": "التصويت الإلكتروني"},
}


@pytest.fixture
def library():
    return a_small_library()


@pytest.fixture
def labelled(monkeypatch):
    """Offers a kind whose values of the facet `work` have names in three languages."""
    from django.utils.translation import get_language

    facet = Facet("work", "Work", lambda: LABELS.get(get_language(), LABELS["en"]))
    offer = Offer(
        "case", ("Case", "Cases"), lambda viewer: None, lambda things: [], lambda uids, language: {}, "", (facet,)
    )
    monkeypatch.setitem(catalogue.OFFERS, "case", offer)


def answer(question: str, **given):
    return index().search(Question(question, given.pop("language", "en"), by_meaning=False, **given))


def reasons(question: str, language: str = "en") -> list[tuple[str, str, str]]:
    (hit,) = answer(question, language=language).hits
    return [(reason.why.value, reason.words, reason.language) for reason in hit.reasons]


def test_kinds_and_facets_narrow(library):
    words = "voting recognition radio"
    index().put(
        [
            a_record(f"m{n}", {"en": (words, "All.")}, kind=kind, region=region)
            for n, kind, region in ((1, "case", "africa"), (2, "case", "europe"), (3, "use_case", "africa"))
        ]
    )

    def keys(**given):
        return sorted(hit.key for hit in answer(words, **given).hits)

    assert keys() == ["m1", "m2", "m3"]
    assert keys(kinds=("case",)) == ["m1", "m2"]
    assert keys(facets={"region": ["africa"]}) == ["m1", "m3"]
    assert keys(kinds=("case",), facets={"region": ["africa"]}) == ["m1"]
    assert keys(facets={"region": ["africa", "europe"]}) == ["m1", "m2", "m3"]
    assert keys(facets={"region": ["oceania"]}) == []
    assert keys(facets={"unknown": ["x"]}) == []


def test_a_facet_is_counted_among_what_passes_all_others(library):
    index().put(
        [
            a_record("a", {"en": ("Hansard", ""), "fr": ("Hansard", "")}, kind="case", region="africa"),
            a_record("b", {"en": ("Hansard", "")}, kind="case", region="europe"),
            a_record("c", {"fr": ("Hansard", "")}, kind="use_case", region="africa"),
        ]
    )

    hits = answer("hansard", kinds=("case",), facets={"region": ["africa"]})

    assert hits.total == 1
    assert hits.counts["kind"] == {"case": 1, "use_case": 1}
    assert hits.counts["region"] == {"africa": 1, "europe": 1}
    assert hits.counts["text_language"] == {"en": 1, "fr": 1}


def test_the_word_is_said_as_it_stands_in_the_text(library):
    assert reasons("votos") == [("word", "Voto", "es")]
    assert reasons("diputado permisos") == [("word", "diputados", "es"), ("word", "permiso", "es")]
    assert reasons("petição") == [("word", "Petições", "pt")]
    assert reasons("recogniton") == [("spelling", "recognition", "en")]


def test_a_phrase_is_one_reason(library):
    assert reasons("answers by radio") == [("phrase", "", "en")]


def test_at_most_three_reasons_are_given(library):
    assert [why for why, _, _ in reasons("radio citizens internet members questions")] == ["word", "word", "word"]


def test_a_label_is_found_in_languages_that_the_text_has_not(labelled):
    index().put([a_record("app", {"en": ("An app for members", "Made in six weeks.")}, topics=("evoting",))])

    assert reasons("électronique", "fr") == [("label", "Vote électronique", "fr")]
    assert reasons("الكترونيه", "ar") == [("label", "التصويت الإلكتروني", "ar")]
    assert reasons("electronic app") == [("label", "Electronic voting", "en"), ("word", "app", "en")]


def test_a_label_is_named_once_and_in_the_language_of_the_page(labelled):
    index().put([a_record("app", {"en": ("An app for members", "Made in six weeks.")}, topics=("evoting",))])

    assert reasons("vote électronique", "en") == [("label", "Electronic voting", "en")]


def test_a_hit_is_shown_in_the_language_of_the_page_then_in_english(library):
    def shown(question, language):
        (hit,) = answer(question, language=language).hits
        return hit.language, hit.title

    assert shown("telemático", "es") == ("es", "Voto telemático de los diputados")
    assert shown("telemático", "fr") == ("en", "Remote voting for members on leave")
    assert shown("العرائض", "fr") == ("ar", "العرائض الإلكترونية")


def test_hits_as_plain_values_say_where_and_what(library):
    record = library["transcripts"]

    (plain,) = queries.as_json(queries.search("reconnaissance", language="fr"))

    assert list(plain) == ["uid", "kind", "title", "title_en", "language", "address"]
    assert plain == {
        "uid": str(record.uid),
        "kind": "case",
        "title": "Reconnaissance vocale pour le compte rendu",
        "title_en": "Speech recognition for the record",
        "language": "fr",
        "address": "/en/cases/transcripts/",
    }


def test_a_thing_without_an_english_text_has_no_english_title(library):
    (plain,) = queries.as_json(queries.search("peticoes", language="en"))

    assert (plain["title"], plain["title_en"], plain["language"]) == ("Petições eletrônicas", "", "pt")


def test_an_empty_question_finds_nothing(library):
    assert queries.search("  \n ", language="en").total == 0


def test_a_very_long_question_is_cut(library):
    assert queries.search("radio " * 5_000, language="en").total == 1


@pytest.mark.parametrize("texts", [1, 5])
def test_a_search_takes_three_queries_whatever_the_number_of_texts(django_assert_num_queries, texts):
    languages = ("en", "fr", "es", "pt", "ar")[:texts]
    index().put([a_record(f"n{n}", dict.fromkeys(languages, ("Hansard", "The record."))) for n in range(3 * texts)])
    queries.search("hansard", language="en")

    # The counters, the words, the texts of the hits.
    with django_assert_num_queries(3):
        hits = queries.search("hansard record", language="en")

    assert hits.total == 3 * texts


def test_a_forgiven_spelling_takes_two_queries_more(library, django_assert_num_queries):
    queries.search("recogniton", language="en")

    # The counters again for the vocabulary, which is in memory, and the words once more.
    with django_assert_num_queries(5):
        assert queries.search("recogniton", language="en").total == 1


def test_reasons_are_plain_values():
    assert Reason(Why.WORD, "voto", "es") == Reason(Why.WORD, words="voto", language="es")
