"""The life of a case and a use case, the bands in which effort and cost are told, and the verbs."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    IN_REVIEW = "in_review", _("In review")
    RETURNED = "returned", _("Sent back")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Stage(TextChoices):
    IN_DEVELOPMENT = "in_development", _("In development")
    PILOT = "pilot", _("Pilot")
    IN_USE = "in_use", _("In use")
    SCALED = "scaled", _("Scaled or shared with others")
    REPLACED = "replaced", _("Replaced")
    ENDED = "ended", _("Ended")
    UNKNOWN = "unknown", pgettext_lazy("stage", "Stage not known")


class Evidence(TextChoices):
    COMPILED = "compiled", _("Compiled from public sources")
    SUBMITTED = "submitted", _("Submitted")
    CHECKED = "checked", _("Checked")
    CONFIRMED = "confirmed", _("Confirmed by the parliament")


class TeamBand(TextChoices):
    ONE = "1", _("One person")
    FEW = "2_5", _("2 to 5 people")
    SOME = "6_15", _("6 to 15 people")
    MANY = "over_15", _("More than 15 people")


class CostBand(TextChoices):
    NONE = "none", _("No extra money")
    UNDER_10K = "under_10k", _("Under 10,000")
    FROM_10K = "10k_100k", _("10,000 to 100,000")
    FROM_100K = "100k_1m", _("100,000 to 1 million")
    OVER_1M = "over_1m", _("Over 1 million")
    UNDISCLOSED = "undisclosed", _("Prefer not to say")


class Answer(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")


class Relation(TextChoices):
    ADAPTED = "adapted", _("Adapted from")
    HELPED = "helped", _("With help from")
    FOLLOWS = "follows", _("Continues")


class Category(TextChoices):
    AMENDMENTS = "amendments", _("Amendments")
    CHATBOTS = "chatbots", _("Chatbots and user support")
    TRANSCRIPTION = "transcription", _("Transcription")
    PUBLIC_ENGAGEMENT = "public_engagement", _("Public engagement and open parliament")
    DOCUMENT_ANALYSIS = "document_analysis", _("Document analysis")
    DRAFTING = "drafting", _("Drafting")
    BILL_ANALYSIS = "bill_analysis", _("Bill analysis")
    MEMBERS_SERVICES = "members_services", _("Members’ services")


# From which states each step may start, and where it leads.
STEPS: dict[str, tuple[frozenset[str], str]] = {
    "submit": (frozenset({State.DRAFT, State.RETURNED}), State.SUBMITTED),
    "take": (frozenset({State.SUBMITTED}), State.IN_REVIEW),
    "send_back": (frozenset({State.IN_REVIEW}), State.RETURNED),
    "publish": (frozenset({State.IN_REVIEW}), State.PUBLISHED),
    "withdraw": (frozenset({State.PUBLISHED}), State.WITHDRAWN),
    "restore": (frozenset({State.WITHDRAWN}), State.PUBLISHED),
}
PUBLIC_STATES = (State.PUBLISHED,)
EDITABLE_STATES = (State.DRAFT, State.RETURNED)

# The texts of a case, in the order in which they are read, and of a use case.
CASE_TEXTS = ("title", "lead", "problem", "done", "result", "conditions", "challenges", "lessons")
USE_CASE_TEXTS = (
    "title",
    "objective",
    "actors",
    "prerequisites",
    "steps",
    "alternate_flows",
    "expected_results",
    "risks",
    "data_needed",
    "integrations",
    "success_measures",
)

LOADED = "case.loaded"
DRAFTED = "case.drafted"
SUBMITTED = "case.submitted"
TAKEN = "case.taken"
SENT_BACK = "case.sent_back"
PUBLISHED = "case.published"
CONFIRMED = "case.confirmed"
STAGE_CHANGED = "case.stage_changed"
ADOPTED = "case.adopted"
WITHDRAWN = "case.withdrawn"
RESTORED = "case.restored"
TRANSLATED = "case.translated"
USE_CASE_LOADED = "use_case.loaded"
VERBS = {
    LOADED: "public",
    DRAFTED: "parties",
    SUBMITTED: "parties",
    TAKEN: "parties",
    SENT_BACK: "parties",
    PUBLISHED: "public",
    CONFIRMED: "public",
    STAGE_CHANGED: "public",
    ADOPTED: "public",
    WITHDRAWN: "public",
    RESTORED: "public",
    TRANSLATED: "public",
    USE_CASE_LOADED: "public",
}
