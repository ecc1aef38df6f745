"""What a mailed link lets somebody do about a meeting: say that they come, or that they do not."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts import deeds
from hemicycle.accounts.deeds import Asked, Deed
from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.meetings import actions, moments, policy, wording
from hemicycle.meetings.models import Meeting
from hemicycle.ui.languages import active_language

COMING, NOT_COMING = "meeting.register", "meeting.unregister"


def link_to_come(person: Person, meeting: Meeting) -> str:
    return deeds.link_for(person, COMING, meeting.uid, days=_days(meeting))


def link_not_to_come(person: Person, meeting: Meeting) -> str:
    return deeds.link_for(person, NOT_COMING, meeting.uid, days=_days(meeting))


def ask_register(person: Person, uid: UUID) -> Asked | None:
    meeting = _meeting(uid)
    if meeting is None or not policy.may_register(person, meeting) or _said(person, meeting) is True:
        return None
    sentence = _("You register for “%(title)s”: %(when)s. You are sent the way in by mail.") % _words(meeting)
    return Asked(_("Register for this meeting"), sentence, _("Register me"))


def ask_unregister(person: Person, uid: UUID) -> Asked | None:
    meeting = _meeting(uid)
    if meeting is None or not policy.may_register(person, meeting) or _said(person, meeting) is False:
        return None
    sentence = _("You say that you do not come to “%(title)s”: %(when)s.") % _words(meeting)
    return Asked(_("Do you not come?"), sentence, _("I do not come"))


def come(person: Person, uid: UUID) -> str:
    actions.register(Meeting.objects.get(uid=uid), by=person)
    return reverse("meetings:registered")


def not_come(person: Person, uid: UUID) -> str:
    actions.unregister(Meeting.objects.get(uid=uid), by=person)
    return reverse("meetings:unregistered")


def _meeting(uid: UUID) -> Meeting | None:
    found: Meeting | None = Meeting.objects.filter(uid=uid).select_related("body").first()
    return found


def _said(person: Any, meeting: Meeting) -> bool | None:
    registration = policy.registration_of(person, meeting)
    return registration.coming if registration else None


def _words(meeting: Meeting) -> dict[str, str]:
    title = texts.read_one(meeting.uid, active_language())["title"]
    return {"title": title, "when": moments.in_one_line(wording.when(meeting))}


def _days(meeting: Meeting) -> int:
    """For as long as there is something to say."""
    return max(1, (meeting.ends_at - timezone.now()) // timedelta(days=1) + 2)


DEEDS = (Deed(COMING, ask_register, come), Deed(NOT_COMING, ask_unregister, not_come))
