"""What notices do when the journal tells of something: remember who is to hear of it, and write what is due."""

from collections.abc import Sequence

from hemicycle.core import journal
from hemicycle.core.catalogue import MESSAGES
from hemicycle.core.models import Entry
from hemicycle.notices import actions, tasks

NAME = "notices"


def read(entries: Sequence[Entry]) -> None:
    """The mails themselves are written from what each person may see at that moment."""
    if actions.note(entries):
        tasks.send_due.enqueue()


# There is no replay: what was heard once is not told again.
journal.reader(journal.Reader(NAME, read, hears=lambda verb: verb in MESSAGES))
