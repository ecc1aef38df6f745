"""Pages of text are things like any other: one uid in all languages, listed, found, gone when withdrawn."""

import pytest

from hemicycle.core.models import Listing
from hemicycle.pages import loading, offer
from hemicycle.pages.models import TextPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    loading.load()
    return TextPage.objects.get(slug="about", locale__language_code="en")


def test_a_page_is_one_thing_in_five_languages(about):
    (record,) = offer.records(offer.visible(None).filter(uid=about.translation_key))

    assert (record.key, record.path, record.original) == ("about", "/about/", "en")
    assert set(record.titles) == set(record.bodies) == {"en", "fr", "es", "pt", "ar"}
    assert "<" not in "".join(record.bodies.values())


def test_loaded_pages_are_listed_once_each(about):
    keys = sorted(Listing.objects.filter(kind="page", gone_since=None).values_list("key", flat=True))

    assert keys == ["about", "accessibility", "data", "evidence", "names-and-status", "privacy"]


def test_a_page_withdrawn_in_all_languages_is_gone(about):
    for page in TextPage.objects.filter(translation_key=about.translation_key):
        page.unpublish()

    assert Listing.objects.get(kind="page", key="about").gone_since is not None


def test_a_page_withdrawn_in_one_language_stays_in_the_others(about):
    TextPage.objects.get(slug="about", locale__language_code="fr").unpublish()

    (record,) = offer.records(offer.visible(None).filter(uid=about.translation_key))

    assert set(record.titles) == {"en", "es", "pt", "ar"}


@pytest.mark.parametrize(("asked", "given"), [("fr", "fr"), ("de", "en")])
def test_a_card_speaks_the_readers_language_or_english(about, asked, given, django_assert_num_queries):
    with django_assert_num_queries(2):
        cards = offer.cards([about.translation_key], asked)

    assert cards[about.translation_key].language == given
