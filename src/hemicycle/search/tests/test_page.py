"""The page of results: what it says, and that its addresses can be shared."""

import pytest

from hemicycle.core import catalogue
from hemicycle.core.catalogue import Facet, Offer
from hemicycle.search import contexts
from hemicycle.search.index import index
from hemicycle.search.tests.factories import a_record, a_small_library
from hemicycle.ui.errors import Explained

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def offered(monkeypatch):
    """Three kinds as their packages offer them; search knows none of them."""
    region = Facet(
        "region", "Region", lambda: {"africa": "Africa", "europe": "Europe", "americas": "Americas", "asia": "Asia"}
    )
    for kind, names in {"case": ("Case", "Cases"), "use_case": ("Use case", "Use cases")}.items():
        offer = Offer(kind, names, lambda viewer: None, lambda things: [], lambda uids, language: {}, "", (region,))
        monkeypatch.setitem(catalogue.OFFERS, kind, offer)


@pytest.fixture
def library(offered):
    return a_small_library()


def page(query: str, path: str = "/en/search/") -> contexts.SearchPage:
    from django.http import QueryDict

    return contexts.search_page(QueryDict(query), path)


def test_a_result_says_what_it_is_and_why_it_is_there(library):
    shown = page("q=votos")

    assert shown.summary == "1 result"
    assert shown.results == (
        contexts.Result(
            title="Remote voting for members on leave",
            address="/en/cases/vote/",
            kind="Case",
            lead="Members who are ill or on parental leave vote by computer.",
            language="en",
            reasons="The word “Voto” in the text in Spanish",
        ),
    )


def test_a_link_to_an_answer_says_what_it_leads_to(client, library):
    content = client.get("/en/search/", {"q": "votos"}).content.decode()

    lead = "Ask in any language: words and meaning are searched in all of them."
    assert f'<meta property="og:description" content="{lead}">' in content


@pytest.mark.parametrize(("question", "times"), [("votos", 1), ("zzzz", 0)])
def test_results_say_what_names_of_countries_do_not_say(client, library, question, times):
    content = client.get("/en/search/", {"q": question}).content.decode()

    assert content.count("imply no opinion on the legal status of any country") == times


def test_a_respelling_is_said_once_above_all_results(library):
    shown = page("q=recogniton")

    assert shown.spellings == ("No text holds “recogniton”. Searched for “recognition” instead.",)
    assert [result.reasons for result in shown.results] == ["A similar spelling: “recognition”"]


def test_facets_carry_counts_and_addresses(library):
    groups = {group.name: group for group in page("q=radio").groups}

    assert [(value.label, value.count, value.address) for value in groups["region"].values] == [
        ("Africa", 1, "/en/search/?q=radio&region=africa")
    ]
    assert [(value.label, value.count) for value in groups["kind"].values] == [("Cases", 1)]
    assert [(value.label, value.count) for value in groups["text_language"].values] == [("English", 1)]


def test_a_choice_can_be_taken_back(library):
    shown = page("q=radio&region=europe")

    assert (shown.results, shown.narrowed, shown.cleared) == ((), True, "/en/search/?q=radio")
    (region,) = [group for group in shown.groups if group.name == "region"]
    assert [(value.label, value.selected, value.address) for value in region.values] == [
        ("Africa", False, "/en/search/?q=radio&region=europe&region=africa"),
        ("Europe", True, "/en/search/?q=radio"),
    ][::1]


@pytest.mark.parametrize("query", ["q=radio&region=atlantis", "q=radio&kind=poem", "q=radio&page=7", "q=radio&page=x"])
def test_what_does_not_exist_is_not_found_and_said(library, query):
    with pytest.raises(Explained):
        page(query)


def test_many_results_have_pages():
    index().put([a_record(f"n{number}", {"en": (f"Plenary {number}", "A sitting.")}) for number in range(45)])

    shown = page("q=plenary&page=2")

    assert (len(shown.results), shown.pages.number, shown.pages.count) == (20, 2, 3)
    assert shown.pages.following == "/en/search/?q=plenary&page=3"


def test_without_a_question_the_page_is_a_box(library):
    shown = page("")

    assert (shown.title, shown.results, shown.groups, shown.summary) == ("Search", (), (), "")


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar"])
def test_the_page_is_shown_in_every_language(client, library, language):
    answer = client.get(f"/{language}/search/", {"q": "radio"})

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-cache"
    body = answer.content.decode()
    assert f'href="/{language}/cases/radio/"' in body
    assert '<meta name="robots" content="noindex">' in body


def test_what_was_typed_is_shown_as_text(client, library):
    body = client.get("/en/search/", {"q": '"><script>alert(1)</script>'}).content.decode()

    assert "<script>alert" not in body
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in body


def test_the_page_takes_three_queries(client, library, django_assert_num_queries):
    client.get("/en/search/", {"q": "radio"})

    with django_assert_num_queries(3):
        client.get("/en/search/", {"q": "radio"})
