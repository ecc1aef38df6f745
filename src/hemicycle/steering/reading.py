"""What the committee does when the journal tells of something: letters are advice, sittings follow meetings."""

from collections.abc import Sequence

from hemicycle.core import journal
from hemicycle.core.models import Entry
from hemicycle.meetings import states as meetings
from hemicycle.meetings.models import Meeting
from hemicycle.steering import actions
from hemicycle.threads import states as threads

NAME = "steering"
MOVES = frozenset({meetings.CHANGED, meetings.TRANSLATED, meetings.POSTPONED, meetings.CANCELLED})


def read(entries: Sequence[Entry]) -> None:
    """Doing it again changes nothing that anybody sees."""
    for entry in entries:
        if entry.kind == Meeting.kind:
            actions.follow_meeting(entry.subject)
        else:
            actions.hear_letter(entry.subject, int(entry.facts["letter"]))


# There is no replay: advice was given once, and closing a procedure hears its letters itself.
journal.reader(journal.Reader(NAME, read, hears=lambda verb: verb == threads.LETTER_POSTED or verb in MOVES))
