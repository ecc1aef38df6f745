"""Providers of machine translation, and the node that has none."""

import pytest

from hemicycle.kit import translation
from hemicycle.kit.translation import Nobody, TranslationFailed


class Mirror:
    """Writes every text backwards, and forgets one field if told to."""

    name = "Mirror"
    forgets = ""

    def languages(self):
        return frozenset({("en", "fr")})

    def translate(self, fields, *, source, target):
        return {name: text[::-1] for name, text in fields.items() if name != self.forgets}


def test_a_node_without_a_provider_translates_nothing():
    nobody = translation.provider("")

    assert isinstance(nobody, Nobody)
    with pytest.raises(TranslationFailed):
        translation.drafted(nobody, {"title": "Papers"}, source="en", target="fr")


def test_what_says_something_is_drafted():
    assert translation.drafted(Mirror(), {"title": "ab", "lead": " "}, source="en", target="fr") == {"title": "ba"}


def test_an_answer_with_a_hole_is_refused():
    mirror = Mirror()
    mirror.forgets = "lead"

    with pytest.raises(TranslationFailed):
        translation.drafted(mirror, {"title": "ab", "lead": "cd"}, source="en", target="fr")


def test_a_pair_that_is_not_offered_is_refused():
    with pytest.raises(TranslationFailed):
        translation.drafted(Mirror(), {"title": "ab"}, source="en", target="ar")


def test_a_provider_is_found_by_its_path_and_must_be_one():
    assert translation.provider(f"{__name__}.Mirror").name == "Mirror"
    with pytest.raises(TypeError):
        translation.provider("hemicycle.kit.translation.TranslationFailed")
