"""Cases and use cases as open data, and what they show on other pages."""

import csv
import io
from datetime import date

import pytest

from hemicycle.core.catalogue import OFFERS, PANELS
from hemicycle.innovations.models import Case, UseCase
from hemicycle.innovations.tests.factories import a_case, a_use_case, in_all_languages
from hemicycle.network.tests.factories import a_regional_body

FIGURE = {"key": "weeks", "value": "6.5", "unit": "weeks", "date": "2020", "scope": "first version", "citation": 1}


@pytest.fixture
def case(zambia):
    words = in_all_languages()
    words["en"] |= {"done": "It was built.", "measures": {"weeks": "Time to build"}}
    return a_case(
        "app",
        body=zambia,
        words=words,
        codes=["work.sittings", "technology.mobile-app"],
        sources=["2021-10"],
        figures=[FIGURE],
        began="2020-05",
        stage_as_of="2021",
        months_to_first_use="1.5",
    )


def test_a_record_as_data_has_figures_sources_words_and_what_is_not_stated(case, client):
    data = client.get("/en/cases/app.json").json()

    assert data["titles"] == {language: f"Title {language}" for language in ("en", "fr", "es", "pt", "ar")}
    assert data["facets"] == {
        "work": ["sittings"],
        "technology": ["mobile-app"],
        "country": ["ZM"],
        "evidence": ["compiled"],
        "body": ["ZM-LC01"],
        "language": ["ar", "en", "es", "fr", "pt"],
        "stage": ["in-use"],
    }
    assert data["facts"]["measures"] == [
        {
            "key": "weeks",
            "what": {"en": "Time to build"},
            "value": 6.5,
            "unit": "weeks",
            "date": "2020",
            "scope": "first version",
            "source": 1,
        }
    ]
    assert data["facts"]["sources"] == [
        {"number": 1, "title": "Source 1", "address": "https://example.org/1", "note": "", "date": "2021-10"}
    ]
    assert data["facts"]["months_to_first_use"] == 1.5
    assert "cost" in data["facts"]["not_stated"]
    assert {"language": "fr", "state": "published", "credit": "A. Translator", "behind": False} in data["facts"][
        "versions"
    ]
    assert "Time to build" in data["bodies"]["en"]


def test_a_region_is_marked_with_all_above_it(client, zambia):
    zambia.parent.current = {**zambia.parent.current, "region": "eastern-africa"}
    zambia.parent.save()
    a_case("app", body=zambia)

    regions = client.get("/en/cases/app.json").json()["facets"]["region"]

    assert regions == ["africa", "sub-saharan-africa", "eastern-africa"]


def test_lists_as_data_honour_facets(case, client, malawi):
    a_case("other", body=malawi)

    narrowed = client.get("/en/cases.json?technology=mobile-app").json()
    rows = list(csv.DictReader(io.StringIO(client.get("/fr/cases.csv?country=ZM").content.decode())))

    assert [item["key"] for item in narrowed["items"]] == ["app"]
    assert narrowed["count"] == 1
    assert [(row["key"], row["title"], row["body"], row["stage"]) for row in rows] == [
        ("app", "Title fr", "ZM-LC01", "in_use")
    ]


def test_a_cell_is_never_a_formula(client, zambia):
    a_case("app", body=zambia, words={"en": {"title": "=1+1", "lead": "@sum"}})

    row = next(csv.DictReader(io.StringIO(client.get("/en/cases.csv").content.decode())))

    assert (row["title"], row["lead"]) == ("'=1+1", "'@sum")


def test_use_cases_are_data_too(client, zambia):
    a_use_case("idea", body=zambia, number="7", category="drafting")

    row = next(csv.DictReader(io.StringIO(client.get("/en/use-cases.csv").content.decode())))
    one = client.get("/en/use-cases/idea.json").json()

    assert (row["number"], row["category"], row["objective"]) == ("7", "drafting", "So that it works.")
    assert (one["kind"], one["facets"]["category"]) == ("use_case", ["drafting"])


@pytest.mark.parametrize("number", [1, 4])
def test_records_take_as_many_queries_for_many_as_for_few(number, zambia, django_assert_num_queries):
    for _thing in range(number):
        a_case(body=zambia, codes=["work.sittings"], sources=["2020"], figures=[FIGURE])
        a_use_case(body=zambia, codes=["work.sittings"])
    cases, use_cases = list(Case.objects.all()), list(UseCase.objects.all())

    # The parts, the words twice, the links, and the two counters by which registers are known to be current.
    with django_assert_num_queries(8):
        list(OFFERS["case"].records(cases))
    with django_assert_num_queries(6):
        list(OFFERS["use_case"].records(use_cases))


def test_cards_take_two_queries(zambia, django_assert_num_queries, client):
    uids = [a_case(body=zambia, words=in_all_languages()).uid for _case in range(5)]
    client.get("/en/cases/")

    # Two of its own, and two by which the register and the links are known to be current outside a request.
    with django_assert_num_queries(4):
        cards = OFFERS["case"].cards(uids, "pt")

    assert [cards[uid].title for uid in uids] == ["Title pt"] * 5


def test_the_page_of_a_parliament_shows_what_its_chambers_changed(client, zambia, malawi):
    a_case("app", body=zambia, began="2020")
    a_use_case("idea", body=zambia.parent, dated="2024")
    a_case("elsewhere", body=malawi)

    page = client.get("/en/parliaments/ZM/").content.decode()

    assert "What it changed" in page
    assert page.index("Title of idea") < page.index("Title of app")
    assert "Title of elsewhere" not in page


def test_more_than_fit_lead_to_the_whole_list(client, zambia):
    for _case in range(7):
        a_case(body=zambia)

    page = client.get("/en/parliaments/ZM/").content.decode()

    assert page.count('<article class="card">') == 6
    assert 'href="/en/cases/?country=ZM"' in page


def test_a_regional_body_shows_its_own(client, db):
    body = a_regional_body()
    a_case("archives", body=body)

    assert "Title of archives" in client.get("/en/regional-bodies/RB-EP/").content.decode()


def test_a_panel_without_anything_to_say_is_not_drawn(zambia):
    panel = PANELS["innovations.parliament"]

    assert panel.build(zambia.parent.uid, "ZM", "en") is None


def test_people_and_their_addresses_never_leave_as_data(client, focal_point, contributor, zambia):
    a_case(
        "app",
        body=zambia,
        author=contributor,
        evidence="confirmed",
        confirmed_on=date(2026, 1, 5),
        confirmed_by=focal_point,
        confirmed_as="focal_point",
    )

    data = client.get("/en/cases/app.json").content.decode()

    assert '"confirmed_as":"focal_point"' in data
    assert [
        word for word in (focal_point.email, focal_point.name, str(focal_point.uid), contributor.name) if word in data
    ] == []
