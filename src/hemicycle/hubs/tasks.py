"""Work in the background: telling those who run a hub that it has fallen quiet."""

from datetime import timedelta

from hemicycle.core import timetable
from hemicycle.hubs import actions

timetable.recurring(timetable.Recurring("quiet_hubs", every=timedelta(days=1), work=actions.tell_of_quietness))
