"""Every word of the interface is there in all five languages."""

from hemicycle.project import translation


def test_every_string_is_translated_in_every_language():
    assert translation.faults() == []
