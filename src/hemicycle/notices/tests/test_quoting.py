"""What is new in an answer, by the marks of mail programs in five languages."""

import pytest

from hemicycle.notices.incoming.quoting import answer_in

ATTRIBUTIONS = {
    "English": "On Mon, 5 Jan 2026 at 10:00, Hemicycle <reply+abc@mail.example.org> wrote:",
    "English over two lines": "On Mon, 5 Jan 2026 at 10:00, Hemicycle\n<reply+abc@mail.example.org> wrote:",
    "French": "Le lun. 5 janv. 2026 à 10:00, Hemicycle <no-reply@example.org> a écrit :",
    "Spanish": "El lun, 5 ene 2026 a las 10:00, Hemicycle (<no-reply@example.org>) escribió:",
    "Portuguese": "Em seg., 5 de jan. de 2026 às 10:00, Hemicycle <no-reply@example.org> escreveu:",
    "French, a telephone": "Le 5 janv. 2026 à 10:00, Hemicycle <no-reply@example.org> a écrit :",
    "Spanish, Yahoo": "En lunes, 5 de enero de 2026, 10:00:00 CET, Hemicycle <no-reply@example.org> escribió:",
    "Spanish over two lines": "El lun, 5 ene 2026 a las 10:00, Hemicycle\n(<no-reply@example.org>) escribió:",
    "Portuguese of Portugal": "Hemicycle <no-reply@example.org> escreveu (segunda, 5/01/2026 à(s) 10:00):",
    "Portuguese of Portugal by day": "Hemicycle <no-reply@example.org> escreveu no dia segunda, 5/01/2026 à(s) 10:00:",
    "Portuguese, Thunderbird": "Às 10:00 de 05/01/2026, Hemicycle escreveu:",
    "Arabic, Gmail": "في الاثنين، ٥ يناير ٢٠٢٦ في ١٠:٠٠ ص تمت كتابة ما يلي بواسطة Hemicycle <no-reply@example.org>:",
    "Arabic, a telephone": "في ٥ يناير ٢٠٢٦، الساعة ١٠:٠٠ ص، كتب/كتبت Hemicycle <no-reply@example.org>:",
    "Arabic": "في الاثنين، 5 يناير 2026 في 10:00 ص كتب Hemicycle <no-reply@example.org>:",
    "Arabic with marks": "\u200fفي الاثنين، 5 يناير 2026 في 10:00 ص تمت كتابة ما يلي بواسطة كتب \u202aHemicycle\u202c:",
}


@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS.keys())
def test_the_answer_above_a_quotation_is_kept_alone(attribution):
    letter = f"Since 2021.\n\nIn both chambers.\n\n{attribution}\n\n> Is it in use?\n> Where?\n"

    assert answer_in(letter) == "Since 2021.\n\nIn both chambers."


@pytest.mark.parametrize(
    "quotation",
    [
        "-----Original Message-----\nFrom: Hemicycle\nIs it in use?",
        "-----Message d'origine-----\nDe : Hemicycle\nIs it in use?",
        "-----Mensaje original-----\nDe: Hemicycle\nIs it in use?",
        "-----Mensagem original-----\nDe: Hemicycle\nIs it in use?",
        "-----الرسالة الأصلية-----\nمن: Hemicycle\nIs it in use?",
        "From: Hemicycle <x@example.org>\nSent: Monday, 5 January 2026 10:00\nTo: me\nIs it in use?",
        "De : Hemicycle <x@example.org>\nEnvoyé : lundi 5 janvier 2026\nÀ : moi\nIs it in use?",
        "De: Hemicycle <x@example.org>\nEnviado: lunes, 5 de enero de 2026\nPara: mí\nIs it in use?",
        "من: Hemicycle <x@example.org>\nتم الإرسال: الاثنين\nإلى: أنا\nIs it in use?",
        "De : Hemicycle <x@example.org>\nDate : lundi 5 janvier 2026\nÀ : moi\nIs it in use?",
        "De: Hemicycle <x@example.org>\nFecha: lunes, 5 de enero de 2026\nPara: mí\nIs it in use?",
        "De: Hemicycle <x@example.org>\nEnviada em: segunda-feira, 5 de janeiro de 2026\nPara: mim\nIs it in use?",
        "من: Hemicycle <x@example.org>\nتاريخ الإرسال: الاثنين\nإلى: أنا\nIs it in use?",
        "________________________________\nFrom: Hemicycle\nIs it in use?",
        "> ===== Please write your answer above this line =====\n> Is it in use?",
        "===== اكتب إجابتك فوق هذا السطر =====\nIs it in use?",
        "-- \nFocal point\nNational Assembly",
        "> Is it in use?\n>\n> Where?",
    ],
)
def test_what_programs_put_below_is_cut(quotation):
    assert answer_in(f"Since 2021.\n\n{quotation}\n") == "Since 2021."


def test_an_answer_below_the_quotation_is_found():
    letter = "On Monday, somebody wrote:\n> Is it in use?\n\nSince 2021.\n\n-- \nFocal point"

    assert answer_in(letter) == "Since 2021."


def test_answers_between_the_lines_are_found():
    letter = "On Monday, somebody wrote:\n> Is it in use?\nSince 2021.\n> Where?\nIn both chambers.\n"

    assert answer_in(letter) == "Since 2021.\nIn both chambers."


def test_words_that_only_look_like_a_quotation_stay():
    letter = "On Monday the committee wrote: we agree.\nFrom: the floor we heard nothing.\nThe end."

    assert answer_in(letter) == letter


@pytest.mark.parametrize("letter", ["", "\n\n", "> Is it in use?\n> Where?", "On Monday, somebody wrote:\n> Is it?"])
def test_a_letter_that_only_quotes_says_nothing(letter):
    assert answer_in(letter) == ""
