"""The light colours of the site for files that leave it; tokens.css remains the one place that names them."""

import re
from functools import cache
from pathlib import Path

STYLES = Path(__file__).parents[1] / "static" / "ui"
DECLARED = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{3,8});")
USED = re.compile(r"var\(--([\w-]+)\)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@cache
def colours() -> dict[str, str]:
    """Give the colours of the first rule of tokens.css, which is the light one, by name."""
    first = (STYLES / "tokens.css").read_text(encoding="utf-8").partition("}")[0]
    return dict(DECLARED.findall(first))


@cache
def marks() -> str:
    """Give the stylesheet of the marks with every custom property filled in; an unknown colour is a KeyError."""
    sheet = COMMENT.sub("", (STYLES / "components" / "chart-marks.css").read_text(encoding="utf-8"))
    return " ".join(USED.sub(lambda use: colours()[use[1]], sheet).split())
