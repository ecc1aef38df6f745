"""What is withdrawn leaves a page that says so, and is nowhere else: lists, search, feeds, facets, counts, pictures."""

import re

import pytest

from hemicycle.core import deliveries
from hemicycle.innovations import actions
from hemicycle.innovations.tests.factories import a_case, a_topic
from hemicycle.search import actions as search
from hemicycle.search.queries import similar

WORDS = {"en": {"title": "Papers on tablets", "lead": "Less paper."}, "fr": {"title": "Papiers", "lead": "Moins."}}
PLACES = (
    "/en/",
    "/en/cases/",
    "/en/cases/?technology=tablets",
    "/fr/cases/?country=ZM",
    "/en/cases.csv",
    "/en/cases.json",
    "/en/spread/",
    "/en/spread.csv",
    "/en/topics/technology/tablets/",
    "/en/parliaments/ZM/",
    "/en/search/?q=papers on tablets",
    "/fr/search/?q=papiers",
    "/en/cases/new/alike/?title=papers on tablets",
    "/sitemap.xml",
    "/en/cases/by-country.csv",
)


@pytest.fixture
def case(zambia):
    a_topic("technology.tablets")
    made = a_case("tablets", body=zambia, words=WORDS, codes=("technology.tablets",))
    told()
    return made


def told():
    deliveries.deliver_all()
    search.keep_up()


def where(client):
    """The places whose answer names the case, or counts a case of its country."""
    signs = re.compile(r"/cases/tablets/|Papers on tablets|ZM,[^\n]*1\s*$", re.MULTILINE)
    return [place for place in PLACES if signs.search(client.get(place).content.decode())]


@pytest.mark.parametrize("when", ["at once", "when the worker has come by"])
def test_it_is_nowhere_any_more_and_its_address_says_so(client, case, editor, when):
    before = where(client)

    actions.withdraw(case, by=editor)
    if when != "at once":
        told()

    page = client.get("/en/cases/tablets/")
    other = client.get("/fr/cases/tablets/")
    assert {"/en/cases/", "/en/cases.json", "/en/search/?q=papers on tablets", "/sitemap.xml"} <= set(before)
    assert where(client) == []
    assert (page.status_code, other.status_code, client.get("/en/cases/tablets.json").status_code) == (410, 410, 410)
    assert "withdrawn" in page.content.decode()
    assert "Papers on tablets" not in page.content.decode()
    assert client.get("/en/cases/tablets/preview.png").status_code in {404, 410}


def test_facets_and_counts_forget_it(client, case, editor, zambia):
    a_case("other", body=zambia, codes=("technology.tablets",))
    before = client.get("/en/cases.json?technology=tablets").json()["count"]

    actions.withdraw(case, by=editor)

    assert (before, client.get("/en/cases.json?technology=tablets").json()["count"]) == (2, 1)


def test_what_was_like_it_names_it_no_more(case, editor, zambia):
    other = a_case("other", body=zambia, words=WORDS, codes=("technology.tablets",))
    told()
    before = [each.key for each in similar(other.uid, "en")]

    actions.withdraw(case, by=editor)

    assert (before, similar(other.uid, "en")) == (["tablets"], [])


def test_its_parties_still_read_it_and_can_bring_it_back(client, case, editor, focal_point, colleague, contributor):
    actions.withdraw(case, by=editor)

    seen = {}
    for who in (focal_point, contributor, colleague):
        client.force_login(who)
        seen[who.name] = client.get("/en/cases/tablets/").status_code

    assert list(seen.values()) == [200, 410, 410]
    actions.restore(case, by=focal_point)
    client.logout()
    told()
    assert "/en/search/?q=papers on tablets" in where(client)
