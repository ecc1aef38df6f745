"""Work in the background: reminding those who come."""

from datetime import timedelta

from hemicycle.core import timetable
from hemicycle.meetings import actions

timetable.recurring(timetable.Recurring("meeting_reminders", every=timedelta(minutes=10), work=actions.remind))
