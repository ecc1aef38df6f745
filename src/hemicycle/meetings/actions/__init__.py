"""The verbs of meetings."""

from hemicycle.meetings.actions.attending import check_open, invite, register, remind, uninvite, unregister
from hemicycle.meetings.actions.doors import MeetingRefused
from hemicycle.meetings.actions.feeds import forget_person, forget_registrations, new_feed
from hemicycle.meetings.actions.planning import Planned, announce, cancel, change, postpone, record, translate

__all__ = [
    "MeetingRefused",
    "Planned",
    "announce",
    "cancel",
    "change",
    "check_open",
    "forget_person",
    "forget_registrations",
    "invite",
    "new_feed",
    "postpone",
    "record",
    "register",
    "remind",
    "translate",
    "uninvite",
    "unregister",
]
