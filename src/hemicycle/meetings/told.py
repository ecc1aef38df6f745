"""What the history of a meeting says."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hemicycle.core import history
from hemicycle.meetings import policy, queries, states
from hemicycle.meetings.models import Meeting

WORDS: dict[str, Any] = {
    states.ANNOUNCED: _("Meeting announced"),
    states.CHANGED: _("Meeting changed"),
    states.TRANSLATED: _("Words put into another language"),
    states.POSTPONED: _("Meeting postponed"),
    states.CANCELLED: _("Meeting cancelled"),
    states.RECORDED: _("Recording and notes added"),
    states.INVITED: _("Invited"),
    states.UNINVITED: _("Invitation taken back"),
    states.REGISTERED: _("Registered"),
    states.UNREGISTERED: _("Said that they do not come"),
    states.REMINDED: _("Reminded"),
}


def standing(viewer: Any, uid: UUID) -> Collection[str]:
    """Whoever holds it reads everything, and everybody else who sees it what is public."""
    meeting = queries.visible_to(viewer).filter(uid=uid).first()
    if meeting is None:
        return history.NOBODY
    return frozenset({"public", "parties"}) if policy.may_hold(viewer, meeting.body) else history.PUBLIC


def meeting_of_registration(uid: UUID) -> Meeting | None:
    return Meeting.objects.filter(registrations__uid=uid).select_related("body").first()
