"""Work of the index that no reader of a page and no delivery waits for."""

from datetime import timedelta

from django_tasks import task

from hemicycle.core import timetable
from hemicycle.search import actions


@task()
def keep_up() -> None:
    """Make the vectors that are due and the neighbours that follow from them."""
    actions.keep_up()


# What a task left undone, for example because the encoder was installed later, is caught up with.
timetable.recurring(timetable.Recurring("search", every=timedelta(minutes=10), work=actions.keep_up))
