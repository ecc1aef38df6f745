"""Pages of documentation: links lead somewhere, targets exist, dependencies have reasons, one release, one number."""

import re
import tomllib
from pathlib import Path

import pytest

import hemicycle
from tests.architecture import tree

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(path for path in ROOT.rglob("*.md") if not {".venv", "var", "node_modules"} & set(path.parts))
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
# Drawn from the running site at each release.
PICTURES = frozenset({"docs/pictures/home.png"})


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_links_lead_somewhere(path):
    broken = [
        target
        for target in LINK.findall(path.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not _leads_somewhere(path, target)
    ]

    assert broken == []


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_pages_name_only_targets_of_make_that_exist(path):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    named_targets = set(re.findall(r"(?:`|^|\s|&& )make ([a-z]+)\b(?=[`\s]|$)", _code(path), re.MULTILINE))

    assert named_targets - targets == set()


def test_every_target_of_make_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    targets = re.findall(r"^[a-z]+:.*$", makefile, re.MULTILINE)

    assert [line for line in targets if " # " not in line and " ## " not in line] == []


def test_every_dependency_has_its_reason():
    asked = {
        re.split(r"[\[><=]", line)[0]
        for file in (ROOT / "requirements").glob("*.in")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "-r"))
    }
    told = set(re.findall(r"^\| `([\w.-]+)` \|", (ROOT / "docs/patterns.md").read_text(encoding="utf-8"), re.MULTILINE))

    assert told == asked


def test_every_package_stands_in_the_table_of_the_architecture():
    told = re.findall(r"^\| `([a-z]+)` \|", (ROOT / "docs/architecture.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(told) == sorted(tree.PACKAGES)


def test_the_release_has_one_number():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = re.search(r"^## (\S+?),", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)[1]

    assert {project["version"], newest} == {hemicycle.__version__}


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs/decisions").glob("*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))


def _leads_somewhere(path: Path, target: str) -> bool:
    file, _hash, anchor = target.partition("#")
    aim = (path.parent / file).resolve() if file else path
    if aim.is_relative_to(ROOT) and named(aim) in PICTURES:
        return True
    return aim.exists() and (not anchor or anchor in anchors(aim))


def _code(path: Path) -> str:
    """What stands in a page as code: blocks and marked words."""
    text = path.read_text(encoding="utf-8")
    return "\n".join(["\n".join(re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)), *re.findall(r"(`[^`\n]+`)", text)])
