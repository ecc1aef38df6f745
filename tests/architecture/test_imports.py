"""Who knows whom, where import-linter does not look: faces, late imports, names of modules in strings."""

import ast
import re
from pathlib import Path

import grimp

from tests.architecture import tree

# What one package may use of another. Rules rest on rules below them, so policies belong to the face.
FACE = frozenset({"models", "queries", "actions", "analysis", "states", "policy"})
MECHANISMS = frozenset({"kit", "ui", "core"})
# Registers by which packages above take part in what those below do: mailed deeds, one's own data, leaving, keeping;
# who takes part in conversations, to which addresses people may write first, who holds meetings, who hosts hubs, what
# is asked before an office is given. And what must be one and the same for all: how papers that are handed in are
# checked, and how a meeting's hours are meant and said.
REGISTERS = {
    "accounts": frozenset(
        {"bearing", "confirming", "deeds", "exporting", "invitations", "leaving", "places", "reach", "retention"}
    ),
    "threads": frozenset({"circles", "mailboxes"}),
    "meetings": frozenset({"hosts", "moments", "wording"}),
    "network": frozenset({"hosting", "papers", "requirements"}),
}
# Project composes: it also takes addresses, loaders and whatever else a package hands to the top.
COMPOSER = "project"
DOTTED = re.compile(r"^hemicycle\.(?P<package>[a-z]+)")


def test_across_packages_only_faces_are_imported():
    graph = grimp.build_graph("hemicycle")

    beyond = [
        f"{module} imports {imported}"
        for module in sorted(graph.modules)
        for imported in sorted(graph.find_modules_directly_imported_by(module))
        if not _is_allowed(module.split("."), imported.split("."))
    ]

    assert beyond == []


def test_no_import_hides_in_a_function():
    late = [
        f"{tree.short(path)}:{node.lineno}" for path, module in tree.sources() for node in _late_imports(path, module)
    ]

    assert late == []


def test_names_of_modules_in_strings_follow_the_tiers():
    upward = [
        f"{tree.short(path)}:{node.lineno} names {node.value}"
        for path, module in tree.sources()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for match in [DOTTED.match(node.value)]
        if match and match["package"] in tree.PACKAGES
        if not tree.may_use(tree.package_of(path), match["package"])
    ]

    assert upward == []


def test_the_tiers_of_these_tests_are_the_packages_of_the_tree():
    folders = {path.parent.name for path in tree.SOURCE.glob("*/__init__.py")}

    assert set(tree.PACKAGES) == folders - {"locale", "build"}


def _is_allowed(module: list[str], imported: list[str]) -> bool:
    if len(module) < 2 or len(imported) < 2 or module[1] == imported[1] or "tests" in module:
        return True
    if module[1] == COMPOSER or imported[1] in MECHANISMS:
        return True
    return len(imported) > 2 and imported[2] in FACE | REGISTERS.get(imported[1], frozenset())


def _late_imports(path: Path, module: ast.Module) -> list[ast.stmt]:
    if tree.short(path).startswith("src/hemicycle/project/command"):
        return []  # The settings are read, and an old Python refused, before anything else is imported.
    found = []
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and not _is_ready(path, function):
            found += [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
    return found


def _is_ready(path: Path, function: ast.AST) -> bool:
    return path.name == "apps.py" and getattr(function, "name", "") == "ready"
