"""The life of a case and a use case, the bands in which effort and cost are told, and the verbs."""

from typing import Any

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
    UNKNOWN = "unknown", pgettext_lazy("answer", "Not known")


class CostBand(TextChoices):
    NONE = "none", _("No extra money")
    UNDER_10K = "under_10k", _("Under 10,000")
    FROM_10K = "10k_100k", _("10,000 to 100,000")
    FROM_100K = "100k_1m", _("100,000 to 1 million")
    OVER_1M = "over_1m", _("Over 1 million")
    UNKNOWN = "unknown", pgettext_lazy("answer", "Not known")
    UNDISCLOSED = "undisclosed", _("Prefer not to say")


class Answer(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", pgettext_lazy("answer", "Not known")


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
# What people answer when nobody knows; a reader is told that it is not stated.
UNKNOWN = "unknown"
# The states in which only those who work on a case, and those whom they asked, may see it.
PRIVATE_STATES = (State.DRAFT, State.SUBMITTED, State.IN_REVIEW, State.RETURNED)
EDITABLE_STATES = (State.DRAFT, State.RETURNED)

# The acceptance test: what whoever hands a case in says of it, beside leaving nothing empty.
ACCEPTANCE = ("is_new", "has_begun", "has_effect", "is_plain")

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

# What a link is called from the taker's side, and from the origin's.
RELATION_NAMES: dict[str, tuple[str, str]] = {
    Relation.ADAPTED: ("adapted_from", "adapted_by"),
    Relation.HELPED: ("helped_by", "helped"),
    Relation.FOLLOWS: ("continues", "continued_by"),
}
# The columns that everybody may read as data; people are none of them.
OPEN_COLUMNS = (
    "began",
    "ended",
    "stage",
    "stage_as_of",
    "confirmed_on",
    "confirmed_as",
    "team",
    "months_to_first_use",
    "cost",
    "cost_year",
    "cost_currency",
    "running_cost",
    "donor_dependence",
    "code_open",
    "code_address",
)
OPEN_USE_CASE_COLUMNS = ("number", "dated", "category", "category_inferred")

# What every record is asked for, and what it is called when nobody has said it.
UNSTATED: dict[str, Any] = {
    "began": pgettext_lazy("not stated", "when it began"),
    "problem": pgettext_lazy("not stated", "the problem"),
    "result": pgettext_lazy("not stated", "the result"),
    "conditions": pgettext_lazy("not stated", "what it needed"),
    "challenges": pgettext_lazy("not stated", "what was difficult"),
    "lessons": pgettext_lazy("not stated", "what was learned"),
    "months_to_first_use": pgettext_lazy("not stated", "time to first use"),
    "team": pgettext_lazy("not stated", "size of the team"),
    "cost": pgettext_lazy("not stated", "cost"),
    "running_cost": pgettext_lazy("not stated", "running cost"),
    "donor_dependence": pgettext_lazy("not stated", "whether it depends on donors"),
    "code_open": pgettext_lazy("not stated", "whether its code is open"),
}
UNSTATED_USE_CASE: dict[str, Any] = {
    "actors": pgettext_lazy("not stated", "who is involved"),
    "prerequisites": pgettext_lazy("not stated", "what must be in place"),
    "steps": pgettext_lazy("not stated", "the steps"),
    "alternate_flows": pgettext_lazy("not stated", "other courses"),
    "expected_results": pgettext_lazy("not stated", "expected results"),
    "risks": pgettext_lazy("not stated", "risks"),
    "data_needed": pgettext_lazy("not stated", "data needed"),
    "integrations": pgettext_lazy("not stated", "links to other systems"),
    "success_measures": pgettext_lazy("not stated", "how success is measured"),
}
# The levels at which somebody vouches for a record.
HELD = frozenset({Evidence.CHECKED, Evidence.CONFIRMED})
# What each level of evidence means to a reader.
EVIDENCE_MEANS: dict[str, Any] = {
    Evidence.COMPILED: _(
        "This record was written from the public sources listed here. Nobody from the parliament has checked it."
    ),
    Evidence.SUBMITTED: _("The parliament handed this record in. Nobody else has checked it yet."),
    Evidence.CHECKED: _("An editor of the network has checked this record against its sources."),
    Evidence.CONFIRMED: _("Somebody who speaks for the parliament has confirmed this record."),
}
# The headings under which the words of a case and of a use case are read.
HEADINGS: dict[str, Any] = {
    "problem": _("The problem"),
    "done": _("What was done"),
    "result": _("What came of it"),
    "conditions": _("What it needed"),
    "challenges": _("What was difficult"),
    "lessons": _("What was learned"),
    "actors": _("Who is involved"),
    "prerequisites": _("What must be in place"),
    "steps": _("Steps"),
    "alternate_flows": _("Other courses"),
    "expected_results": _("Expected results"),
    "risks": _("Risks"),
    "data_needed": _("Data needed"),
    "integrations": _("Links to other systems"),
    "success_measures": _("How success is measured"),
}

LOADED = "case.loaded"
DRAFTED = "case.drafted"
CONFIRMED = "case.confirmed"
STAGE_CHANGED = "case.stage_changed"
ADOPTED = "case.adopted"
COLLEAGUE_ASKED = "case.colleague_asked"
LINK_WANTED = "case.link_wanted"
SUGGESTED = "case.suggested"
AMENDED = "case.amended"
CONFIRMATION_ASKED = "case.confirmation_asked"
TRANSLATION_KEPT = "case.translation_kept"
TRANSLATION_OFFERED = "case.translation_offered"
USE_CASE_LOADED = "use_case.loaded"
# The steps of a life, which cases and use cases share; each kind has verbs of its own.
PUBLIC_STEPS = ("published", "withdrawn", "restored", "translated")
PRIVATE_STEPS = ("submitted", "taken", "sent_back")
VERBS = {
    LOADED: "public",
    DRAFTED: "parties",
    CONFIRMED: "public",
    STAGE_CHANGED: "public",
    ADOPTED: "public",
    AMENDED: "public",
    COLLEAGUE_ASKED: "parties",
    LINK_WANTED: "parties",
    SUGGESTED: "parties",
    CONFIRMATION_ASKED: "parties",
    TRANSLATION_KEPT: "parties",
    TRANSLATION_OFFERED: "parties",
    USE_CASE_LOADED: "public",
    **{f"{kind}.{step}": "public" for kind in ("case", "use_case") for step in PUBLIC_STEPS},
    **{f"{kind}.{step}": "parties" for kind in ("case", "use_case") for step in PRIVATE_STEPS},
}
# What public steps are called in the history of a record.
HAPPENED: dict[str, Any] = {
    LOADED: _("Compiled from public sources"),
    USE_CASE_LOADED: _("Compiled from public sources"),
    CONFIRMED: _("Confirmed by the parliament"),
    STAGE_CHANGED: _("Stage changed"),
    ADOPTED: _("Taken up elsewhere"),
    AMENDED: _("Words changed"),
    **{
        f"{kind}.{step}": words
        for kind in ("case", "use_case")
        for step, words in {
            "published": _("Published"),
            "withdrawn": _("Withdrawn"),
            "restored": _("Restored"),
            "translated": _("Translation published"),
        }.items()
    },
}
