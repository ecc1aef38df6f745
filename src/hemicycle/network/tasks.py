"""Work in the background: both sides are told of agreements that end soon, and lists follow the day."""

from datetime import timedelta

from hemicycle.core import timetable
from hemicycle.network import actions

timetable.recurring(
    timetable.Recurring("agreements_ending", every=timedelta(days=1), work=actions.remind_of_ends),
    timetable.Recurring("agreements_turning", every=timedelta(hours=6), work=actions.turn_lists),
)
