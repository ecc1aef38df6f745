"""Contrast of colours as WCAG 2.2 defines it."""

import pytest

from hemicycle.kit.colours import contrast, lightened


def test_contrast_is_that_of_the_standard():
    found = [round(contrast(one, other), 2) for one, other in (("#000000", "#ffffff"), ("#777777", "#ffffff"))]

    assert found == [21.0, 4.48]


def test_a_colour_that_can_be_read_stays_as_it_is():
    assert lightened("#8fb8a8", against="#121820", least=4.5) == "#8fb8a8"


def test_a_dark_colour_keeps_its_hue_and_gets_lighter_until_it_can_be_read():
    found = lightened("#0f5c4d", against="#121820", least=4.5)

    assert (contrast(found, "#121820") >= 4.5, contrast(found, "#121820") < 4.8) == (True, True)


@pytest.mark.parametrize("colour", ["red", "#fff", "#gggggg", ""])
def test_what_is_no_colour_is_refused(colour):
    with pytest.raises(ValueError, match=r"no colour|invalid literal"):
        contrast(colour, "#ffffff")
