"""Reading handed-in CSV files so strictly that whoever wrote them can mend them: file, row and column are named."""

import csv
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Value = TypeVar("Value")


class LoadRefused(Exception):
    """A file cannot be loaded; nothing of it was. `file`, `row` and `column` say where, `sentence` says why."""

    def __init__(self, file: Path, sentence: str, *, row: int | None = None, column: str = "") -> None:
        self.file = file
        self.row = row
        self.column = column
        self.sentence = sentence
        where = [str(file)]
        where += [f"row {row}"] if row is not None else []
        where += [f"column “{column}”"] if column else []
        super().__init__(f"{', '.join(where)}: {sentence}")


@dataclass(frozen=True)
class Row:
    """One row of a file, whose cells are asked for by column and answer for themselves."""

    file: Path
    number: int  # As a text editor or spreadsheet counts: the heading is row 1.
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def refuse(self, column: str, sentence: str) -> LoadRefused:
        return LoadRefused(self.file, sentence, row=self.number, column=column)

    def needed(self, column: str, *, most: int | None = None) -> str:
        """A cell that may not be empty."""
        if not self[column]:
            raise self.refuse(column, "this cell is empty and must not be.")
        return self.text(column, most=most)

    def text(self, column: str, *, most: int | None = None) -> str:
        value = self[column]
        if most is not None and len(value) > most:
            raise self.refuse(column, f"this has {len(value)} characters; at most {most} fit.")
        return value

    def one_of(self, column: str, allowed: Collection[str]) -> str:
        value = self[column]
        if value not in allowed:
            raise self.refuse(column, f"“{value}” is not known here; allowed: {', '.join(map(str, allowed))}.")
        return value

    def known(self, column: str, among: Collection[str], what: str) -> str:
        """A key that must exist elsewhere; `what` names the place, such as a file."""
        value = self[column]
        if value not in among:
            raise self.refuse(column, f"“{value}” is not in {what}.")
        return value

    def flag(self, column: str) -> bool:
        return self.one_of(column, ("yes", "")) == "yes"

    def number_from(self, column: str, least: int) -> int:
        value = self[column]
        if not (value.isascii() and value.isdigit()) or int(value) < least:
            raise self.refuse(column, f"“{value}” is not a whole number from {least}.")
        return int(value)


def rows(file: Path, columns: Sequence[str], *, optional: Sequence[str] = ()) -> list[Row]:
    """Every row of a UTF-8 file with exactly these columns, in any order; `optional` ones may be missing."""
    table = _table(file)
    if not table:
        raise LoadRefused(file, "the file is empty; its first row must name the columns.", row=1)
    heading = table[0][1]
    _check_heading(file, heading, columns, optional)
    found = []
    for number, cells in table[1:]:
        if not any(cells):
            continue
        _check_length(file, number, heading, cells)
        given = dict(zip(heading, cells, strict=True))
        found.append(Row(file, number, {**dict.fromkeys(optional, ""), **given}))
    return found


def unique(rows: Sequence[Row], column: str) -> None:
    """Refuse a second row with the same value in a column."""
    unique_by(rows, column, lambda row: row[column])


def unique_by(rows: Sequence[Row], column: str, key: Callable[[Row], Value]) -> None:
    """Refuse a second row with the same key; the column is where the message points."""
    seen: dict[Value, int] = {}
    for row in rows:
        before = seen.setdefault(key(row), row.number)
        if before != row.number:
            raise row.refuse(column, f"row {before} already says this.")


def _table(file: Path) -> list[tuple[int, list[str]]]:
    """Rows with the line on which each ends; a text editor finds them there."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise LoadRefused(file, "there is no such file.") from error
    except OSError as error:
        raise LoadRefused(file, f"the file cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        number = error.object[: error.start].count(b"\n") + 1
        raise LoadRefused(file, "this is not UTF-8; save the file in that encoding.", row=number) from error
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    table: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            table.append((len(table) + 1, [cell.strip() for cell in cells]))
    except csv.Error as error:
        raise LoadRefused(file, f"this is not a row of CSV: {error}.", row=len(table) + 1) from error
    return table


def _check_heading(file: Path, heading: Sequence[str], columns: Sequence[str], optional: Sequence[str]) -> None:
    for column in columns:
        if column not in heading:
            raise LoadRefused(file, "this column is missing.", row=1, column=column)
    for place, column in enumerate(heading):
        if column not in {*columns, *optional}:
            raise LoadRefused(file, "this column is not known.", row=1, column=column or f"number {place + 1}")
        if column in heading[:place]:
            raise LoadRefused(file, "this column stands there twice.", row=1, column=column)


def _check_length(file: Path, number: int, heading: Sequence[str], cells: Sequence[str]) -> None:
    if len(cells) < len(heading):
        sentence = f"the row has {len(cells)} cells and needs {len(heading)}."
        raise LoadRefused(file, sentence, row=number, column=heading[len(cells)])
    if len(cells) > len(heading):
        sentence = f"the row has {len(cells)} cells and only {len(heading)} columns; is a comma not within quotes?"
        raise LoadRefused(file, sentence, row=number, column=heading[-1])
