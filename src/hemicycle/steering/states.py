"""States of decisions and written procedures, answers, limits, and the verbs of the steering committee."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Answer(TextChoices):
    AGREE = "agree", pgettext_lazy("advice", "Agrees")
    REMARKS = "remarks", pgettext_lazy("advice", "Has remarks")
    DISAGREE = "disagree", pgettext_lazy("advice", "Does not agree")
    ABSTAIN = "abstain", pgettext_lazy("advice", "Abstains")


# Whoever answers so says in words what they mean.
WITH_WORDS = frozenset({Answer.REMARKS, Answer.DISAGREE})


class FollowUp(TextChoices):
    OPEN = "open", pgettext_lazy("decision", "To be followed up")
    DONE = "done", pgettext_lazy("decision", "Followed up")
    DROPPED = "dropped", pgettext_lazy("decision", "No longer pursued")


TOPIC = "steering"
PAPER_BYTES = 10_000_000
MOST_PAPERS = 100
MOST_ITEMS = 60
LONGEST_TITLE = 200
LONGEST_TEXT = 10_000
LONGEST_MINUTES = 100_000
LONGEST_OUTCOME = 2_000
# Who has not answered is reminded so many days before a written procedure closes, and who follows up before it is due.
REMIND_BEFORE = timedelta(days=3)
FOLLOW_UP_SOON = timedelta(days=7)
# Nobody promises anything for later than this; it is a slip of the finger.
FURTHEST = timedelta(days=10 * 366)
# Links in mails go on working for so many days after the one by which answers are asked for.
DAYS_OF_GRACE = 14

SEAT_GIVEN = "steering.seat_given"
SEAT_ENDED = "steering.seat_ended"
PAPER_KEPT = "steering.paper_kept"
PAPER_REMOVED = "steering.paper_removed"
SITTING_CALLED = "sitting.called"
SITTING_MOVED = "sitting.moved"
AGENDA_CHANGED = "sitting.agenda_changed"
PAPERS_SENT = "sitting.papers_sent"
PAPERS_PUBLISHED = "sitting.papers_published"
MINUTES_CHANGED = "sitting.minutes_changed"
MINUTES_PUBLISHED = "sitting.minutes_published"
DECIDED = "decision.taken"
DECISION_CHANGED = "decision.changed"
DECISION_PUBLISHED = "decision.published"
FOLLOW_UP_REMINDED = "decision.reminded"
FOLLOWED_UP = "decision.followed_up"
DROPPED = "decision.dropped"
REOPENED = "decision.reopened"
PROCEDURE_OPENED = "procedure.opened"
PROCEDURE_TRANSLATED = "procedure.translated"
ADVICE_GIVEN = "procedure.advice_given"
ADVICE_NOT_COUNTED = "procedure.advice_not_counted"
PROCEDURE_REMINDED = "procedure.reminded"
PROCEDURE_CLOSED = "procedure.closed"
OUTCOME_PUBLISHED = "procedure.outcome_published"
VERBS = {
    SEAT_GIVEN: "public",
    SEAT_ENDED: "public",
    PAPER_KEPT: "parties",
    PAPER_REMOVED: "parties",
    SITTING_CALLED: "parties",
    SITTING_MOVED: "parties",
    AGENDA_CHANGED: "parties",
    PAPERS_SENT: "parties",
    PAPERS_PUBLISHED: "public",
    MINUTES_CHANGED: "parties",
    MINUTES_PUBLISHED: "public",
    DECIDED: "parties",
    DECISION_CHANGED: "parties",
    DECISION_PUBLISHED: "public",
    FOLLOW_UP_REMINDED: "parties",
    FOLLOWED_UP: "parties",
    DROPPED: "parties",
    REOPENED: "parties",
    PROCEDURE_OPENED: "parties",
    PROCEDURE_TRANSLATED: "parties",
    ADVICE_GIVEN: "parties",
    ADVICE_NOT_COUNTED: "parties",
    PROCEDURE_REMINDED: "parties",
    PROCEDURE_CLOSED: "parties",
    OUTCOME_PUBLISHED: "parties",
}
