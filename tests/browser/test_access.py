"""Every kind of page passes axe, in light and in dark, left to right and right to left."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.kinds import KINDS

WAYS = {
    "light": ("en", {"color_scheme": "light"}),
    "dark": ("en", {"color_scheme": "dark"}),
    "Arabic": ("ar", {"color_scheme": "light"}),
    "narrow": ("en", {"color_scheme": "light", "viewport": {"width": 360, "height": 800}}),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_violations(context, kind, way):
    language, options = WAYS[way]
    page = context(**options).new_page()
    page.goto(f"/{language}/{KINDS[kind]}")

    found = Axe().run(page).response["violations"]

    assert [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found] == []
