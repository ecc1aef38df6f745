"""What no file of the tree may hold, and what the locked dependencies must agree on."""

import re
from pathlib import Path

import pytest

from tests.architecture import tree

SKIPPED = frozenset(
    {".git", ".venv", "var", "build", "__pycache__", ".mypy_cache", ".ruff_cache", ".import_linter_cache"}
)
SUFFIXES = frozenset(
    {".py", ".md", ".html", ".css", ".js", ".toml", ".txt", ".in", ".csv", ".po", ".service", ".cfg", ".yml", ""}
)
# Hosts from which packages come, and folders that exist on one machine only; parted so as not to find themselves.
HOSTS = ("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org")
FOLDERS = ("../" + "shared", "/work" + "/main", "/work" + "/shared", "/root" + "/")
PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)", re.MULTILINE)


def texts() -> list[Path]:
    found = (path for path in sorted(tree.ROOT.rglob("*")) if not SKIPPED & set(path.relative_to(tree.ROOT).parts))
    return [path for path in found if path.is_file() and path.suffix in SUFFIXES]


@pytest.mark.parametrize("word", [*HOSTS, *FOLDERS])
def test_no_file_names_a_registry_or_a_folder_of_one_machine(word):
    found = [tree.short(path) for path in texts() if word in path.read_text(encoding="utf-8", errors="replace")]

    assert found == []


@pytest.mark.parametrize("name", ["install", "run", "test"])
def test_locked_dependencies_have_hashes_and_name_no_host(name):
    locked = (tree.ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")

    unhashed = [entry for entry in re.split(r"\n(?=\S)", locked.strip()) if "--hash=sha256:" not in entry]

    assert unhashed == []
    assert "://" not in locked


def test_testing_uses_the_versions_that_run():
    run, test = (_pins(name) for name in ("run", "test"))

    assert {name: test.get(name) for name in run} == run


def _pins(name: str) -> dict[str, str]:
    locked = (tree.ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {match["name"]: match["version"] for match in PINNED.finditer(locked)}
