"""Pages, files and forms of meetings."""

from hemicycle.meetings.views.calendar import calendar, meeting, registered, unregistered
from hemicycle.meetings.views.files import calendar_data, calendar_file, meeting_data, meeting_file, own_file
from hemicycle.meetings.views.holding import announce, edit, people, words
from hemicycle.meetings.views.own import mine

__all__ = [
    "announce",
    "calendar",
    "calendar_data",
    "calendar_file",
    "edit",
    "meeting",
    "meeting_data",
    "meeting_file",
    "mine",
    "own_file",
    "people",
    "registered",
    "unregistered",
    "words",
]
