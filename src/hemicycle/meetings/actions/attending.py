"""The verbs of those who come: registering and not coming after all, being invited, being reminded once."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.meetings import policy, queries, states
from hemicycle.meetings.actions.doors import MeetingRefused, locked, require
from hemicycle.meetings.models import Meeting, Registration
from hemicycle.meetings.states import REMINDER, State


@transaction.atomic
def register(meeting: Meeting, *, by: Person) -> Registration:
    """The person comes, and is sent the way in; saying it again changes nothing."""
    meeting = locked(meeting)
    check_open(meeting, by)
    require(policy.may_register(by, meeting))
    found, _made = Registration.objects.get_or_create(meeting=meeting, person=by)
    if found.coming:
        return found
    now = timezone.now()
    found.coming, found.since = True, now
    # The confirmation is in the mailbox; whoever comes late needs no second mail at once.
    found.reminded_at = now if meeting.begins_at - now <= REMINDER else None
    found.save()
    journal.record(states.REGISTERED, found, by=by)
    return found


@transaction.atomic
def unregister(meeting: Meeting, *, by: Person) -> None:
    """The person does not come after all, or says no to an invitation."""
    meeting = locked(meeting)
    found = policy.registration_of(by, meeting)
    if found is None or found.coming is False:
        return
    check_open(meeting, by)
    found.coming, found.since = False, timezone.now()
    found.save()
    journal.record(states.UNREGISTERED, found, by=by)


@transaction.atomic
def invite(meeting: Meeting, people: Iterable[Person], *, by: Person) -> int:
    """These people are asked to come, each once; how many were asked now."""
    meeting = locked(meeting)
    require(policy.may_invite(by, meeting))
    known = set(meeting.registrations.values_list("person", flat=True))
    new = {person.pk: person for person in people if person.is_active and person.pk not in known}
    rows = [Registration.objects.create(meeting=meeting, person=person) for person in new.values()]
    if rows:
        journal.record_all(states.INVITED, rows, by=by)
    return len(rows)


@transaction.atomic
def uninvite(meeting: Meeting, person: Person, *, by: Person) -> None:
    """The person is not asked to come any more, and sees the meeting only as anybody else would."""
    meeting = locked(meeting)
    require(policy.may_invite(by, meeting))
    found = policy.registration_of(person, meeting)
    if found is not None:
        journal.record(states.UNINVITED, found, by=by)
        found.delete()


def remind(now: datetime | None = None) -> int:
    """Tell those who come of what begins within a day, once; how many were told."""
    moment = now or timezone.now()
    return sum(_remind(registration, moment) for registration in queries.to_remind(moment))


def check_open(meeting: Meeting, person: Person) -> None:
    """A sentence for those who may know of the meeting and come too late."""
    if not policy.may_see(person, meeting):
        return
    if meeting.state == State.CANCELLED:
        raise MeetingRefused(_("This meeting was cancelled."))
    if meeting.is_over():
        raise MeetingRefused(_("This meeting is over."))


@transaction.atomic
def _remind(registration: Registration, now: datetime) -> int:
    """Only one of two workers finds the row as it was."""
    found = Registration.objects.filter(pk=registration.pk, coming=True, reminded_at=None).update(reminded_at=now)
    if found:
        journal.record(states.REMINDED, registration, by=None)
    return found
