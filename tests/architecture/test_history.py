"""Every verb of the journal has words for the history of a record, and every kind with parties says who they are."""

import re
from uuid import uuid4

import pytest
from django.utils.functional import Promise

from hemicycle.core import history
from hemicycle.core.catalogue import AUDIENCES, OFFERS
from hemicycle.core.models import Entry


def test_every_verb_has_words():
    assert sorted(history.WORDS) == sorted(AUDIENCES)


@pytest.mark.django_db
@pytest.mark.parametrize("verb", sorted(AUDIENCES))
def test_words_are_a_phrase_that_is_translated_and_stands_without_any_fact(verb):
    words = history.WORDS[verb]

    said = str(words(Entry(verb=verb, subject=uuid4(), facts={})) if callable(words) else words)

    assert isinstance(words, Promise) or callable(words)
    assert re.fullmatch(r"[A-Z].*[^.\s]", said)
    assert "%(" not in said


def test_every_offered_kind_has_a_page_for_its_history():
    assert set(OFFERS) - set(history.THINGS) == set()


def test_every_kind_that_is_not_offered_says_who_reads_it():
    assert set(history.THINGS) - set(OFFERS) - set(history.STANDINGS) == set()
