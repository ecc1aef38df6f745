"""States of decisions and written procedures, answers, and the verbs of the steering committee."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Answer(TextChoices):
    AGREE = "agree", pgettext_lazy("advice", "Agrees")
    REMARKS = "remarks", pgettext_lazy("advice", "Has remarks")
    DISAGREE = "disagree", pgettext_lazy("advice", "Does not agree")
    ABSTAIN = "abstain", pgettext_lazy("advice", "Abstains")


class FollowUp(TextChoices):
    OPEN = "open", pgettext_lazy("decision", "To be followed up")
    DONE = "done", pgettext_lazy("decision", "Followed up")
    DROPPED = "dropped", pgettext_lazy("decision", "No longer pursued")


TOPIC = "steering"
PAPER_BYTES = 10_000_000

SEAT_GIVEN = "steering.seat_given"
SEAT_ENDED = "steering.seat_ended"
SITTING_CALLED = "sitting.called"
AGENDA_CHANGED = "sitting.agenda_changed"
PAPER_KEPT = "sitting.paper_kept"
PAPERS_PUBLISHED = "sitting.papers_published"
MINUTES_CHANGED = "sitting.minutes_changed"
MINUTES_PUBLISHED = "sitting.minutes_published"
DECIDED = "decision.taken"
FOLLOWED_UP = "decision.followed_up"
DROPPED = "decision.dropped"
PROCEDURE_OPENED = "procedure.opened"
ADVICE_GIVEN = "procedure.advice_given"
PROCEDURE_REMINDED = "procedure.reminded"
PROCEDURE_CLOSED = "procedure.closed"
VERBS = {
    SEAT_GIVEN: "public",
    SEAT_ENDED: "public",
    SITTING_CALLED: "parties",
    AGENDA_CHANGED: "parties",
    PAPER_KEPT: "parties",
    PAPERS_PUBLISHED: "public",
    MINUTES_CHANGED: "parties",
    MINUTES_PUBLISHED: "public",
    DECIDED: "parties",
    FOLLOWED_UP: "parties",
    DROPPED: "parties",
    PROCEDURE_OPENED: "parties",
    ADVICE_GIVEN: "parties",
    PROCEDURE_REMINDED: "parties",
    PROCEDURE_CLOSED: "parties",
}
