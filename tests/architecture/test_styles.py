"""Stylesheets: colours have one home, and nothing says left or right."""

import re

import pytest

from tests.architecture import tree

STYLES = tree.files("*.css")
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|:[^;{}]*\b(?:white|black|red|green|blue|grey|gray)\b",
    re.IGNORECASE,
)
SIDES = "left|right|top|bottom"
PHYSICAL = re.compile(
    rf"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:{SIDES})"
    rf"|border-(?:top|bottom)-(?:left|right)-radius|(?:{SIDES})(?=\s*:)"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right))\b",
)


def rules(path) -> str:
    """A stylesheet without comments, strings and what stands in var() and url()."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"var\([^)]*\)|url\([^)]*\)|\"[^\"]*\"", "", text)


@pytest.mark.parametrize("path", [path for path in STYLES if path.name != "tokens.css"], ids=lambda path: path.name)
def test_colours_stand_in_the_tokens_alone(path):
    assert COLOUR.findall(rules(path)) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_right_to_left_needs_nothing_more(path):
    assert PHYSICAL.findall(rules(path)) == []


@pytest.mark.parametrize("path", tree.files("*.html"), ids=lambda path: path.name)
def test_templates_name_no_colour(path):
    assert re.findall(r"(?:fill|stroke|color)=\"#?[0-9a-fA-F]{3,8}\"", path.read_text(encoding="utf-8")) == []
