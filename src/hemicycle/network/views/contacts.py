"""Pages by which administrators load a contact list."""

import io
from collections.abc import Sequence
from uuid import UUID

import openpyxl
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from hemicycle.network import actions, contacts, contexts, policy
from hemicycle.network.forms import ContactsForm
from hemicycle.network.models import ContactList
from hemicycle.network.views.doors import NOT_TAKEN, for_people, status_of
from hemicycle.network.workbooks import Finding, WorkbookRefused
from hemicycle.ui.show import show

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@for_people("POST")
def hand_in(request: HttpRequest) -> HttpResponse:
    """A list is checked whole; one without faults is kept until somebody has looked at it."""
    _administrator(request)
    posted = request.method == "POST"
    form = ContactsForm(request.POST, request.FILES) if posted else ContactsForm()
    findings: Sequence[Finding] = ()
    if posted and form.is_valid():
        try:
            rows, findings = contacts.read(form.cleaned_data["workbook"])
        except WorkbookRefused as refused:
            form.add_error("workbook", str(refused))
        else:
            if not findings:
                kept = actions.keep_contacts(rows, name=request.FILES["workbook"].name or "", by=request.user)
                return HttpResponseRedirect(reverse("network:contact_list", args=[kept.uid]))
    page = contexts.contacts_page(form, findings)
    return show(request, page, status=NOT_TAKEN if findings else status_of(form))


@for_people("POST")
def look_at(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What a list would do, and the button that does it."""
    _administrator(request)
    kept = get_object_or_404(ContactList, uid=uid)
    error, findings = "", ()
    if request.method == "POST" and request.POST.get("act") == "discard":
        actions.discard_contacts(kept, by=request.user)
        return HttpResponseRedirect(reverse("network:contacts"))
    if request.method == "POST":
        try:
            actions.load_contacts(kept, by=request.user)
            return HttpResponseRedirect(reverse("network:contact_list", args=[kept.uid]))
        except actions.ContactsRefused as refused:
            error, findings = " ".join(refused.messages), refused.findings
        except ValidationError as refused:
            error = " ".join(refused.messages)
    rows = contacts.restored(kept.rows)
    page = contexts.contact_list_page(
        rows, contacts.standing(rows), loaded=kept.loaded_at is not None, error=error, findings=findings
    )
    return show(request, page, status=NOT_TAKEN if error else 200)


@for_people()
def template(request: HttpRequest) -> HttpResponse:
    """An empty list with the columns that are asked for."""
    _administrator(request)
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "contacts"
    sheet.append(list(contacts.COLUMNS))
    target = io.BytesIO()
    book.save(target)
    disposition = {"Content-Disposition": 'attachment; filename="contacts.xlsx"'}
    return HttpResponse(target.getvalue(), content_type=XLSX, headers=disposition)


def _administrator(request: HttpRequest) -> None:
    if not policy.may_import_contacts(request.user):
        raise Http404
