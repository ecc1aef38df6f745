"""Facet counts are right: compared with a count done by hand over all combinations."""

import itertools
import uuid
from collections import Counter

import pytest
from django.utils import timezone

from hemicycle.core import counters, facets
from hemicycle.core.models import Listing, Mark

pytestmark = pytest.mark.django_db

COLOURS, SIZES, TASTES = ("red", "blue"), ("s", "m", "l"), ("sweet", "sour", "salt")


@pytest.fixture
def things():
    """Thirty things with one colour, one size and one or two tastes; one more is gone and must never count."""
    made = {}
    for number in range(30):
        tastes = {TASTES[number % 3], TASTES[(number // 3) % 3]}
        made[_listing(number)] = {"colour": {COLOURS[number % 2]}, "size": {SIZES[number % 5 % 3]}, "taste": tastes}
    for uid, marked in made.items():
        for facet, values in marked.items():
            for value in values:
                Mark.objects.create(listing_id=uid, kind="thing", facet=facet, value=value)
    Listing.objects.filter(pk=_listing(99)).update(gone_since=timezone.now())
    counters.move(["thing"])
    return made


CHOICES = [
    {},
    {"colour": ["red"]},
    {"colour": ["red", "blue"]},
    {"size": ["s"], "colour": ["blue"]},
    {"taste": ["sweet"], "size": ["s", "m"]},
    {"taste": ["sweet", "sour"], "size": ["l"], "colour": ["red"]},
]


@pytest.mark.parametrize("chosen", CHOICES)
def test_counts_equal_a_count_by_hand(things, chosen):
    counted = facets.counted("thing", chosen)

    by_hand = {
        facet: _count(things, {k: v for k, v in chosen.items() if k != facet}, facet)
        for facet in ("colour", "size", "taste")
    }
    assert {facet: dict(values) for facet, values in counted.items()} == {k: v for k, v in by_hand.items() if v}


@pytest.mark.parametrize("chosen", CHOICES)
def test_the_list_holds_what_passes_every_facet(things, chosen):
    page = facets.page("thing", chosen, by_key=True, start=0, size=None)

    expected = {uid for uid, marked in things.items() if _passes(marked, chosen)}
    assert set(page.uids) == expected
    assert page.total == len(expected)


def test_pages_part_the_list_without_gap_or_repeat(things):
    pages = [facets.page("thing", {}, by_key=False, start=start, size=7) for start in range(0, 30, 7)]

    assert list(itertools.chain.from_iterable(page.uids for page in pages)) == list(
        Listing.objects.filter(gone_since=None).order_by("-order", "key").values_list("pk", flat=True)
    )
    assert {page.total for page in pages} == {30}


def test_by_key_the_list_is_in_the_order_of_its_keys(things):
    uids = facets.left("thing", {"colour": ["red"]}, by_key=True)

    assert uids == [uid for number, uid in enumerate(things) if number % 2 == 0]


def test_nothing_is_read_again_while_the_kind_stands_still(things, django_assert_num_queries):
    facets.marked("thing")

    with django_assert_num_queries(3):
        for chosen in CHOICES[:3]:
            facets.counted("thing", chosen)


def test_a_kind_without_things_has_nothing_to_count():
    assert (facets.counted("nothing", {}), facets.left("nothing", {"colour": ["red"]})) == ({}, [])


def _listing(number):
    now = timezone.now()
    row = Listing.objects.create(
        uid=uuid.uuid4(),
        kind="thing",
        key=f"t{number:02}",
        path=f"/things/{number}/",
        order=f"{number % 4}",
        public_since=now,
        changed_at=now,
        digest="",
    )
    return row.pk


def _passes(marked, chosen):
    return all(marked[facet] & set(values) for facet, values in chosen.items())


def _count(things, chosen, facet):
    return dict(Counter(value for marked in things.values() if _passes(marked, chosen) for value in marked[facet]))
