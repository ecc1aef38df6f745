from datetime import UTC, date, datetime

import pytest
from babel import Locale
from django.utils import translation

from hemicycle.ui import formatting
from hemicycle.ui.languages import locale_of

LANGUAGES = ("en", "fr", "es", "pt", "ar")


def in_each(function, *args, **kwargs):
    return [function(*args, locale=locale_of(language), **kwargs) for language in LANGUAGES]


def test_dates_are_written_out_in_each_language():
    assert in_each(formatting.format_date, date(2026, 1, 5)) == [
        "5 January 2026",
        "5 janvier 2026",
        "5 de enero de 2026",
        "5 de janeiro de 2026",
        "5 يناير 2026",
    ]


def test_partial_dates_keep_what_is_known():
    assert in_each(formatting.format_date, "2026-01") == [
        "January 2026",
        "janvier 2026",
        "enero de 2026",
        "janeiro de 2026",
        "يناير 2026",
    ]
    assert in_each(formatting.format_date, "2026") == ["2026"] * 5
    assert formatting.format_date("2026-01-05") == "5 January 2026"


def test_a_time_shows_the_date_of_the_site():
    assert formatting.format_date(datetime(2026, 1, 5, 23, 30, tzinfo=UTC)) == "5 January 2026"


def test_what_is_no_date_is_refused_with_the_forms_that_are():
    with pytest.raises(ValueError, match=r"“spring 2026” is not a date: write 2026, 2026-01 or 2026-01-05\."):
        formatting.format_date("spring 2026")


def test_numbers_have_the_separators_of_each_language():
    assert in_each(formatting.format_number, 1234567.5) == [
        "1,234,567.5",
        "1\u202f234\u202f567,5",
        "1.234.567,5",
        "1.234.567,5",
        "1,234,567.5",
    ]


def test_decimals_can_be_fixed():
    assert [formatting.format_number(1234.5, places) for places in (0, 1, 2)] == ["1,234", "1,234.5", "1,234.50"]


def test_shares_become_percentages():
    assert in_each(formatting.format_percent, 0.513) == ["51%", "51\u00a0%", "51\u00a0%", "51%", "51%"]
    assert in_each(formatting.format_percent, 0.513, 1)[:2] == ["51.3%", "51,3\u00a0%"]


def test_large_numbers_become_words():
    assert in_each(formatting.format_compact, 19_473_125) == [
        "19 million",
        "19 millions",
        "19 millones",
        "19 milhões",
        "19 مليون",
    ]
    assert [formatting.format_compact(number) for number in (9, 1_240, 12_400)] == ["9", "1.2 thousand", "12 thousand"]


def test_plural_forms_are_those_of_each_language():
    forms = {
        language: [formatting.plural_form(n, Locale(language)) for n in (0, 1, 2, 5, 11)] for language in LANGUAGES
    }

    assert forms == {
        "en": ["other", "one", "other", "other", "other"],
        "fr": ["one", "one", "other", "other", "other"],
        "es": ["other", "one", "other", "other", "other"],
        "pt": ["one", "one", "other", "other", "other"],
        "ar": ["zero", "one", "two", "few", "many"],
    }


def test_lists_read_as_sentences():
    assert in_each(formatting.format_list, ["a", "b", "c"]) == [
        "a, b and c",
        "a, b et c",
        "a, b y c",
        "a, b e c",
        "a وb وc",
    ]
    assert formatting.format_list(["a", "b"], "or") == "a or b"
    assert formatting.format_list([]) == ""


def test_languages_and_territories_have_names_in_each_language():
    assert in_each(formatting.language_name, "ar") == ["Arabic", "arabe", "árabe", "árabe", "العربية"]
    assert in_each(formatting.territory_name, "zm") == ["Zambia", "Zambie", "Zambia", "Zâmbia", "زامبيا"]
    assert (formatting.language_name("qqx"), formatting.territory_name("qq")) == ("qqx", "qq")


def test_file_sizes_are_short():
    assert [formatting.format_file_size(octets) for octets in (512, 12_345, 3_400_000, 34_000_000)] == [
        "512 byte",
        "12 kB",
        "3.4 MB",
        "34 MB",
    ]


def test_the_active_language_is_followed():
    with translation.override("fr"):
        assert formatting.format_date("2026-01-05") == "5 janvier 2026"
