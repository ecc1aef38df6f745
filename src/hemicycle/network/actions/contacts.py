"""Taking in a contact list: kept while somebody looks at it, then loaded as a whole or not at all."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.network import contacts, policy, queries, states
from hemicycle.network.actions.seats import invite_to_seat
from hemicycle.network.contacts import Contact
from hemicycle.network.models import Body, ContactList
from hemicycle.network.states import Role
from hemicycle.network.workbooks import Finding


class ContactsRefused(ValidationError):
    """What was right when the list was checked is so no longer; `findings` says where."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(_("Something has changed since the list was checked; nothing was loaded."))
        self.findings = findings


@transaction.atomic
def keep_contacts(rows: Sequence[Contact], *, name: str, by: Person) -> ContactList:
    """Hold a checked list until somebody has looked at it; nobody is invited yet."""
    if not policy.may_import_contacts(by):
        raise PermissionDenied
    return ContactList.objects.create(handed_in_by=by, name=name[:150], rows=contacts.stored(rows))


@transaction.atomic
def load_contacts(kept: ContactList, *, by: Person) -> int:
    """Invite everybody of the list and give the offices that it names; how many were given. Once only.

    Those who hold the office already are left as they are, so that a longer list can be loaded after a shorter one.
    """
    if not policy.may_import_contacts(by):
        raise PermissionDenied
    kept = ContactList.objects.select_for_update().get(pk=kept.pk)
    if kept.loaded_at is not None:
        raise ValidationError(_("This list has been loaded already."))
    rows = contacts.restored(kept.rows)
    if findings := contacts.check(rows):
        raise ContactsRefused(findings)
    given = _give(rows, by)
    # The people are known now; the list of them has done its work.
    kept.rows, kept.loaded_at = [], timezone.now()
    kept.save(update_fields=["rows", "loaded_at"])
    journal.record(states.CONTACTS_LOADED, kept, by=by, offices=given)
    return given


def discard_contacts(kept: ContactList, *, by: Person) -> None:
    """Forget a list that shall not be loaded."""
    if not policy.may_import_contacts(by):
        raise PermissionDenied
    kept.delete()


def forget_contact_lists(now: datetime) -> int:
    """Forget lists that nobody has loaded for a week, since they hold names and addresses."""
    before = now - timedelta(days=states.CONTACT_LIST_KEPT_DAYS)
    return ContactList.objects.filter(handed_in_at__lt=before, loaded_at__isnull=True).delete()[0]


def _give(rows: Sequence[Contact], by: Person) -> int:
    now = contacts.standing(rows)
    new = [row for row in rows if not now.holds(row)]
    # A deputy is named by a focal point, who may stand further down in the list.
    new.sort(key=lambda row: row.role == Role.DEPUTY)
    pks = {house.key: house.pk for house in queries.register().houses.values()}
    bodies = Body.objects.select_related("parent").in_bulk([pks[row.body] for row in new])
    for row in new:
        invite_to_seat(row.email, bodies[pks[row.body]], row.role, by=by, name=row.name, language=row.language)
    return len(new)
