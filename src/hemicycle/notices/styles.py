"""The stylesheet inside a mail: the site's own colours, light and dark, with no variables left in it."""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

from hemicycle import ui
from hemicycle.ui.bundle import smaller_style

TOKENS = Path(ui.__file__).parent / "static" / "ui" / "tokens.css"
SHEET = Path(__file__).parent / "mail.css"
DARK = "@media (prefers-color-scheme: dark)"
TOKEN = re.compile(r"--([\w-]+):\s*([^;}]+)[;}]")
USE = re.compile(r"var\(--([\w-]+)\)")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


@cache
def stylesheet() -> Markup:
    """Whole, as an element: programs that show no dark colours read the first half alone."""
    light, dark = _tokens()
    sheet = smaller_style(SHEET)
    coloured = "".join(
        f"{selector}{{{';'.join(part for part in rule.split(';') if 'var(' in part)}}}"
        for selector, rule in RULE.findall(sheet)
        if "var(" in rule
    )
    text = f"{_filled(sheet, light)}{DARK}{{{_filled(coloured, {**light, **dark})}}}"
    return Markup("<style>") + Markup(text) + Markup("</style>")  # noqa: S704 - both files are ours.


def _tokens() -> tuple[dict[str, str], dict[str, str]]:
    before, _mark, after = smaller_style(TOKENS).partition(DARK)
    return dict(TOKEN.findall(before)), dict(TOKEN.findall(after.partition("}")[0] + "}"))


def _filled(sheet: str, tokens: dict[str, str]) -> str:
    return USE.sub(lambda use: tokens[use[1]].strip(), sheet)
