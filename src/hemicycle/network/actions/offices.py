"""Taking and leaving an office; from then on the office says what a person may do."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.network import policy, states
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
    _check_deputy(office)
    office.full_clean()
    office.save()
    _forget(person)
    journal.record(states.OFFICE_TAKEN, office, by=by, role=role, body=body.key)
    return office


@transaction.atomic
def end_office(office: Office, *, until: date, by: Person | None) -> None:
    """Let a term end with this day, which is its last; everybody may lay down their own office."""
    office = Office.objects.select_for_update().select_related("body", "person").get(pk=office.pk)
    if by is not None and by != office.person and not policy.may_give_office(by, office.body, office.role):
        raise PermissionDenied
    office.until = until
    office.full_clean()
    office.save(update_fields=["until"])
    _forget(office.person)
    journal.record(states.OFFICE_ENDED, office, by=by, role=office.role, body=office.body.key)


@transaction.atomic
def make_administrator(person: Person) -> None:
    """Give a person the office of administrator from today on. Only the operator, at the command line, calls this."""
    secretariat, _made = Body.objects.get_or_create(
        key=SECRETARIAT_KEY, defaults={"kind": BodyKind.SECRETARIAT, "name": "Secretariat of the Centre"}
    )
    if not policy.is_administrator(person):
        take_office(person, secretariat, Role.ADMINISTRATOR, since=timezone.localdate(), by=None)


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
