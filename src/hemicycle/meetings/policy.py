"""Who may see, hold and attend meetings, one sentence each; who holds them for a body is said by its own package."""

from typing import Any

from hemicycle.meetings import hosts
from hemicycle.meetings.models import Meeting, Registration
from hemicycle.meetings.states import Opening, State
from hemicycle.network.models import Body


def may_see(person: Any, meeting: Meeting) -> bool:
    """Public meetings are for everybody, the others for the members or those invited, and for who holds them."""
    if meeting.opening == Opening.PUBLIC or meeting.body_id in hosts.run_by(person):
        return True
    if meeting.opening == Opening.MEMBERS:
        return meeting.body_id in hosts.inside(person)
    return registration_of(person, meeting) is not None


def may_hold(person: Any, body: Body) -> bool:
    """Whoever runs the body announces its meetings."""
    return hosts.runs(person, body)


def may_change(person: Any, meeting: Meeting) -> bool:
    """Whoever runs the body changes, postpones and cancels a meeting until it is over."""
    return meeting.state != State.CANCELLED and not meeting.is_over() and hosts.runs(person, meeting.body)


def may_translate(person: Any, meeting: Meeting) -> bool:
    """Whoever runs the body puts the words of its meetings into other languages, also later."""
    return hosts.runs(person, meeting.body)


def may_record(person: Any, meeting: Meeting) -> bool:
    """Whoever runs the body adds the recording and the notes once the meeting has begun."""
    return meeting.state == State.PLANNED and meeting.has_begun() and hosts.runs(person, meeting.body)


def may_invite(person: Any, meeting: Meeting) -> bool:
    """Whoever runs the body invites people, and takes an invitation back."""
    return may_change(person, meeting)


def may_see_registered(person: Any, meeting: Meeting) -> bool:
    """Whoever runs the body sees who comes."""
    return hosts.runs(person, meeting.body)


def may_register(person: Any, meeting: Meeting) -> bool:
    """Anybody who is signed in and sees the meeting, until it is over."""
    if not _is_somebody(person) or meeting.state == State.CANCELLED or meeting.is_over():
        return False
    return may_see(person, meeting)


def may_join(person: Any, meeting: Meeting) -> bool:
    """The joining link is for those who said that they come, and may still see the meeting, and for who holds it."""
    if meeting.state == State.CANCELLED or not _is_somebody(person):
        return False
    if meeting.body_id in hosts.run_by(person):
        return True
    found = registration_of(person, meeting)
    return found is not None and found.coming is True and may_see(person, meeting)


def registration_of(person: Any, meeting: Meeting) -> Registration | None:
    """What the person said about coming; nothing if nobody asked and they said nothing."""
    if not _is_somebody(person):
        return None
    return Registration.objects.filter(meeting=meeting, person=person).first()


def _is_somebody(person: Any) -> bool:
    return person is not None and person.is_authenticated and person.is_active
