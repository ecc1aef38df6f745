"""Contact lists for tests, as a spreadsheet would save them."""

import io
import zipfile

import openpyxl

HEADING = ("body", "office", "name", "mail", "language")
RIGHT = ("ZM-LC01", "focal_point", "Ann Clerk", "ann@example.org", "en")


def a_workbook(*rows, heading=HEADING, change=None):
    """A workbook of one sheet; `change(book)` may spoil it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "contacts"
    for row in (heading, *rows):
        sheet.append(row)
    if change is not None:
        change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def repacked(content, *, add=(), replace=()):
    """The same archive with other parts in it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in dict(replace):
                new.writestr(part, old.read(part))
        for name, data in (*add, *replace):
            new.writestr(name, data)
    return target.getvalue()
