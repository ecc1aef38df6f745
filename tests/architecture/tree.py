"""The tree as the tests of its shape read it: packages in the order of the tiers, their sources, templates, styles."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "hemicycle"
CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
}
# Said once, in the contracts of import-linter. From the ground up; packages in one tuple are siblings.
TIERS = tuple(tuple(layer.split(" | ")) for layer in reversed(CONTRACTS["tiers"]["layers"]))
TIER_OF = {package: tier for tier, siblings in enumerate(TIERS) for package in siblings}
PACKAGES = tuple(TIER_OF)
READERS = tuple(module.split(".")[1] for module in CONTRACTS["readers"]["source_modules"])
SUBJECTS = tuple(module.split(".")[1] for module in CONTRACTS["readers"]["forbidden_modules"])
NOT_OURS = frozenset({".git", ".venv", "var", "build", "vendor", "__pycache__", "migrations", "served"})


def package_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def may_use(user: str, used: str) -> bool:
    """Whether the tiers let one package know another."""
    if user == used:
        return True
    return TIER_OF[used] < TIER_OF[user] and not (user in READERS and used in SUBJECTS)


def files(pattern: str, *, tests: bool = False) -> list[Path]:
    """Files of the packages; those of tests are left out unless asked for."""
    found = (path for path in sorted(SOURCE.rglob(pattern)) if not NOT_OURS & set(path.relative_to(SOURCE).parts))
    return [path for path in found if tests or "tests" not in path.relative_to(SOURCE).parts]


def sources(*, tests: bool = False) -> Iterator[tuple[Path, ast.Module]]:
    for path in files("*.py", tests=tests):
        if len(path.relative_to(SOURCE).parts) > 1:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
