"""What modules and packages are called, how long they get, and that each says what does not belong in it."""

import ast
import re

import pytest

from tests.architecture import tree

VAGUE = re.compile(r"^(utils?|helpers?|commons?|misc|managers?|tools?|stuff)$")
LONGEST_FILE, LONGEST_FUNCTION = 250, 40


def test_no_module_has_a_vague_name():
    vague = [
        tree.short(path)
        for path in tree.files("*.py", tests=True)
        if VAGUE.match(path.stem) or VAGUE.match(path.parent.name)
    ]

    assert vague == []


@pytest.mark.parametrize("package", tree.PACKAGES)
def test_each_package_says_what_does_not_belong_in_it(package):
    readme = tree.SOURCE / package / "README.md"

    text = readme.read_text(encoding="utf-8") if readme.exists() else ""

    assert text.startswith(f"# {package}")
    assert re.search("not here|not belong here", text, re.IGNORECASE)


def test_each_module_says_in_a_sentence_what_lives_in_it():
    silent = [tree.short(path) for path, module in tree.sources() if module.body and not ast.get_docstring(module)]

    assert silent == []


def test_no_file_grows_long():
    long = [
        f"{tree.short(path)}: {lines}"
        for path in tree.files("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ]

    assert long == []


def test_no_function_grows_long():
    long = [
        f"{tree.short(path)}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path, module in tree.sources()
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]

    assert long == []
