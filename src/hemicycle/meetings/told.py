"""What the history of a meeting says."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hemicycle.core import history, texts
from hemicycle.core.history import Thing
from hemicycle.meetings import policy, queries, states
from hemicycle.meetings.models import Meeting
from hemicycle.ui.languages import active_language

WORDS: dict[str, Any] = {
    states.ANNOUNCED: _("Meeting announced"),
    states.CHANGED: _("Meeting changed"),
    states.TRANSLATED: _("Words put into another language"),
    states.POSTPONED: _("Meeting postponed"),
    states.CANCELLED: _("Meeting cancelled"),
    states.RECORDED: _("Recording and notes added"),
    states.INVITED: _("Somebody invited"),
    states.UNINVITED: _("Invitation taken back"),
    states.REGISTERED: _("Registered for the meeting"),
    states.UNREGISTERED: _("Said that they do not come"),
    states.REMINDED: _("Reminded of the meeting"),
}


def standing(viewer: Any, uid: UUID) -> Collection[str]:
    """Whoever holds it reads everything, and everybody else who sees it what is public."""
    meeting = queries.visible_to(viewer).filter(uid=uid).first()
    if meeting is None:
        return history.NOBODY
    return history.PARTIES if policy.may_hold(viewer, meeting.body) else history.PUBLIC


def thing(uid: UUID) -> Thing | None:
    meeting = Meeting.objects.filter(uid=uid).first()
    reading = texts.read([uid], active_language()).get(uid) if meeting else None
    if meeting is None or reading is None:
        return None
    language = reading.language if reading.is_other_language else ""
    return Thing(reading["title"], meeting.get_absolute_url(), language)
