"""What the pages about contact lists receive."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.network import queries, seating
from hemicycle.network.contacts import Contact, Standing
from hemicycle.network.workbooks import Finding
from hemicycle.ui.formatting import format_number, language_name
from hemicycle.ui.parts import Column, Fact, Link


@dataclass(frozen=True)
class ContactsPage:
    """Where a contact list is handed in, with what is wrong with it."""

    template: ClassVar[str] = "network/seats/contacts.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # what happens with a list
    trail: tuple[Link, ...]  # the way here
    form: Any  # the file
    empty: str  # where an empty list can be had
    rules: tuple[Fact, ...]  # what each column holds
    found: str  # how much is wrong; empty at first
    columns: tuple[Column, ...]  # of the table of findings
    findings: tuple[tuple[str, ...], ...]  # place and sentence


@dataclass(frozen=True)
class ContactListPage:
    """A checked contact list before it is loaded."""

    template: ClassVar[str] = "network/seats/contact_list.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # how many will be invited
    trail: tuple[Link, ...]  # the way here
    error: str  # why it was not loaded; empty at first
    columns: tuple[Column, ...]  # of the table
    rows: tuple[tuple[str, ...], ...]  # each person, and what will happen
    faults: tuple[Column, ...]  # columns of the table of findings
    findings: tuple[tuple[str, ...], ...]  # what has become wrong since
    loaded: bool  # whether it was loaded already


def contacts_page(form: Any, findings: Sequence[Finding] = ()) -> ContactsPage:
    number = len(findings)
    said = ngettext(
        "%(n)s cell must be mended; nothing was loaded.", "%(n)s cells must be mended; nothing was loaded.", number
    )
    return ContactsPage(
        title=_("Load a contact list"),
        lead=_("Every row is checked first, and you see what would happen before anybody is invited."),
        trail=_way(),
        form=form,
        empty=reverse("network:contacts_template"),
        rules=_rules(),
        found=said % {"n": format_number(number)} if number else "",
        columns=finding_columns(),
        findings=finding_rows(findings),
    )


def contact_list_page(
    contacts: Sequence[Contact], now: Standing, *, loaded: bool, error: str = "", findings: Sequence[Finding] = ()
) -> ContactListPage:
    number = sum(1 for contact in contacts if not now.holds(contact))
    said = ngettext("%(n)s person will be given an office.", "%(n)s people will be given an office.", number)
    columns = (_("Body"), _("Office"), _("Name"), _("Mail address"), _("Language"), _("What happens"))
    return ContactListPage(
        title=_("This contact list"),
        lead=_("It has been loaded.") if loaded else said % {"n": format_number(number)},
        trail=(*_way(), Link(_("Load a contact list"), reverse("network:contacts"))),
        error=error,
        columns=tuple(map(Column, columns)),
        rows=tuple(_contact_row(contact, now) for contact in contacts),
        faults=finding_columns(),
        findings=finding_rows(findings),
        loaded=loaded,
    )


def finding_columns() -> tuple[Column, ...]:
    return (Column(_("Sheet")), Column(_("Row"), numeric=True), Column(_("Column")), Column(_("What is wrong")))


def finding_rows(findings: Sequence[Finding]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (found.sheet, format_number(found.row) if found.row else "", found.column, found.sentence)
        for found in findings[:500]
    )


def _rules() -> tuple[Fact, ...]:
    return (
        Fact("body", _("the key of a parliament, chamber or regional body, such as ZM or BR-LC01")),
        Fact("office", "focal_point, deputy, secretary_general, contributor, expert, steering_member"),
        Fact("name", _("as the person signs letters")),
        Fact("mail", _("one address, the person’s own")),
        Fact("language", "en, fr, es, pt, ar"),
    )


def _contact_row(contact: Contact, now: Standing) -> tuple[str, ...]:
    if now.holds(contact):
        happens = _("holds it already; stays as it is")
    elif contact.email in now.people:
        happens = _("is known; is given the office and told by mail")
    else:
        happens = _("is invited by mail and given the office")
    house = queries.register().get(contact.body)
    body = house.title if house is not None else contact.body
    return (
        body,
        seating.role_name(contact.role),
        contact.name,
        contact.email,
        language_name(contact.language),
        happens,
    )


def _way() -> tuple[Link, ...]:
    return (Link(_("Offices and seats"), reverse("network:my_seats")),)
