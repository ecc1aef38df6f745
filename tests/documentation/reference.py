"""Makes the pages of docs/reference that follow from the code: commands, catalogue, pages. `make docs` writes them."""

import argparse
import ast
import importlib
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "reference"
SOURCE = ROOT / "src" / "hemicycle"


def pages() -> dict[str, str]:
    """The text of each page that is made here, by file name."""
    return {"commands.md": commands(), "catalogue.md": catalogue(), "pages.md": contexts()}


def commands() -> str:
    from hemicycle.project import command

    parts = [
        "# Commands",
        "",
        "`hemicycle NAME …`, in a checkout `.venv/bin/hemicycle`. Each ends with status 0 when all went",
    ]
    parts += [
        "well, 2 when it was refused (with one sentence on standard error), and 1 when it found something wrong.",
        "",
    ]
    for name in command.NAMES:
        parts += _command(name)
    return "\n".join(parts)


def _command(name: str) -> Iterator[str]:
    module = importlib.import_module(f"hemicycle.project.commands.{name}")
    parser = argparse.ArgumentParser(add_help=False)
    module.arguments(parser)
    yield from (f"## {name}", "", f"{inspect.getdoc(module)}", "")
    rows = [f"| `{_usage(action)}` | {_help(action)} |" for action in parser._actions]
    if rows:
        yield from ("| argument | |", "|---|---|", *rows, "")


def _usage(action: argparse.Action) -> str:
    if not action.option_strings:
        return str(action.metavar or action.dest)
    value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
    return f"{action.option_strings[0]}{value}"


def _help(action: argparse.Action) -> str:
    shown = action.default not in {None, False, argparse.SUPPRESS} and action.nargs != 0
    return f"{action.help or ''}{f' (default {action.default})' if shown and action.option_strings else ''}".strip()


def catalogue() -> str:
    from hemicycle.core.catalogue import DUTIES, MESSAGES, OFFERS, PANELS

    parts = [
        "# Catalogue",
        "",
        "What the packages offer to one another, and to readers of open data.",
        "",
        "## Offers",
        "",
    ]
    for offer in OFFERS.values():
        parts += [f"### `{offer.kind}`", "", f"{offer.name[1]}. Drawn in lists by `{offer.card}`.", ""]
        rows = [f"| `{facet.name}` | {facet.label} | {'tree' if facet.parent else 'list'} |" for facet in offer.facets]
        parts += ["| facet | called | values |", "|---|---|---|", *rows, ""] if rows else []
    rows = [f"| `{panel.name}` | {panel.kind} | {', '.join(panel.shows) or '–'} |" for panel in PANELS.values()]
    parts += ["## Panels", "", "| panel | stands on the page of a | shows |", "|---|---|---|", *rows, ""]
    parts += ["## Messages and duties", ""]
    told = [f"- `{name}`" for name in (*MESSAGES, *DUTIES)]
    return "\n".join([*parts, *(told or ["None yet."]), ""])


def contexts() -> str:
    """Every page's dataclass with its fields, as the comments beside them tell."""
    parts = ["# Pages", "", "What each page's template receives, beside `frame`.", ""]
    for path in sorted((*SOURCE.glob("*/contexts.py"), *SOURCE.glob("*/contexts/*.py"))):
        text = path.read_text(encoding="utf-8")
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef) and (template := _template(node)):
                parts += [f"## `{template}`", "", f"`{node.name}`: {ast.get_docstring(node)}", ""]
                parts += [f"- `{name}`: {sentence}" for name, sentence in fields(node, text.splitlines())] + [""]
    return "\n".join(parts)


def _template(node: ast.ClassDef) -> str:
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and getattr(each.target, "id", "") == "template" and each.value:
            return str(ast.literal_eval(each.value))
    return ""


def fields(node: ast.ClassDef, lines: list[str]) -> Iterator[tuple[str, str]]:
    """Name and sentence of each field; the sentence is the comment behind it or on the lines before it."""
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name) and not _is_of_class(each):
            behind = lines[each.end_lineno - 1][each.end_col_offset :].strip()
            yield each.target.id, behind.lstrip("# ") if behind.startswith("#") else _before(lines, each.lineno - 2)


def _is_of_class(each: ast.AnnAssign) -> bool:
    return ast.unparse(each.annotation).startswith("ClassVar")


def _before(lines: list[str], number: int) -> str:
    found: list[str] = []
    while lines[number].strip().startswith("#"):
        found.insert(0, lines[number].strip().lstrip("# "))
        number -= 1
    return " ".join(found)


def main() -> int:
    django.setup()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
