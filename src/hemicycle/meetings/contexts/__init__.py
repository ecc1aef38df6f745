"""What the pages of meetings receive."""

from hemicycle.meetings.contexts.calendar import calendar_page, mine_page, name_of_host
from hemicycle.meetings.contexts.holding import (
    announce_page,
    edit_page,
    people_page,
    people_to_invite,
    person_name,
    unsent_page,
    words_page,
)
from hemicycle.meetings.contexts.meeting import meeting_page, registered_page, unregistered_page

__all__ = [
    "announce_page",
    "calendar_page",
    "edit_page",
    "meeting_page",
    "mine_page",
    "name_of_host",
    "people_page",
    "people_to_invite",
    "person_name",
    "registered_page",
    "unregistered_page",
    "unsent_page",
    "words_page",
]
