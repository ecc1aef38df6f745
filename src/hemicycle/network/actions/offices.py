"""Taking and leaving an office; from then on the office says what a person may do."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import days, journal
from hemicycle.network import policy, requirements, states
from hemicycle.network.models import Body, Office
from hemicycle.network.states import SECRETARIAT_KEY, BodyKind, Role


@transaction.atomic
def take_office(
    person: Person,
    body: Body,
    role: str,
    *,
    since: date,
    by: Person | None,
    until: date | None = None,
    deputy_of: Office | None = None,
) -> Office:
    """Give a person an office for a term. `by` None is the operator at the command line, who may do so."""
    if by is not None and not policy.may_give_office(by, body, role):
        raise PermissionDenied
    Body.objects.select_for_update().get(pk=body.pk)
    office = Office(person=person, body=body, role=role, since=since, until=until, deputy_of=deputy_of)
    _check_place(office)
    requirements.check(office)
    _check_deputy(office)
    office.full_clean()
    _check_once(office)
    office.save()
    _forget(person)
    journal.record(states.OFFICE_TAKEN, office, by=by, role=role, body=body.key)
    return office


@transaction.atomic
def end_office(office: Office, *, until: date, by: Person | None) -> None:
    """Let a term end with this day, which is its last, earlier or later than before; one's own only earlier."""
    office = _locked(office, by)
    if by is not None and not policy.may_give_office(by, office.body, office.role):
        _check_earlier(office, until)
    office.until = until
    office.full_clean()
    office.save(update_fields=["until"])
    _record_end(office, by)


@transaction.atomic
def revoke_office(office: Office, *, by: Person | None) -> None:
    """End a term at once: from now on nothing can be done with it."""
    office = _locked(office, by)
    office.until = max(days.today(), office.since)
    office.revoked_at = timezone.now()
    office.save(update_fields=["until", "revoked_at"])
    _record_end(office, by)


@transaction.atomic
def make_administrator(person: Person) -> None:
    """Give a person the office of administrator from today on. Only the operator, at the command line, calls this."""
    secretariat, _made = Body.objects.get_or_create(
        key=SECRETARIAT_KEY, defaults={"kind": BodyKind.SECRETARIAT, "name": "Secretariat of the Centre"}
    )
    if not policy.is_administrator(person):
        take_office(person, secretariat, Role.ADMINISTRATOR, since=days.today(), by=None)


def _locked(office: Office, by: Person | None) -> Office:
    """The office as it is now, held until the transaction ends, for somebody who may end it while it still runs."""
    office = Office.objects.select_for_update(of=("self",)).select_related("body", "person").get(pk=office.pk)
    if by is not None and not policy.may_end_office(by, office):
        raise PermissionDenied
    if office.revoked_at is not None:
        raise ValidationError(_("This office has ended already."))
    return office


def _record_end(office: Office, by: Person | None) -> None:
    _forget(office.person)
    if by is not None:
        _forget(by)
    journal.record(states.OFFICE_ENDED, office, by=by, role=office.role, body=office.body.key)


def _check_earlier(office: Office, until: date) -> None:
    """Nobody prolongs an office that they could not give."""
    if office.until is not None and until > office.until:
        raise ValidationError({"until": _("You may end your office earlier, but not prolong it yourself.")})


def _check_place(office: Office) -> None:
    """An office of staff in a chamber, or a seat in the secretariat, would say nothing that anybody understands."""
    if office.role not in states.ROLES_OF_KIND.get(office.body.kind, ()):
        raise ValidationError({"role": _("There is no such office in this body.")})


def _check_once(office: Office) -> None:
    """Nobody holds the same office twice at the same time."""
    same = Office.objects.filter(
        person=office.person, body=office.body, role=office.role, revoked_at__isnull=True
    ).exclude(until__lt=office.since)
    if office.until is not None:
        same = same.exclude(since__gt=office.until)
    if same.exists():
        raise ValidationError(_("This person holds the same office already."))


def _check_deputy(office: Office) -> None:
    """A deputy stands in for a focal point of the same house, and for nobody else."""
    if office.role != Role.DEPUTY and office.deputy_of is None:
        return
    principal = office.deputy_of
    if office.role != Role.DEPUTY or principal is None or principal.role != Role.FOCAL_POINT:
        raise ValidationError(_("A deputy stands in for a focal point: say for which one."))
    if principal.body_id != office.body_id:
        raise ValidationError(_("A deputy belongs to the same house as the focal point."))


def _forget(person: Person) -> None:
    """The offices that were read earlier in this request are no longer all."""
    if hasattr(person, "_offices_today"):
        del person._offices_today  # noqa: SLF001
