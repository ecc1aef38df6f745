"""What people type is made plain."""

from hemicycle.kit.typed import one_line, plain


def test_tricks_with_the_direction_of_writing_are_taken_out_and_arabic_stays():
    assert plain("pay\u202elap\u202c \u2067x\u2069") == "paylap x"
    assert plain("\u200fالجمعية\u200e 2024") == "\u200fالجمعية\u200e 2024"


def test_control_characters_go_and_line_breaks_are_of_one_kind():
    assert plain("a\x00b\r\nc\rd\te\x1b") == "ab\nc\nd\te"


def test_a_line_is_one_line():
    assert one_line("  Papers\n on   tablets\u2028") == "Papers on tablets"


def test_the_same_letter_is_the_same_character():
    assert plain("e\u0301") == "é"
