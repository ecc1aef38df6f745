"""Sorts and states of meetings, and the verbs about them."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Sort(TextChoices):
    WEBINAR = "webinar", _("Webinar")
    MEETING = "meeting", _("Meeting")
    WORKSHOP = "workshop", _("Workshop")
    # Of a hub's own steering group, or of the steering committee of the Centre.
    STEERING = "steering", _("Steering meeting")


class Opening(TextChoices):
    """Who may come, and who may know of it."""

    PUBLIC = "public", _("Anybody who registers")
    MEMBERS = "members", _("Members of the hub")
    INVITED = "invited", _("Those who are invited")


class State(TextChoices):
    PLANNED = "planned", pgettext_lazy("meeting", "Planned")
    POSTPONED = "postponed", pgettext_lazy("meeting", "Postponed")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Cancelled")


# Public meetings stand in the calendar; meetings of members and those invited are seen by these alone.
TOPIC = "meetings"
# Registered people are reminded so long before it begins.
REMINDER = timedelta(hours=24)
# A reminder that comes when the meeting has begun helps nobody; so many are sent in one round.
REMINDERS_A_ROUND = 500
LONGEST = timedelta(days=14)
FURTHEST = timedelta(days=5 * 366)
LONGEST_TITLE = 200
LONGEST_TEXT = 10_000
PAGE_SIZE = 20
# Calendars that other programs read hold what is to come, and what has been for so long.
KEPT_IN_CALENDARS = timedelta(days=366)
# Who came to a meeting is forgotten so long after it.
KEEP_REGISTRATIONS = timedelta(days=366)

ANNOUNCED = "meeting.announced"
CHANGED = "meeting.changed"
TRANSLATED = "meeting.translated"
POSTPONED = "meeting.postponed"
CANCELLED = "meeting.cancelled"
RECORDED = "meeting.recorded"
INVITED = "meeting.invited"
UNINVITED = "meeting.uninvited"
REGISTERED = "meeting.registered"
UNREGISTERED = "meeting.unregistered"
REMINDED = "meeting.reminded"
VERBS = {
    ANNOUNCED: "public",
    CHANGED: "public",
    TRANSLATED: "public",
    POSTPONED: "public",
    CANCELLED: "public",
    RECORDED: "public",
    INVITED: "parties",
    UNINVITED: "parties",
    REGISTERED: "parties",
    UNREGISTERED: "parties",
    REMINDED: "parties",
}
