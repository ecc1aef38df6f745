"""Colours are named once, and every pair of text and ground can be read."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[1] / "static" / "ui"
TOKENS = (STATIC / "tokens.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(", re.IGNORECASE)
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height)\s*:"
)

# Text on its ground. AA asks for 4.5.
TEXT_PAIRS = [
    *(
        (ink, ground)
        for ink in ("ink", "ink-quiet", "link", "link-strong", "accent", "doubt", "error")
        for ground in ("paper", "paper-quiet")
    ),
    *(
        (ink, ground)
        for ink in ("ink", "ink-quiet")
        for ground in ("paper-field", "accent-quiet", "doubt-quiet", "error-quiet")
    ),
    ("accent-strong", "accent-quiet"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-focus", "focus"),
    *((f"on-answer-{answer}", f"answer-{answer}") for answer in ("yes", "partly", "no", "not-applicable")),
    *((f"on-scale-{step}", f"scale-{step}") for step in range(5)),
]
# Edges that must be seen to use a control or to read a hollow mark. AA asks for 3.
EDGE_PAIRS = [
    ("line-strong", "paper"),
    ("line-strong", "paper-field"),
    ("answer-missing", "paper"),
    ("accent", "paper"),
    ("answer-yes", "paper"),
    ("answer-no", "paper"),
]


def declarations(block):
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", block))


def block_after(marker):
    start = TOKENS.index("{", TOKENS.index(marker)) + 1
    return TOKENS[start : TOKENS.index("}", start)]


def light():
    return declarations(block_after(":root {"))


def dark_by_device():
    return light() | declarations(block_after(':root:not([data-theme="light"])'))


def dark_by_choice():
    return light() | declarations(block_after('\n:root[data-theme="dark"]'))


def printed():
    marker = TOKENS.index("@media print")
    start = TOKENS.index("{", TOKENS.index('[data-theme="dark"]', marker)) + 1
    return light() | declarations(TOKENS[start : TOKENS.index("}", start)])


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [light, dark_by_device, printed])
def test_every_text_pair_can_be_read(theme):
    colours = theme()

    weak = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in TEXT_PAIRS}

    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [light, dark_by_device, printed])
def test_every_edge_that_matters_can_be_seen(theme):
    colours = theme()

    weak = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in EDGE_PAIRS}

    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}


def test_dark_is_the_same_by_device_and_by_choice():
    assert dark_by_device() == dark_by_choice()


def test_dark_names_every_colour_anew():
    coloured = {name for name, value in light().items() if COLOUR.match(value)}

    assert coloured - declarations(block_after(':root:not([data-theme="light"])')).keys() == set()


def test_no_other_stylesheet_names_a_colour():
    named = {
        path.name: COLOUR.findall(path.read_text(encoding="utf-8"))
        for path in STATIC.rglob("*.css")
        if path.name != "tokens.css"
    }

    assert {name: found for name, found in named.items() if found} == {}


def test_only_logical_properties_are_used():
    used = {path.name: PHYSICAL.findall(strip_queries(path)) for path in STATIC.rglob("*.css")}

    assert {name: found for name, found in used.items() if found} == {}


def test_every_token_that_is_used_is_defined():
    defined = set(re.findall(r"(--[\w-]+):", TOKENS))
    own = {path: path.read_text(encoding="utf-8") for path in STATIC.rglob("*.css")}
    missing = {
        path.name: set(re.findall(r"var\((--[\w-]+)", text)) - defined - set(re.findall(r"(--[\w-]+):", text))
        for path, text in own.items()
    }

    assert {name: names for name, names in missing.items() if names} == {}


def strip_queries(path):
    """A stylesheet without its media conditions, which know no logical words."""
    return re.sub(r"@(?:media|container|page)[^{]*\{", "{", path.read_text(encoding="utf-8"))
