"""Work in the background: reminding those who were asked, and those who follow up."""

from datetime import timedelta

from hemicycle.core import timetable
from hemicycle.steering import actions

timetable.recurring(timetable.Recurring("steering_reminders", every=timedelta(hours=1), work=actions.remind))
