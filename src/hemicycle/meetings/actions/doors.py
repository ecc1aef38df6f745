"""What every verb of a meeting does first and last: hold the row, ask the policy, record, say that its body lives."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.meetings import hosts
from hemicycle.meetings.models import Meeting


class MeetingRefused(ValidationError):
    """This cannot be done with the meeting now; the message says why."""


def require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence at the call.
    if not allowed:
        raise PermissionDenied


def locked(meeting: Meeting) -> Meeting:
    """The meeting as it is now, held until the transaction ends."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)


def tell(meeting: Meeting, verb: str, *, by: Person, **facts: Any) -> None:
    """Record what happened, and that the body which holds the meeting is alive."""
    hosts.alive(meeting.body, by=by)
    journal.record(verb, meeting, by=by, **facts)
