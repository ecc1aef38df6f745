"""The lists: facets with counts that are right, pages, and as many queries for many cases as for few."""

from collections import Counter
from itertools import cycle

import pytest
from django.core.cache import caches

from hemicycle.core.catalogue import offered
from hemicycle.core.facets import counted, left
from hemicycle.innovations.models import Case
from hemicycle.innovations.states import Stage
from hemicycle.innovations.tests.factories import a_case, a_use_case, in_all_languages

QUERIES = 3
CODES = ("work.sittings", "technology.mobile-app", "technology.open-data", "beneficiary.staff", "challenge.rules")


def warm(client, address):
    """Registers and vocabulary are held in memory once they were needed; the page itself is made anew."""
    client.get(address)
    caches["pages"].clear()


@pytest.mark.parametrize("number", [1, 3, 40])
def test_a_list_takes_as_many_queries_for_many_cases_as_for_few(number, client, zambia, django_assert_num_queries):
    for _case in range(number):
        a_case(body=zambia, codes=CODES[:2])
    warm(client, "/en/cases/")

    with django_assert_num_queries(QUERIES):
        client.get("/en/cases/")


def test_a_list_takes_as_many_queries_in_five_languages_and_narrowed(client, zambia, django_assert_num_queries):
    for _case in range(3):
        a_case(body=zambia, words=in_all_languages(), codes=CODES)
    address = "/ar/cases/?work=sittings&technology=mobile-app&country=ZM"
    warm(client, address)

    with django_assert_num_queries(QUERIES):
        page = client.get(address).content.decode()

    assert page.count("Title ar") == 3


def test_use_cases_take_as_many_queries(client, zambia, django_assert_num_queries):
    for _use_case in range(3):
        a_use_case(body=zambia, codes=CODES[:1])
    warm(client, "/en/use-cases/")

    with django_assert_num_queries(QUERIES):
        client.get("/en/use-cases/")


def test_a_page_that_is_kept_reads_the_counters_alone(client, zambia, django_assert_num_queries):
    a_case(body=zambia)
    client.get("/en/cases/")

    with django_assert_num_queries(1):
        client.get("/en/cases/")


def test_every_count_beside_a_facet_is_the_number_of_cases_behind_it(zambia, malawi):
    stages = cycle(Stage.values)
    for number in range(12):
        a_case(
            body=(zambia, malawi)[number % 2],
            codes=[code for place, code in enumerate(CODES) if number % (place + 2) == 0],
            stage=next(stages),
        )
    offer = offered("case")
    records = list(offer.records(Case.objects.all()))
    chosen = {"country": ["ZM"], "work": ["sittings"]}

    for facet in offer.facets:
        others = {name: values for name, values in chosen.items() if name != facet.name}
        passing = [r for r in records if all(set(r.facets.get(n, ())) & set(v) for n, v in others.items())]
        expected = Counter(value for record in passing for value in record.facets.get(facet.name, ()))
        assert counted("case", chosen).get(facet.name, {}) == expected, facet.name
    assert len(left("case", chosen)) == sum(
        "ZM" in record.places and "sittings" in record.facets.get("work", ()) for record in records
    )


def test_the_newest_known_date_comes_first_and_no_date_last(client, zambia):
    a_case("old", body=zambia, began="2013")
    a_case("undated", body=zambia)
    a_case("new", body=zambia, began="2010", stage_as_of="2024-05")
    a_case("cited", body=zambia, sources=["2020-01-01"])

    page = client.get("/en/cases/").content.decode()

    places = [page.index(f"Title of {slug}") for slug in ("new", "cited", "old", "undated")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("country=ZZ", "This list has no “ZZ”."),
        ("stage=in_use", "This list has no “in_use”."),
        ("page=2", "This list has no page 2."),
        ("page=minus", "This list has no page minus."),
    ],
)
@pytest.mark.parametrize("path", ["/en/cases/"])
def test_what_a_list_does_not_have_is_not_found_and_says_so(path, query, sentence, client, zambia):
    a_case(body=zambia)

    response = client.get(f"{path}?{query}")

    assert response.status_code == 404
    assert sentence in response.content.decode()


def test_the_data_of_a_facet_that_there_is_not_are_not_found(client, zambia):
    a_case(body=zambia)

    assert [client.get(f"/en/cases.{form}?country=ZZ").status_code for form in ("csv", "json")] == [404, 404]


def test_pages_follow_each_other_and_lose_nothing(client, zambia):
    for number in range(23):
        a_case(f"numbered-{number:02}", body=zambia, began=f"20{number:02}")

    pages = [client.get(f"/en/cases/?page={page}").content.decode() for page in (1, 2)]

    shown = [slug for page in pages for slug in sorted(set(_slugs(page)), reverse=True)]
    assert shown == [f"numbered-{number:02}" for number in reversed(range(23))]


def _slugs(page):
    return [part.partition("/")[0] for part in page.split('href="/en/cases/')[1:] if part.startswith("numbered-")]


def test_the_search_box_asks_the_search_for_cases_alone(client, zambia):
    a_case(body=zambia)

    page = client.get("/fr/cases/").content.decode()

    assert 'action="/fr/search/"' in page
    assert '<input type="hidden" name="kind" value="case">' in page


def test_the_whole_library_is_drawn_as_tiles_that_lead_to_a_countrys_cases(client, zambia):
    a_case(body=zambia)

    whole, narrowed = (client.get(f"/en/cases/{query}").content.decode() for query in ("", "?country=ZM"))

    assert 'href="/en/cases/?country=ZM">ZM<span>Zambia: 1</span>' in whole
    assert "chart-world" not in narrowed
    assert client.get("/en/cases/by-country.csv").content.decode().splitlines()[1] == "ZM,Zambia,1,one"


def test_an_empty_library_says_so(client, db):
    assert "0 cases" in client.get("/en/cases/").content.decode()
