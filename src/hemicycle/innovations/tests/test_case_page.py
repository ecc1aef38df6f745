"""The page of a case: what it says, what it does not hide, and what it costs."""

import re
from datetime import UTC, date, datetime

import pytest
from django.core.cache import caches
from django.utils import translation
from django.utils.translation import gettext

from hemicycle.core import texts
from hemicycle.innovations import actions
from hemicycle.innovations.tests.factories import a_case, a_use_case, an_adoption, in_all_languages
from hemicycle.ui.formatting import language_name

# The page itself takes three; the rest is for panels of other packages.
QUERIES = 5
WHOLE = {
    "title": "An app",
    "lead": "For sittings.",
    "problem": "Voting was hard.",
    "done": "An app was built.\n\nIt was tried.",
    "result": "Votes are counted.",
    "measures": {"weeks": "Time to build"},
}

NOT_STATED = (
    "Not stated: when it began, what it needed, what was difficult, what was learned, time to first use, "
    "size of the team, cost, running cost, whether it depends on donors and whether its code is open."
)

NOT_IN = "This record has not been published in %(wanted)s yet; you read it in %(shown)s."
BEHIND = "The original was changed after this translation was made."


def said(language: str, sentence: str, **languages: str) -> str:
    """A sentence of the interface as a reader of this language sees it."""
    with translation.override(language):
        return gettext(sentence) % {name: language_name(code) for name, code in languages.items()}


def told(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


@pytest.mark.parametrize("words", [None, in_all_languages()], ids=["one language", "five languages"])
@pytest.mark.parametrize("others", [0, 20], ids=["alone", "among others"])
def test_a_record_takes_at_most_five_queries_whatever_there_is(
    words, others, client, zambia, malawi, django_assert_max_num_queries
):
    case = a_case("app", body=zambia, words=words, codes=["work.sittings"], sources=["2020"])
    for _case in range(others):
        an_adoption(a_case(body=malawi, words=words, codes=["work.sittings"]), case)
    client.get("/fr/cases/app/")
    caches["pages"].clear()

    with django_assert_max_num_queries(QUERIES):
        client.get("/fr/cases/app/")


def test_a_record_tells_its_story_in_order(client, zambia):
    figure = {"key": "weeks", "value": 6, "unit": "weeks", "date": "2020-06", "scope": "first version", "citation": 1}
    a_case("app", body=zambia, words={"en": WHOLE}, sources=["2021-10"], figures=[figure], stage_as_of="2021-10-21")

    page = told(client.get("/en/cases/app/").content.decode())

    parts = [
        "Zambia · National Assembly An app For sittings.",
        "Compiled from public sources",
        "Stage In use as of 21 October 2021; not confirmed by the parliament",
        NOT_STATED,
        "The problem Voting was hard.",
        "What was done An app was built. It was tried.",
        "What came of it Votes are counted.",
        "Time to build first version 6 weeks June 2020 1",
        "Sources Source 1",
        "Nobody from the parliament has checked it.",
    ]
    places = [page.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_a_confirmed_case_names_the_office_and_nobody(client, focal_point, zambia):
    case = a_case("app", body=zambia)
    actions.confirm(case, by=focal_point)

    page = told(client.get("/en/cases/app/").content.decode())

    assert ", Focal point" in page
    assert "Confirmed by the parliament" in page
    assert focal_point.name not in page
    assert focal_point.email not in page


def test_a_checked_case_says_who_checked_it_and_when(client, zambia):
    a_case("app", body=zambia, evidence="checked", published_at=datetime(2025, 3, 14, tzinfo=UTC))

    page = told(client.get("/en/cases/app/").content.decode())

    assert "An editor of the network checked this record against its sources on 14 March 2025." in page


def test_a_confirmation_does_not_vouch_for_a_stage_that_came_after_it(client, zambia):
    confirmed = {"evidence": "confirmed", "confirmed_on": date(2024, 1, 5), "confirmed_as": "focal_point"}
    a_case("app", body=zambia, stage="ended", stage_as_of="2025-06", **confirmed)
    a_case("tool", body=zambia, stage="in_use", stage_as_of="2024-01-05", **confirmed)

    ended, in_use = (told(client.get(f"/en/cases/{slug}/").content.decode()) for slug in ("app", "tool"))

    assert "Stage Ended as of June 2025; not confirmed by the parliament" in ended
    assert "Stage In use confirmed on 5 January 2024, Focal point" in in_use


@pytest.mark.parametrize(
    ("languages", "asked", "shown"),
    [
        (["fr", "en", "pt"], "pt", "pt"),
        (["fr", "en"], "pt", "en"),
        (["fr", "ar"], "pt", "fr"),
        (["ar"], "en", "ar"),
    ],
)
def test_words_fall_back_to_english_then_to_the_original_and_say_so(languages, asked, shown, client, zambia):
    every = in_all_languages()
    a_case("app", body=zambia, words={language: every[language] for language in languages})

    page = client.get(f"/{asked}/cases/app/").content.decode()

    marks = "" if shown == asked else f' lang="{shown}" dir="{"rtl" if shown == "ar" else "ltr"}"'
    assert f"<h1{marks}>Title {shown}</h1>" in page
    assert (said(asked, NOT_IN, wanted=asked, shown=shown) in page) is (shown != asked)


def test_a_translation_is_credited_and_says_when_the_original_has_moved_on(client, zambia):
    case = a_case("app", body=zambia, words=in_all_languages())
    before = client.get("/en/cases/app/").content.decode(), told(client.get("/fr/cases/app/").content.decode())

    texts.write(texts.Draft(case.uid, "en", {"title": "New"}, original=True), by=None, publish=True)
    caches["pages"].clear()

    after = client.get("/fr/cases/app/").content.decode()
    assert "A. Translator" in before[1]
    assert said("fr", BEHIND) not in before[1]
    assert said("fr", BEHIND) in after


def test_an_earlier_translation_is_marked_where_languages_are_listed(client, zambia):
    case = a_case("app", body=zambia, words=in_all_languages())
    texts.write(texts.Draft(case.uid, "en", {"title": "New"}, original=True), by=None, publish=True)

    page = told(client.get("/en/cases/app/").content.decode())

    assert "Languages English original Français translated from an earlier version" in page


def test_a_body_outside_the_register_is_named_and_not_linked(client, db):
    a_case("council", body_name="A council of parliaments")

    page = client.get("/en/cases/council/").content.decode()

    assert '<p class="heading__place">A council of parliaments</p>' in page


def test_words_of_people_are_never_markup(client, zambia):
    words = {"en": {"title": "<script>alert(1)</script>", "lead": '"><img src=x>', "done": "<b>bold</b>"}}
    a_case("app", body=zambia, words=words)

    page = client.get("/en/cases/app/").content.decode()

    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>bold" not in page


def test_a_use_case_says_that_its_category_was_concluded(client, zambia):
    a_use_case("idea", body=zambia, category="drafting", category_inferred=True, number="7", dated="2024-05-22")

    page = told(client.get("/en/use-cases/idea/").content.decode())

    assert "Category Drafting concluded from the text; the source does not say" in page
    assert "Number in its collection 7 Date 22 May 2024" in page
    assert "Not stated: who is involved, what must be in place, the steps" in page


def test_a_record_has_a_picture_for_messengers(client, zambia):
    a_case("app", body=zambia)

    page = client.get("/en/cases/app/").content.decode()
    picture = client.get("/en/cases/app/preview.png")

    assert 'property="og:image" content="http://127.0.0.1:8000/en/cases/app/preview.png"' in page
    assert (picture.headers["Content-Type"], picture.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")


def test_what_does_not_exist_is_not_found(client, db):
    assert [client.get(f"/en/{path}/none/").status_code for path in ("cases", "use-cases")] == [404, 404]
