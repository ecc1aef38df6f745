"""Kinds and states of hubs, memberships, activities and outputs, and the verbs about them."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class HubKind(TextChoices):
    REGIONAL = "regional", pgettext_lazy("hub", "Regional")
    THEMATIC = "thematic", pgettext_lazy("hub", "Thematic")


class HubState(TextChoices):
    OFFERED = "offered", pgettext_lazy("hub", "Offered")
    OPEN = "open", pgettext_lazy("hub", "Open")
    CLOSED = "closed", pgettext_lazy("hub", "Closed")
    DECLINED = "declined", pgettext_lazy("hub", "Came to nothing")


class Joining(TextChoices):
    OPEN = "open", _("Every body that asks is a member at once")
    ON_REQUEST = "on_request", _("The coordinator decides on each request")
    UNKNOWN = "unknown", pgettext_lazy("membership rule", "Not known")


class MemberState(TextChoices):
    ASKED = "asked", pgettext_lazy("membership", "Asked")
    INVITED = "invited", pgettext_lazy("membership", "Invited")
    MEMBER = "member", pgettext_lazy("membership", "Member")
    REFUSED = "refused", pgettext_lazy("membership", "Refused")
    DECLINED = "declined", pgettext_lazy("membership", "Declined")
    LEFT = "left", pgettext_lazy("membership", "Left")
    # Whoever asked, or invited, took it back before the other side answered.
    WITHDRAWN = "withdrawn", pgettext_lazy("membership", "Taken back")


class ActivityState(TextChoices):
    PLANNED = "planned", pgettext_lazy("activity", "Planned")
    UNDER_WAY = "under_way", pgettext_lazy("activity", "Under way")
    DONE = "done", pgettext_lazy("activity", "Done")
    POSTPONED = "postponed", pgettext_lazy("activity", "Postponed")
    DROPPED = "dropped", pgettext_lazy("activity", "Dropped")


class OutputKind(TextChoices):
    SURVEY = "survey", pgettext_lazy("output", "Survey")
    GUIDELINE = "guideline", pgettext_lazy("output", "Guideline")
    USE_CASES = "use_cases", pgettext_lazy("output", "Use cases")
    VIDEO = "video", pgettext_lazy("output", "Video")
    WEBINAR = "webinar", pgettext_lazy("output", "Webinar")
    PORTAL = "portal", pgettext_lazy("output", "Portal or platform")
    DATABASE = "database", pgettext_lazy("output", "Database")
    METHOD = "method", pgettext_lazy("output", "Method")
    MISSION = "mission", pgettext_lazy("output", "Mission")
    EVENT = "event", pgettext_lazy("output", "Event")
    SOFTWARE = "software", pgettext_lazy("output", "Software")
    OTHER = "other", pgettext_lazy("output", "Something else")


PUBLIC_STATES = (HubState.OPEN, HubState.CLOSED)
WAITING_STATES = (MemberState.ASKED, MemberState.INVITED)
# Without any recorded activity for so long a hub that was active on the platform is quiet.
QUIET_AFTER = timedelta(days=183)
# A quiet hub's coordinator is reminded so often.
REMINDED_EVERY = timedelta(days=92)
# Members hear of these under the heading of hubs in their preferences.
TOPIC = "hubs"
PICTURE_BYTES = 8_000_000
PAPER_BYTES = 10_000_000
LONGEST_TITLE = 200
LONGEST_TEXT = 10_000
LONGEST_NOTE = 2_000
MOST_ACTIVITIES = 60
MOST_PAPERS = 500
# What was said in requests and invitations is forgotten so long after they were decided.
NOTES_KEPT = timedelta(days=365)
# A plan or a report is about one of these years.
YEARS = (2015, 2100)
# Words that stand where the address of a hub would, and so are the address of none.
RESERVED = frozenset({"new", "offer", "offers", "outputs", "updates", "state"})

HUB_LOADED = "hub.loaded"
OFFERED = "hub.offered"
OFFER_DECLINED = "hub.offer_declined"
OPENED = "hub.opened"
HANDED_OVER = "hub.handed_over"
CHANGED = "hub.changed"
CLOSED = "hub.closed"
FELL_QUIET = "hub.fell_quiet"
MEMBERSHIP_ASKED = "hub.membership_asked"
MEMBER_INVITED = "hub.member_invited"
MEMBER_JOINED = "hub.member_joined"
MEMBER_REFUSED = "hub.member_refused"
INVITATION_DECLINED = "hub.invitation_declined"
MEMBERSHIP_WITHDRAWN = "hub.membership_withdrawn"
MEMBER_LEFT = "hub.member_left"
CORRESPONDENT_NAMED = "hub.correspondent_named"
CORRESPONDENT_ENDED = "hub.correspondent_ended"
PLAN_ADOPTED = "hub.plan_adopted"
PLAN_REVISED = "hub.plan_revised"
ACTIVITY_MOVED = "hub.activity_moved"
PAPER_KEPT = "hub.paper_kept"
PAPER_REMOVED = "hub.paper_removed"
DISCUSSION_OPENED = "discussion.opened"
DISCUSSION_CLOSED = "discussion.closed"
OUTPUT_LOADED = "hub_output.loaded"
OUTPUT_DRAFTED = "hub_output.drafted"
OUTPUT_PUBLISHED = "hub_output.published"
OUTPUT_CHANGED = "hub_output.changed"
OUTPUT_TRANSLATED = "hub_output.translated"
OUTPUT_WITHDRAWN = "hub_output.withdrawn"
UPDATE_DRAFTED = "hub_update.drafted"
UPDATE_PUBLISHED = "hub_update.published"
UPDATE_CHANGED = "hub_update.changed"
UPDATE_TRANSLATED = "hub_update.translated"
UPDATE_WITHDRAWN = "hub_update.withdrawn"
REPORT_DRAWN_UP = "hub.report_drawn_up"
REPORT_PUBLISHED = "hub.report_published"
REPORT_CHANGED = "hub.report_changed"

VERBS = {
    HUB_LOADED: "public",
    OFFERED: "parties",
    OFFER_DECLINED: "parties",
    OPENED: "public",
    HANDED_OVER: "public",
    CHANGED: "public",
    CLOSED: "public",
    FELL_QUIET: "public",
    MEMBERSHIP_ASKED: "parties",
    MEMBER_INVITED: "parties",
    MEMBER_JOINED: "public",
    MEMBER_REFUSED: "parties",
    INVITATION_DECLINED: "parties",
    MEMBERSHIP_WITHDRAWN: "parties",
    MEMBER_LEFT: "public",
    CORRESPONDENT_NAMED: "parties",
    CORRESPONDENT_ENDED: "parties",
    PLAN_ADOPTED: "public",
    PLAN_REVISED: "public",
    ACTIVITY_MOVED: "public",
    PAPER_KEPT: "parties",
    PAPER_REMOVED: "parties",
    DISCUSSION_OPENED: "parties",
    DISCUSSION_CLOSED: "parties",
    OUTPUT_LOADED: "public",
    OUTPUT_DRAFTED: "parties",
    OUTPUT_PUBLISHED: "public",
    OUTPUT_CHANGED: "public",
    OUTPUT_TRANSLATED: "public",
    OUTPUT_WITHDRAWN: "public",
    UPDATE_DRAFTED: "parties",
    UPDATE_PUBLISHED: "public",
    UPDATE_CHANGED: "public",
    UPDATE_TRANSLATED: "public",
    UPDATE_WITHDRAWN: "public",
    REPORT_DRAWN_UP: "parties",
    REPORT_PUBLISHED: "public",
    REPORT_CHANGED: "public",
}
# What counts as life of a hub, beside its meetings and discussions.
SIGNS_OF_LIFE = frozenset(
    {
        OPENED,
        HANDED_OVER,
        CHANGED,
        MEMBER_JOINED,
        MEMBER_LEFT,
        PLAN_ADOPTED,
        PLAN_REVISED,
        ACTIVITY_MOVED,
        PAPER_KEPT,
        DISCUSSION_OPENED,
        OUTPUT_PUBLISHED,
        OUTPUT_CHANGED,
        OUTPUT_TRANSLATED,
        UPDATE_PUBLISHED,
        UPDATE_CHANGED,
        UPDATE_TRANSLATED,
        REPORT_PUBLISHED,
    }
)
