"""Opens a handed-in XLSX workbook with care and gives its cells as text; what cannot be trusted is refused or found."""

import io
import warnings
import zipfile
from dataclasses import dataclass
from typing import Any

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from hemicycle.network.states import CONTACT_LIST_BYTES

MOST_ROWS = 5_000
MOST_PARTS = 500
# What a workbook may unpack to, in all, and by how much one part of it may grow.
MOST_UNPACKED = 12_000_000
MOST_RATIO, RATIO_FROM = 150, 200_000
# How files of the older format and files locked by a password begin.
OLD_OR_LOCKED = bytes.fromhex("D0CF11E0A1B11AE1")


class WorkbookRefused(Exception):
    """The file is not opened at all; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Finding:
    """Something in a file that somebody has to mend."""

    sheet: str
    row: int | None  # None for what concerns the sheet as a whole.
    column: str
    sentence: str


@dataclass(frozen=True)
class Line:
    """One row with something in it: its cells as text, by number of the column."""

    number: int
    cells: dict[int, str]


@dataclass(frozen=True)
class Sheet:
    """One sheet that everybody can see."""

    title: str
    lines: tuple[Line, ...]


def opened(content: bytes) -> tuple[list[Sheet], list[Finding]]:
    """The sheets of a workbook and what is wrong with their form."""
    guard(content)
    try:
        with warnings.catch_warnings():
            # It warns of decorations that it leaves out; we read words alone.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
    except Exception as error:  # a broken workbook fails in as many ways as there are parts in it.
        raise WorkbookRefused(_("The workbook is damaged; open it in your spreadsheet and save it anew.")) from error
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    for each in book.worksheets:
        if each.sheet_state != "visible":
            findings.append(Finding(each.title, None, "", _("This sheet is hidden; show it or delete it.")))
        else:
            findings += _faults(each)
            sheets.append(_sheet(each))
    return sheets, findings


def guard(content: bytes) -> None:
    """Refuse what would fill the memory or hide something, before anything of it is unpacked."""
    if len(content) > CONTACT_LIST_BYTES:
        raise WorkbookRefused(_("The file is too large; a contact list has at most 2 MB."))
    if content.startswith(OLD_OR_LOCKED):
        raise WorkbookRefused(_("The file has a password or the old XLS format; save it as XLSX without a password."))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _guard_parts(parts)
            if any(b"<!DOCTYPE" in archive.read(part).replace(b"\0", b"").upper() for part in parts):
                raise WorkbookRefused(_("The workbook holds definitions that no contact list needs; save it anew."))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise WorkbookRefused(_not_a_workbook()) from error


def _guard_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise WorkbookRefused(_not_a_workbook())
    if any(name.endswith("vbaProject.bin") for name in names):
        raise WorkbookRefused(_("The workbook holds macros; save it as XLSX without them."))
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or len(names) < len(parts) or unpacked > MOST_UNPACKED or any(map(_swells, parts)):
        raise WorkbookRefused(_("The workbook unpacks to far more than a contact list needs and was not opened."))


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1)


def _not_a_workbook() -> str:
    return _("This is not an XLSX workbook; save the list in that format.")


def _faults(sheet: Any) -> list[Finding]:
    merged = [
        Finding(sheet.title, area.min_row, get_column_letter(area.min_col), _("Cells are merged here; part them."))
        for area in sheet.merged_cells.ranges
    ]
    wrong = {"f": _("This is a formula; put its value here."), "e": _("This cell shows an error; mend it.")}
    found = [
        Finding(sheet.title, cell.row, cell.column_letter, wrong[cell.data_type])
        for cell in _filled(sheet)
        if cell.data_type in wrong
    ]
    return merged + found


def _sheet(sheet: Any) -> Sheet:
    rows: dict[int, dict[int, str]] = {}
    for cell in _filled(sheet):
        if text := str(cell.value).strip():
            rows.setdefault(cell.row, {})[cell.column] = text
    if len(rows) > MOST_ROWS:
        raise WorkbookRefused(_("A sheet has more than 5,000 rows; part the list."))
    return Sheet(sheet.title, tuple(Line(number, rows[number]) for number in sorted(rows)))


def _filled(sheet: Any) -> list[Any]:
    """Cells that hold something; asking for them row by row would make a million where a far one was once touched."""
    return [cell for cell in sheet._cells.values() if cell.value is not None]  # noqa: SLF001
