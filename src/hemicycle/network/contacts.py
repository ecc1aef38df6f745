"""Reads the secretariat's contact list row by row: every row is understood, or says where and why not."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any
from unicodedata import normalize

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.kit.typed import one_line
from hemicycle.kit.words import fold
from hemicycle.network import queries
from hemicycle.network.models import Office
from hemicycle.network.states import ANYWHERE, SEAT_ROLES, Role
from hemicycle.network.workbooks import Finding, Line, Sheet, opened
from hemicycle.ui.formatting import language_name

COLUMNS = ("body", "office", "name", "mail", "language")
LISTED_ROLES = (*SEAT_ROLES, *ANYWHERE)
valid_mail = EmailValidator()


@dataclass(frozen=True)
class Contact:
    """One row of a contact list, understood."""

    sheet: str
    row: int
    body: str  # The key of a body of the register.
    role: str
    name: str
    email: str
    language: str


@dataclass(frozen=True)
class Standing:
    """What the network knows of the people of a list."""

    people: Mapping[str, Person]  # By address, in small letters.
    held: frozenset[tuple[str, str, str]]  # Address, body and role of offices that run.
    focal: frozenset[str]  # Keys of bodies with a focal point.

    def holds(self, contact: Contact) -> bool:
        return (contact.email, contact.body, contact.role) in self.held


def read(content: bytes) -> tuple[list[Contact], list[Finding]]:
    """The rows of a workbook and all that is wrong with it; raises `WorkbookRefused` if it cannot be opened."""
    sheets, findings = opened(content)
    told = {(finding.sheet, finding.row, finding.column) for finding in findings}
    contacts: list[Contact] = []
    for sheet in sheets:
        understood, faults = _understood(sheet)
        contacts += understood
        findings += [fault for fault in faults if (fault.sheet, fault.row, fault.column) not in told]
    if not contacts and not findings:
        findings.append(Finding(sheets[0].title if sheets else "", 1, "", _("The list has no rows.")))
    return contacts, sorted(findings + check(contacts), key=lambda found: (found.sheet, found.row or 0, found.column))


def check(contacts: list[Contact]) -> list[Finding]:
    """What only the whole list, or what the network knows now, can show to be wrong."""
    now = standing(contacts)
    focal = now.focal | {contact.body for contact in contacts if contact.role == Role.FOCAL_POINT}
    houses = queries.register().houses
    seats: dict[tuple[str, str, str], Contact] = {}
    names: dict[str, Contact] = {}
    found = []
    for contact in contacts:
        key = (contact.email, contact.body, contact.role)
        if (first := seats.setdefault(key, contact)) is not contact:
            found.append(_found(contact, "mail", _("%(where)s says the same already.") % {"where": _where(first)}))
        if (named := names.setdefault(contact.email, contact)).name != contact.name:
            found.append(_found(contact, "name", _("%(where)s has another name for it.") % {"where": _where(named)}))
        if contact.body not in houses:
            found.append(_found(contact, "body", _unknown_body(contact.body)))
        if contact.role == Role.DEPUTY and contact.body not in focal:
            found.append(_found(contact, "office", _("This body has no focal point for whom a deputy could stand in.")))
        if (person := now.people.get(contact.email)) is not None and not person.is_active:
            found.append(
                _found(contact, "mail", _("The person with this address has left and cannot be given a seat."))
            )
    return found


def standing(contacts: Iterable[Contact]) -> Standing:
    """In two queries, whatever the length of the list."""
    mails = {contact.email for contact in contacts}
    people = {person.email.lower(): person for person in Person.objects.filter(email__in=mails)}
    running = Office.objects.running().values_list("person__email", "body__key", "role")
    held = frozenset((email.lower(), body, role) for email, body, role in running)
    return Standing(people, held, frozenset(body for _email, body, role in held if role == Role.FOCAL_POINT))


def stored(contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    return [asdict(contact) for contact in contacts]


def restored(rows: Iterable[dict[str, Any]]) -> list[Contact]:
    return [Contact(**row) for row in rows]


def _understood(sheet: Sheet) -> tuple[list[Contact], list[Finding]]:
    if not sheet.lines:
        return [], []
    columns, findings = _heading(sheet)
    if findings:
        return [], findings
    contacts = []
    for line in sheet.lines[1:]:
        cells = {name: line.cells.get(number, "") for name, number in columns.items()}
        contact, faults = _contact(sheet, line, cells)
        findings += faults
        contacts += [contact] if not faults else []
    return contacts, findings


def _heading(sheet: Sheet) -> tuple[dict[str, int], list[Finding]]:
    """Where each column stands; the first row that holds anything must be the first of the sheet."""
    first = sheet.lines[0]
    names = {number: one_line(text).lower() for number, text in first.cells.items()} if first.number == 1 else {}
    columns: dict[str, int] = {}
    found = []
    for number, name in sorted(names.items()):
        if name not in COLUMNS:
            found.append(Finding(sheet.title, 1, name, _("This column is not known; delete it.")))
        elif name in columns:
            found.append(Finding(sheet.title, 1, name, _("This column stands here twice.")))
        columns.setdefault(name, number)
    missing = [name for name in COLUMNS if name not in columns]
    found += [Finding(sheet.title, 1, name, _("This column is missing from the first row.")) for name in missing]
    return columns, found


def _contact(sheet: Sheet, line: Line, cells: Mapping[str, str]) -> tuple[Contact, list[Finding]]:
    role, language = _role(cells["office"]), _language(cells["language"])
    contact = Contact(
        sheet=sheet.title,
        row=line.number,
        body=one_line(cells["body"]).upper(),
        role=role,
        name=one_line(cells["name"]),
        email=one_line(cells["mail"]).lower(),
        language=language,
    )
    faults = {
        **{name: _("This cell is empty.") for name in COLUMNS if not cells[name]},
        **({"office": _unknown_office(cells["office"])} if cells["office"] and not role else {}),
        **({"language": _unknown_language(cells["language"])} if cells["language"] and not language else {}),
        **({"name": fault} if (fault := _fault_of_name(cells["name"])) else {}),
        **({"mail": _("This is not a mail address.")} if cells["mail"] and not _is_mail(contact.email) else {}),
    }
    return contact, [Finding(sheet.title, line.number, column, sentence) for column, sentence in faults.items()]


def _role(text: str) -> str:
    said = fold(one_line(text)).replace(" ", "_")
    for role in LISTED_ROLES:
        if said in {role.value, fold(str(role.label)).replace(" ", "_")}:
            return role.value
    return ""


def _language(text: str) -> str:
    said = fold(one_line(text))
    for code, name in settings.LANGUAGES:
        if said in {code, fold(name), fold(language_name(code))}:
            return str(code)
    return ""


def _is_mail(text: str) -> bool:
    try:
        valid_mail(text)
    except ValidationError:
        return False
    return len(text) <= 254


def _fault_of_name(text: str) -> str:
    if one_line(text) != normalize("NFC", " ".join(text.split())):
        return _("The name holds characters that cannot be seen; type it anew.")
    return _("The name is longer than 150 characters.") if len(text) > 150 else ""


def _unknown_body(key: str) -> str:
    return _("The register has no body with the key “%(key)s”.") % {"key": key[:40]}


def _unknown_office(text: str) -> str:
    allowed = ", ".join(role.value for role in LISTED_ROLES)
    return _("“%(office)s” is no office of a body; write one of: %(allowed)s.") % {
        "office": text[:40],
        "allowed": allowed,
    }


def _unknown_language(text: str) -> str:
    allowed = ", ".join(code for code, _name in settings.LANGUAGES)
    return _("“%(language)s” is no language of this site; write one of: %(allowed)s.") % {
        "language": text[:40],
        "allowed": allowed,
    }


def _found(contact: Contact, column: str, sentence: str) -> Finding:
    return Finding(contact.sheet, contact.row, column, sentence)


def _where(contact: Contact) -> str:
    return _("Sheet “%(sheet)s”, row %(row)s") % {"sheet": contact.sheet, "row": contact.row}
