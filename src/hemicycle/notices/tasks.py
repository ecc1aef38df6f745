"""Background work: writing and sending what is due, reading what came in, forgetting what is old."""

from datetime import timedelta

from django_tasks import task

from hemicycle.core.timetable import Recurring, recurring
from hemicycle.notices import actions


@task()
def send_due() -> None:
    """Write what is due, and hand over what waits."""
    send()


def send() -> None:
    actions.write_due()
    actions.read_waiting()
    actions.hand_over()


recurring(
    # Digests become due, and mails that were refused wait for another try.
    Recurring("mail", timedelta(minutes=1), send),
    Recurring("old_mail", timedelta(days=1), actions.forget_old),
)
