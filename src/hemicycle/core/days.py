"""Which day it is: one day for the whole network, whatever the time zone in which somebody reads their pages."""

from datetime import date

from django.utils import timezone


def today() -> date:
    """The day by UTC. Terms, periods and limits go by it, so that nobody gains a day by choosing another time zone."""
    return timezone.now().date()
