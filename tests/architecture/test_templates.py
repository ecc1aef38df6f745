"""Templates: what they include, which addresses and files they name, and that nothing stands inline."""

import ast
import re
from pathlib import Path

import pytest
from django.template import engines
from jinja2 import meta, nodes

from tests.architecture import tree

TEMPLATES = tree.files("*.html")
ADDRESS = re.compile(r"^(?P<package>[a-z]+):[a-z_]+$")
TAG = re.compile(r"<(?!!)(?P<name>[a-zA-Z-]+)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
EVENT = re.compile(r"\son[a-z]+\s*=", re.IGNORECASE)


def parsed(path: Path) -> nodes.Template:
    return engines["jinja2"].env.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    return path.relative_to(tree.SOURCE).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_uses_only_those_of_its_own_package_and_of_ui(path):
    used = set(meta.find_referenced_templates(parsed(path)))

    beyond = {name for name in used if name is None or name.split("/")[0] not in {tree.package_of(path), "ui"}}

    assert beyond == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_names_only_addresses_of_its_own_package(path):
    beyond = {name for name in _first_arguments(path, "url") if _package_of_address(name) != tree.package_of(path)}

    assert beyond == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_serves_only_files_of_its_own_package_and_of_ui(path):
    beyond = {
        name for name in _first_arguments(path, "static") if name.split("/")[0] not in {tree.package_of(path), "ui"}
    }

    assert beyond == set()


def test_python_names_only_addresses_of_its_own_package():
    beyond = [
        f"{tree.short(path)}:{node.lineno} names {node.value}"
        for path, module in tree.sources()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for match in [ADDRESS.match(node.value)]
        if match and match["package"] in tree.PACKAGES
        if match["package"] != tree.package_of(path) and tree.package_of(path) != "project"
    ]

    assert beyond == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_nothing_stands_inline_that_the_content_security_policy_forbids(path):
    text = re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)

    faults = [tag[0] for tag in TAG.finditer(text) if _is_inline(tag["name"].lower(), tag["attributes"])]

    assert faults == []


def test_no_python_of_ours_writes_inline_styles():
    faults = [
        tree.short(path)
        for path in tree.files("*.py")
        if re.search(r"style=\\?[\"']", path.read_text(encoding="utf-8")) and path.name != "sheet.py"
    ]

    assert faults == []


def _first_arguments(path: Path, function: str) -> set[str]:
    calls = (call for call in parsed(path).find_all(nodes.Call) if isinstance(call.node, nodes.Name))
    first = (call.args[0] for call in calls if call.node.name == function and call.args)
    return {argument.value for argument in first if isinstance(argument, nodes.Const)}


def _package_of_address(name: str) -> str:
    return name.partition(":")[0]


def _is_inline(name: str, attributes: str) -> bool:
    if re.search(r"\sstyle\s*=", attributes, re.IGNORECASE) or EVENT.search(attributes):
        return True
    return name == "style" or (name == "script" and "src=" not in attributes and "application/" not in attributes)
