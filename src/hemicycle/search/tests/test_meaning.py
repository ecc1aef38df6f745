"""Texts are found by what they mean, across languages, and nonsense means nothing."""

import pytest

from hemicycle.kit import vectors
from hemicycle.search import actions, queries
from hemicycle.search.index import index, matching, meanings
from hemicycle.search.index.memory import memory
from hemicycle.search.index.passages import passages
from hemicycle.search.models import IndexedText
from hemicycle.search.states import Question, Why
from hemicycle.search.tests.factories import RADIO, a_record, a_small_library

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not vectors.encoder().model, reason="the sentence encoder is not installed"),
]


@pytest.fixture
def library():
    made = a_small_library()
    actions.keep_up()
    return made


def found(question: str, language: str = "en", **narrowing) -> list[str]:
    asked = Question(question, language, by_words=False, **narrowing)
    return [hit.key for hit in index().search(asked).hits]


@pytest.mark.parametrize(
    ("question", "language", "key"),
    [
        ("portail de données ouvertes du parlement", "fr", "open-data"),
        ("les citoyens signent en ligne", "fr", "petitions"),
        ("transcrição automática do que se diz", "pt", "transcripts"),
        ("voter de chez soi", "fr", "vote"),
        ("تصويت النواب من المنزل", "ar", "vote"),
        ("perguntas dos cidadãos no rádio", "pt", "radio"),
    ],
)
def test_a_question_finds_a_text_in_another_language(library, question, language, key):
    assert found(question, language)[:1] == [key]


@pytest.mark.parametrize("question", ["blorptang quixzle", "recette de tarte aux pommes", "طقس الغد", "asdfghjkl"])
def test_what_means_nothing_here_finds_nothing(library, question):
    assert queries.search(question, language="en").total == 0


def test_a_hit_says_that_it_is_close_in_meaning(library):
    (first, *_rest) = queries.search("données ouvertes", language="fr").hits

    assert (first.key, [reason.why for reason in first.reasons]) == ("open-data", [Why.MEANING])


def test_words_and_meaning_are_joined(library):
    (first, *_rest) = queries.search("voto telemático", language="es").hits

    assert first.key == "vote"
    assert [reason.why for reason in first.reasons] == [Why.PHRASE, Why.MEANING]


def test_a_name_has_no_meaning_to_compare(library):
    assert passages("Zambia · National Assembly", "", "Nyumba ya Malamulo") == []
    assert IndexedText.objects.get(thing__key="ZM", language="en").vectors in (b"", memoryview(b""))


def test_a_text_is_cut_into_few_passages():
    assert passages("Title", "Lead.", "") == ["Title", "Lead."]
    assert passages("Title", "Lead.", "One. Two. Three.") == ["Title", "Lead.", "One. Two.", "Three."]


def test_a_changed_text_waits_for_new_vectors(library):
    assert meanings.give(10) == 0
    index().put([a_record("radio", {"en": ("Apple pie", "A recipe for pastry.")})])

    assert found("pastry") == []
    assert meanings.give(10) == 1
    assert found("pastry") == ["radio"]


def test_an_unchanged_text_keeps_its_vectors(library):
    before = IndexedText.objects.get(thing__key="radio")
    index().put([a_record("radio", RADIO, topics=("other",))])

    assert bytes(IndexedText.objects.get(thing__key="radio").vectors) == bytes(before.vectors)
    assert meanings.give(10) == 0


def test_memory_reads_again_only_what_changed(library):
    before = memory()
    index().put([a_record("new", {"en": ("Members’ allowances", "An assistant answers questions on allowances.")})])
    without = memory()
    actions.keep_up()
    after = memory()

    assert memory() is after
    assert [len(each.texts) for each in (before, without, after)] == [10, 11, 11]
    assert len(without.matrix) == len(before.matrix)
    assert len(after.matrix) == len(before.matrix) + 2
    assert (after.matrix[: len(before.matrix)] == before.matrix).all()


def test_without_an_encoder_words_answer_alone(library, monkeypatch):
    monkeypatch.setattr(vectors, "encoder", vectors.Unavailable)

    assert [hit.key for hit in queries.search("radio", language="en").hits] == ["radio"]
    assert meanings.give(10) == 0


def test_what_is_much_farther_than_the_nearest_is_left_out(library):
    near = matching.by_meaning(memory(), vectors.encoder().encode(["remote voting of members on leave"])[0])

    assert [memory().things[at].kind for at in near.order] == ["case"]
