"""Inviting into a seat, asking for one, and deciding on who asked."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts import actions as accounts
from hemicycle.accounts.models import Person
from hemicycle.core import days, files, journal
from hemicycle.core.models import Entry, File
from hemicycle.network import policy, queries, states
from hemicycle.network.actions.offices import take_office
from hemicycle.network.models import Body, Office, SeatRequest
from hemicycle.network.states import RequestState, Role

# How many requests of one person may wait at a time, and how many letters go with one request.
WAITING_AT_MOST, LETTERS_AT_MOST = 5, 5


@transaction.atomic
def invite_to_seat(
    email: str, body: Body, role: str, *, by: Person, name: str = "", language: str = "en", until: date | None = None
) -> Office:
    """Give a seat to somebody by their address, known here or not; the mail about the office lets them in."""
    if not policy.may_give_office(by, body, role):
        raise PermissionDenied
    person = accounts.invite(email, by=by, language=language, name=name)
    if not person.is_active:
        raise ValidationError({"email": _("The person with this address has left and cannot be given a seat.")})
    principal = principal_in(body, by) if role == Role.DEPUTY else None
    return take_office(person, body, role, since=days.today(), until=until, deputy_of=principal, by=by)


@transaction.atomic
def invite_again(office: Office, *, by: Person) -> None:
    """Mail the way in once more to somebody who holds an office and has never come."""
    if not policy.may_give_office(by, office.body, office.role):
        raise PermissionDenied
    Body.objects.select_for_update().get(pk=office.body_id)
    if not queries.has_not_come(office):
        raise ValidationError(_("This person has signed in already, or the office is over."))
    mailed = Entry.objects.filter(subject=office.uid, verb__in=(states.OFFICE_TAKEN, states.INVITED_AGAIN))
    if mailed.filter(at__gt=timezone.now() - states.INVITE_AGAIN_AFTER).exists():
        raise ValidationError(_("The invitation was mailed within the last hour; wait a little."))
    journal.record(states.INVITED_AGAIN, office, by=by, role=office.role, body=office.body.key)


@transaction.atomic
def ask_for_seat(body: Body, role: str, *, note: str, by: Person) -> SeatRequest:
    """Ask for a seat for oneself. Those who decide will hear of it."""
    if not policy.may_ask_for_seat(by, body):
        raise PermissionDenied
    Person.objects.select_for_update().get(pk=by.pk)
    waiting = SeatRequest.objects.filter(person=by, state=RequestState.WAITING)
    if waiting.filter(body=body, role=role).exists():
        raise ValidationError({"role": _("You have asked for this seat already; your request still waits.")})
    if waiting.count() >= WAITING_AT_MOST:
        raise ValidationError(_("Several of your requests still wait; take one back before you ask for another seat."))
    if Office.objects.running().filter(person=by, body=body, role=role).exists():
        raise ValidationError({"role": _("You hold this seat already.")})
    if role == Role.DEPUTY and not queries.focal_points_of(body).exists():
        raise ValidationError({"role": _("This body has no focal point yet for whom a deputy could stand in.")})
    request = SeatRequest(person=by, body=body, role=role, note=note)
    request.full_clean()
    request.save()
    journal.record(states.SEAT_ASKED, request, by=by, role=role, body=body.key)
    return request


@transaction.atomic
def keep_letter(request: SeatRequest, content: bytes, *, name: str, media_type: str, by: Person) -> File:
    """Put a letter on file with a request; its content was checked by the form that received it."""
    request = _locked(request)
    if not policy.may_keep_letter(by, request):
        raise PermissionDenied
    if queries.letters_of(request).count() >= LETTERS_AT_MOST:
        raise ValidationError({"letter": _("There are as many letters with this request as there may be.")})
    letter = files.keep(
        content, subject=request.uid, kind=request.kind, name=name, media_type=media_type, public=False, by=by.uid
    )
    journal.record(states.SEAT_LETTER_KEPT, request, by=by)
    return letter


@transaction.atomic
def accept_request(request: SeatRequest, *, by: Person, until: date | None = None) -> Office:
    """Give the seat that was asked for. The secretariat does so only with a letter on file."""
    request = _for_decision(request, by)
    if policy.needs_letter(by, request) and not queries.letters_of(request).exists():
        raise ValidationError(_("Put a letter from the body on file first; the secretariat decides only with one."))
    principal = principal_in(request.body, by) if request.role == Role.DEPUTY else None
    request.office = take_office(
        request.person,
        request.body,
        request.role,
        since=days.today(),
        until=until,
        deputy_of=principal,
        by=by,
    )
    _decide(request, RequestState.ACCEPTED, by)
    journal.record(states.SEAT_GIVEN, request, by=by, role=request.role, body=request.body.key)
    return request.office


@transaction.atomic
def refuse_request(request: SeatRequest, reason: str, *, by: Person) -> None:
    """Say no, and why; who asked will read the reason."""
    request = _for_decision(request, by)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why, so that who asked can do something about it.")})
    request.reason = reason
    _decide(request, RequestState.REFUSED, by)
    journal.record(states.SEAT_REFUSED, request, by=by, role=request.role, body=request.body.key)


@transaction.atomic
def withdraw_request(request: SeatRequest, *, by: Person) -> None:
    """Take back what one asked for, while it waits."""
    request = _locked(request)
    if request.person != by:
        raise PermissionDenied
    check_waiting(request)
    _decide(request, RequestState.WITHDRAWN, by)
    journal.record(states.SEAT_WITHDRAWN, request, by=by)


def principal_in(body: Body, by: Person | None) -> Office:
    """For whom a deputy stands in: the giver, the giver's own focal point, or the first of the body."""
    found = list(queries.focal_points_of(body).order_by("since", "pk"))
    if not found:
        raise ValidationError({"role": _("This body has no focal point yet for whom a deputy could stand in.")})
    named = {office.pk: office for office in found}
    for office in policy.offices_today(by):
        for pk in (office.pk, office.deputy_of_id):
            if pk in named:
                return named[pk]
    return found[0]


def _locked(request: SeatRequest) -> SeatRequest:
    held = SeatRequest.objects.select_for_update(of=("self",))
    return held.select_related("body", "body__parent", "person").get(pk=request.pk)


def _for_decision(request: SeatRequest, by: Person) -> SeatRequest:
    """The request as it is now; somebody else may have been faster."""
    request = _locked(request)
    if request.person == by or not policy.may_give_office(by, request.body, request.role):
        raise PermissionDenied
    check_waiting(request)
    return request


def check_waiting(request: SeatRequest) -> None:
    """Refuse what comes after a decision."""
    if request.state != RequestState.WAITING:
        raise ValidationError(_("This request has been decided already; open it again to see how."))


def _decide(request: SeatRequest, state: RequestState, by: Person) -> None:
    request.state = state
    request.decided_at = timezone.now()
    request.decided_by = by
    request.save(update_fields=["state", "decided_at", "decided_by", "reason", "office"])
