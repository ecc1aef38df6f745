"""Reads the vocabulary from its CSV file, checks every row, and hands it to the actions."""

from pathlib import Path

from hemicycle.accounts.models import Person
from hemicycle.core.loading import Row, rows, unique
from hemicycle.topics import actions
from hemicycle.topics.actions import TermGiven
from hemicycle.topics.states import BRANCHES, CODE

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "fr", "es", "pt", "ar")
ORIGINS = ("S", "I")
TOPICS = ("code", "parent", "order", *LANGUAGES, "note_en", "origin")


def load(folder: Path | None = None, *, by: Person | None = None) -> dict[str, int]:
    """Load the vocabulary from `topics.csv` in a folder, the shipped one if none is named; how many terms it holds.

    Raises `LoadRefused` with row and column at the first mistake, before anything is written.
    """
    terms = read((folder or DATA) / "topics.csv")
    actions.load(terms, by=by)
    return {"topics": len(terms)}


def read(file: Path) -> list[TermGiven]:
    """Branches, then the terms of each branch in their order; a parent always stands before its children."""
    found = rows(file, TOPICS)
    unique(found, "code")
    known = {row["code"]: row for row in found}
    for row in found:
        _check(row, known)
    branches = [row for row in found if not row["parent"]]
    branches.sort(key=_order)
    below: dict[str, list[Row]] = {}
    for row in sorted(found, key=_order):
        below.setdefault(row["parent"], []).append(row)
    return [_term(row) for branch in branches for row in _with_children(branch, below)]


def _check(row: Row, known: dict[str, Row]) -> None:
    code = row.needed("code", most=80)
    if not CODE.fullmatch(code):
        raise row.refuse("code", f"“{code}” is not a code such as work.sittings.")
    if code.partition(".")[0] not in BRANCHES:
        raise row.refuse("code", f"“{code}” is in no branch; there are {', '.join(BRANCHES)}.")
    if ("." in code) != bool(row["parent"]):
        raise row.refuse("parent", "every term but a branch has a parent, and a branch has none.")
    if row["parent"] and row.known("parent", known, "the column “code”").partition(".")[0] != code.partition(".")[0]:
        raise row.refuse("parent", "the parent is in another branch.")
    row.number_from("order", 1)
    row.one_of("origin", ORIGINS)
    for language in LANGUAGES:
        row.needed(language, most=120)


def _order(row: Row) -> int:
    return int(row["order"])


def _with_children(row: Row, below: dict[str, list[Row]]) -> list[Row]:
    return [row, *(each for child in below.get(row["code"], []) for each in _with_children(child, below))]


def _term(row: Row) -> TermGiven:
    return TermGiven(
        code=row["code"],
        parent=row["parent"],
        labels={language: row[language] for language in LANGUAGES},
        note=row["note_en"],
        origin=row["origin"],
    )
