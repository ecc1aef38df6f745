"""Verbs and constants of accounts."""

import hashlib

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

INVITED = "person.invited"
ENTERED = "person.entered"
JOINED = "person.joined"
ADDRESS_CHANGED = "person.address_changed"
PROTECTED = "person.second_factor_added"
UNPROTECTED = "person.second_factor_removed"
LEFT = "person.left"
TOKEN_ISSUED = "person.token_issued"  # noqa: S105 - the name of a verb.
TOKEN_REVOKED = "person.token_revoked"  # noqa: S105 - the name of a verb.
VERBS = dict.fromkeys(
    (INVITED, ENTERED, JOINED, ADDRESS_CHANGED, PROTECTED, UNPROTECTED, LEFT, TOKEN_ISSUED, TOKEN_REVOKED), "staff"
)

# How long the first administrator's link works, in seconds.
ENTRY_LINK_SECONDS = 3600
# How long a code sent by mail works, and how often one may be mistyped.
CODE_SECONDS = 900
CODE_TRIES = 5
CODE_DIGITS = 8
# How long a person counts as just having shown who they are.
CONFIRMED_SECONDS = 900


class Often(TextChoices):
    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", pgettext_lazy("how often", "Daily")
    WEEKLY = "weekly", pgettext_lazy("how often", "Weekly")
    NEVER = "never", pgettext_lazy("how often", "Never")


class Topic(TextChoices):
    """The headings under which people choose how often they hear."""

    REVIEW = "review", _("Submission and review of cases")
    THREADS = "threads", _("Questions and answers")
    UPKEEP = "upkeep", _("Keeping cases up to date")
    SEATS = "seats", _("Seats and who holds them")
    HUBS = "hubs", _("Hubs, their members and what they do")
    MEETINGS = "meetings", _("Meetings that are announced")
    STEERING = "steering", _("The steering committee")


# What people hear who never chose.
USUAL = {
    Topic.REVIEW: Often.AT_ONCE,
    Topic.THREADS: Often.AT_ONCE,
    Topic.UPKEEP: Often.WEEKLY,
    Topic.SEATS: Often.DAILY,
    Topic.HUBS: Often.DAILY,
    Topic.MEETINGS: Often.AT_ONCE,
    Topic.STEERING: Often.AT_ONCE,
}


class Scope(TextChoices):
    """What a token opens; never more than its person may."""

    SELF = "read:self", _("Read my account and my seats")
    DESK = "read:desk", _("Read what awaits me")
    HISTORY = "read:history", _("Read the history of records that I may see")


TOKEN_PREFIX = "hcy_"  # noqa: S105 - by which people and scanners know a token of this site.
TOKEN_DAYS = (30, 90, 365)


def digest_of(text: str) -> str:
    """By what a token is known to us."""
    return hashlib.sha256(text.encode()).hexdigest()
