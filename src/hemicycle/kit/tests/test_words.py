"""Words are the same word however they are written."""

import pytest

from hemicycle.kit.words import analyse, fold, is_stop_word, normalise, query_words, stems, terms_in, tokens


def written(text: str) -> list[str]:
    return [token.written for token in tokens(text)]


def meets(question: str, text: str, language: str) -> bool:
    """Whether the one word of a question finds the one word of a text."""
    (asked,) = query_words(question)
    (token,) = tokens(text)
    return not {*asked.exact, *asked.stems}.isdisjoint(terms_in(token, language))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’élection d'Argentine", ["élection", "Argentine"]),
        ("Qu'on lise jusqu’ici", ["on", "lise", "ici"]),
        ("the parliament's record, don't", ["the", "parliament", "record", "don"]),
        ("vote-à-distance", ["vote", "à", "distance"]),
        ("snake_case", ["snake", "case"]),
        ("A.I. and the U.N.", ["AI", "and", "the", "UN"]),
        ("19,5 %", ["19", "5"]),
        ("…—!", []),
        ("", []),
    ],
)
def test_text_is_cut_into_words_as_readers_expect(text, words):
    assert written(text) == words


def test_marks_of_other_scripts_do_not_cut_words():
    assert written("بُعد लोक सभा हिन्दी") == ["بُعد", "लोक", "सभा", "हिन्दी"]


def test_a_hyphenated_word_is_found_joined_and_in_parts():
    (first, last) = tokens("e-parliament")

    assert (first.folded, last.folded, last.joined) == ("e", "parliament", "eparliament")
    assert meets("eparliament", "e-parliament".removeprefix("e-"), "en") is False
    assert set(analyse("e-voting", "en").stems) >= {"evot", "vote"}
    assert [word.exact for word in query_words("e-voting")] == [("voting", "evoting")]


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Élection", "election"),
        ("ŒUVRE", "oeuvre"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("ﬁscal", "fiscal"),
        ("１９９８", "1998"),
        ("١٩٩٨", "1998"),
        ("İstanbul", "istanbul"),
        ("co\u00adoperation", "cooperation"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_folding_takes_away_what_readers_leave_out(word, folded):
    assert fold(word) == folded


def test_normalising_keeps_accents():
    assert normalise("VOTACIO\u0301N") == "votación"


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        ("votacion", "votaciones", "es"),
        ("votación", "VOTACION", "es"),
        ("petições", "petição", "pt"),
        ("peticoes", "petição", "pt"),
        ("eleição", "eleições", "pt"),
        ("electronique", "électroniques", "fr"),
        ("amendement", "amendements", "fr"),
        ("voting", "voted", "en"),
        ("committees", "committee", "en"),
        ("parliamentary", "parliamentary", "en"),
    ],
)
def test_inflected_words_meet_with_and_without_accents(question, text, language):
    assert meets(question, text, language)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("البرلمان", "برلمان"),
        ("برلمان", "والبرلمان"),
        ("برلمان", "بالبرلمان"),
        ("للبرلمان", "البرلمان"),
        ("التصويت", "تصويت"),
        ("والتصويت", "التصويت"),
        ("إلكتروني", "الكتروني"),
        ("الإلكترونية", "إلكتروني"),
        ("مفتوحه", "المفتوحة"),
        ("وثائق", "الوثائق"),
        ("على", "علي"),
        ("بُعْد", "بعد"),
        ("جلســـة", "الجلسة"),
    ],
)
def test_arabic_words_meet_whatever_is_written_before_and_on_them(question, text):
    assert meets(question, text, "ar")


@pytest.mark.parametrize(("question", "text"), [("برلمان", "رقابة"), ("وزير", "زيارة"), ("قانون", "قناة")])
def test_other_arabic_words_do_not_meet(question, text):
    assert not meets(question, text, "ar")


def test_words_in_another_script_than_their_text_are_kept_as_written():
    assert stems("lexml", "ar") == ()
    assert analyse("نظام LexML", "ar").words == ("نظام", "lexml")
    assert meets("lexml", "LexML", "ar")


def test_a_question_drops_what_says_nothing():
    words = query_words("How can members vote from the chamber?")

    assert [word.written for word in words] == ["members", "vote", "chamber"]


def test_a_question_of_idle_words_alone_keeps_them():
    assert [word.written for word in query_words("de la")] == ["de", "la"]


def test_a_question_is_bounded_and_says_each_word_once():
    words = query_words("vote " * 50 + " ".join(f"word{number}" for number in range(50)))

    assert [word.written for word in words] == ["vote", *(f"word{number}" for number in range(9))]


def test_a_question_is_stemmed_in_every_language_of_its_script():
    (latin,) = query_words("électronique")
    (arabic,) = query_words("التصويت")

    assert (latin.exact, latin.stems) == (("electronique",), ("electroniqu", "electron"))
    assert (arabic.exact, arabic.stems) == (("التصويت",), ("تصويت", "تصوي"))


def test_stop_words_are_known_without_accents():
    assert is_stop_word(fold("à"))
    assert is_stop_word(fold("إلى"))
    assert not is_stop_word("vote")
