"""The guide to who may do what says what the rules say, and leaves none out."""

import pytest

from tests.documentation import rights


@pytest.mark.django_db
def test_the_guide_says_what_the_rules_say():
    assert rights.PAGE.read_text(encoding="utf-8") == rights.page(), "run: make docs"


def test_every_rule_stands_in_the_guide():
    told = {right.rule for subject in rights.RIGHTS.values() for right in subject}

    assert told == set(rights.rules())
