"""States of mails that go out and letters that come in, limits, and verbs."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

BOUNCED = "mail.bounced"
SENT_AGAIN = "mail.sent_again"
LEFT = "mail.left"
REACHED_AGAIN = "mail.address_tried_again"
VERBS = dict.fromkeys((BOUNCED, SENT_AGAIN, LEFT, REACHED_AGAIN), "staff")


class MailState(TextChoices):
    WAITING = "waiting", pgettext_lazy("mail", "Waiting")
    SENDING = "sending", pgettext_lazy("mail", "Being handed over")
    SENT = "sent", pgettext_lazy("mail", "Handed over")
    PARKED = "parked", pgettext_lazy("mail", "Not known whether it was handed over")
    DEAD = "dead", pgettext_lazy("mail", "Could not be handed over")
    LEFT = "left", pgettext_lazy("mail", "Left as it is")


class LetterState(TextChoices):
    WAITING = "waiting", pgettext_lazy("letter", "Waiting")
    POSTED = "posted", pgettext_lazy("letter", "Posted")
    ASKED = "asked", pgettext_lazy("letter", "Its sender was asked whether it is theirs")
    PARKED = "parked", pgettext_lazy("letter", "Not posted")
    IGNORED = "ignored", pgettext_lazy("letter", "Passed over")
    BOUNCE = "bounce", pgettext_lazy("letter", "Report of a mail that did not arrive")
    LEFT = "left", pgettext_lazy("letter", "Left as it is")


class Purpose(TextChoices):
    REPLY = "reply"
    BOUNCE = "bounce"
    FIRST = "first"  # To a mailbox, where a conversation begins.


class Reason(TextChoices):
    """Why a letter that came by mail was not posted."""

    OTHER_SENDER = "other_sender", _("It came from another address than the one that was written to.")
    EMPTY = "empty", _("There was nothing in it besides what it quoted.")
    TOO_LONG = "too_long", _("It was too long.")
    CLOSED = "closed", _("Its sender takes no part in the conversation any more.")
    ENDED = "ended", _("The conversation was closed.")
    NOT_ADMITTED = "not_admitted", _("Its sender may not write there.")
    TOO_MANY = "too_many", _("Its sender was asked too often today whether letters are theirs.")
    UNREADABLE = "unreadable", _("It could not be read.")


# Mails that still await something, and those that await a person.
OPEN_STATES = (MailState.WAITING, MailState.SENDING)
CARE_STATES = (MailState.PARKED, MailState.DEAD)

# How long one hand-over may take before it counts as abandoned.
LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 12
LONGEST_WAIT = timedelta(hours=6)
# Seconds until a mail server that says nothing is given up.
TIMEOUT = 20

# At what hour of the reader's day digests come, and on what day of the week (Monday).
DIGEST_HOUR = 7
DIGEST_DAY = 0
MOST_IN_DIGEST = 50
LARGEST_HTML = 100_000

LARGEST_LETTER = 10_000_000
KEEP_SENT = timedelta(days=30)
KEEP_NOTICES = timedelta(days=90)
KEEP_LETTERS = timedelta(days=180)
# So long a sender may say that a letter is theirs; then it is forgotten.
KEEP_ASKED = timedelta(days=7)
# Whoever writes under somebody's name must not make us write many mails to them.
MOST_ASKED = 5
