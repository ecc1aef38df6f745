"""Lists: addresses that can be shared, pages that part the list, plain words for what there is not."""

import pytest
from django.http import QueryDict

from hemicycle.core import lists
from hemicycle.core.catalogue import OFFERS, Facet, Offer
from hemicycle.core.tests.offered import terms
from hemicycle.ui.errors import Explained

pytestmark = pytest.mark.django_db

PATH = "/en/topics/"


@pytest.fixture
def offer():
    terms("work", "work.a", "work.b", "change", "change.a")
    branch = Facet("branch", "Branch", lambda: {"work": "Work", "change": "Change", "cost": "Cost"})
    return Offer(**{**vars(OFFERS["topic"]), "facets": (branch,)})


def read(offer, query="", **options):
    return lists.listed(offer, QueryDict(query), PATH, by_key=True, **options)


def test_values_show_their_count_and_lead_to_the_list_with_them(offer):
    (group,) = read(offer).groups

    assert [(value.label, value.count, value.address) for value in group.values] == [
        ("Work", 3, "/en/topics/?branch=work"),
        ("Change", 2, "/en/topics/?branch=change"),
    ]


def test_a_chosen_value_leads_back_and_others_widen(offer):
    listed = read(offer, "branch=work")

    (group,) = listed.groups
    assert [(value.selected, value.address) for value in group.values] == [
        (True, "/en/topics/"),
        (False, "/en/topics/?branch=work&branch=change"),
    ]
    assert (listed.total, listed.cleared) == (3, PATH)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("branch=law", "This list has no “law”."),
        ("page=9", "This list has no page 9."),
        ("page=0", "This list has no page 0."),
        ("page=-1", "This list has no page -1."),
        ("page=two", "This list has no page two."),
        ("page=99999999999999999999999", "This list has no page 99999999999999999999."),
    ],
)
def test_what_the_list_does_not_have_is_said_plainly(offer, query, sentence):
    with pytest.raises(Explained, match=sentence.replace("?", "[?]")):
        read(offer, query)


def test_an_empty_choice_is_no_choice(offer):
    assert read(offer, "branch=&page=").total == 5


def test_pages_keep_the_choice_and_name_their_neighbours(offer):
    listed = read(offer, "branch=work&page=2", size=1)

    assert (listed.pages.number, listed.pages.count) == (2, 3)
    assert listed.pages.previous == "/en/topics/?branch=work"
    assert listed.pages.following == "/en/topics/?page=3&branch=work"


def test_a_gap_between_page_numbers_is_nothing():
    numbered = lists.pages_of(10, 200, 10, str).numbered

    assert [link.label if link else None for link in numbered] == ["1", None, "9", "10", "11", None, "20"]


@pytest.mark.parametrize("query", ["", "branch=work", "branch=work&branch=change"])
def test_a_list_reads_the_counters_and_nothing_else(offer, query, django_assert_num_queries):
    read(offer)

    # Outside a request the counters are read at each question: once for the counts, once for the page.
    with django_assert_num_queries(2):
        read(offer, query)
