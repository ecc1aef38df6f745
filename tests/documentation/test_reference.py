"""The reference says what the code says: every verb, setting, command, offer, panel and page, and none besides."""

import ast
import re

import pytest

from hemicycle.core.catalogue import AUDIENCES
from hemicycle.core.journal import READERS
from tests.documentation import reference

SETTING = re.compile(r"^(HEMICYCLE_[A-Z_]+|PORT|DATABASE_URL)$")
# Made by the program for its own parts, not set by operators.
INTERNAL = frozenset({"HEMICYCLE_DATA_FILE"})


def page(name: str) -> str:
    return (reference.FOLDER / name).read_text(encoding="utf-8")


def rows(text: str, heading: str) -> list[list[str]]:
    """The table below a heading, without its own heading."""
    section = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("name", ["commands.md", "catalogue.md", "pages.md"])
def test_a_page_made_from_the_code_is_up_to_date(name):
    assert page(name) == reference.pages()[name], "run: make docs"


def test_every_verb_stands_in_the_journals_page_with_its_audience():
    told = {verb.strip("`"): audience for verb, audience, _sentence in rows(page("journal.md"), "Verbs")}

    assert told == AUDIENCES


def test_every_reader_stands_in_the_journals_page():
    assert [name.strip("`") for name, _sentence in rows(page("journal.md"), "Readers")] == sorted(READERS)


def test_every_setting_stands_in_its_page():
    told = re.findall(r"^\| `([A-Z_]+)` \|", page("settings.md"), re.MULTILINE)

    assert sorted(told) == sorted(_settings_read())


def test_every_field_of_every_page_has_its_sentence():
    silent = [
        f"{path.relative_to(reference.SOURCE)}: {node.name}.{name}"
        for path in (*reference.SOURCE.glob("*/contexts.py"), *reference.SOURCE.glob("*/contexts/*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
        for name, sentence in reference.fields(node, path.read_text(encoding="utf-8").splitlines())
        if not sentence
    ]

    assert silent == []


def _settings_read() -> set[str]:
    """Names that the code asks the environment for, wherever it does."""
    found = set()
    for path in (reference.SOURCE / "project").rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.args[0].value
                if isinstance(name, str) and SETTING.match(name):
                    found.add(name)
    return found - INTERNAL
