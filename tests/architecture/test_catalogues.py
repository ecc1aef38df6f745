"""Every word of the interface is there in all five languages."""

import re

from hemicycle.project import translation
from tests.architecture.tree import SOURCE


def test_every_string_is_translated_in_every_language():
    assert translation.faults() == []


def test_no_string_hides_from_the_extraction_inside_another():
    """Babel does not look into the braces of an f-string: such words would stay English without anybody noticing."""
    hidden = re.compile(r"\{(?:_|n?gettext|n?pgettext)\(")

    found = [str(file) for file in SOURCE.glob("**/*.py") if hidden.search(file.read_text(encoding="utf-8"))]

    assert found == []
