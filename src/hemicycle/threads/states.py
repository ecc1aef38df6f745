"""Verbs and limits of threads."""

from datetime import timedelta

from django.db.models import TextChoices

OPENED = "thread.opened"
JOINED = "thread.joined"
LETTER_POSTED = "thread.letter_posted"
VERBS = {OPENED: "parties", JOINED: "parties", LETTER_POSTED: "parties"}

# The heading under which people choose how often they hear of letters.
TOPIC = "threads"
LONGEST_LETTER = 20_000
# Nobody says the same in the same words twice in so short a time; it is the button that was pressed twice.
SAME_PRESS = timedelta(minutes=2)
LETTERS_A_PAGE = 20


class Via(TextChoices):
    PAGE = "page"
    MAIL = "mail"
