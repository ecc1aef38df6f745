"""Levels of partnership, kinds of contributions, and the verbs about agreements and projects."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(TextChoices):
    KEYSTONE = "keystone", pgettext_lazy("partner", "Keystone")
    FUNDING = "funding", pgettext_lazy("partner", "Funding")
    SUPPORTING = "supporting", pgettext_lazy("partner", "Supporting")
    PROJECT = "project", pgettext_lazy("partner", "Project")
    # No source proves a level; such agreements are left out of the rules.
    UNKNOWN = "unknown", pgettext_lazy("partner", "Level not known")


class AgreementState(TextChoices):
    TALKS = "talks", pgettext_lazy("agreement", "In talks")
    SIGNED = "signed", pgettext_lazy("agreement", "Signed")
    DECLINED = "declined", pgettext_lazy("agreement", "Came to nothing")


class Standing(TextChoices):
    """Where a day finds an agreement or a project."""

    RUNNING = "running", pgettext_lazy("agreement", "Running")
    LATER = "later", pgettext_lazy("agreement", "Begins later")
    ENDED = "ended", pgettext_lazy("agreement", "Ended")
    OPEN = "open", pgettext_lazy("agreement", "End not known")


class Gift(TextChoices):
    """What somebody contributes."""

    HOSTING = "hosting", _("Hosting a hub")
    CORE_FUNDING = "core_funding", _("Core funding")
    FUNDING = "funding", _("Money for a purpose")
    SECONDMENT = "secondment", _("Secondment of staff")
    STAFF_TIME = "staff_time", _("Staff time")
    EXPERTS = "experts", _("Experts for missions")
    TRANSLATION = "translation", _("Translation")
    PLATFORM = "platform", _("Platform or software")
    WRITING = "writing", _("Writing together")
    EVENTS = "events", _("Events held together")
    OTHER = "other", pgettext_lazy("contribution", "Something else")


class Part(TextChoices):
    """In what part a body stands in a project."""

    LEAD = "lead", pgettext_lazy("project", "Lead")
    PARTNER = "partner", pgettext_lazy("project", "Partner")
    FUNDER = "funder", pgettext_lazy("project", "Funder")


# Whose agreement says that it hosts a hub or gives core money may be keystone.
KEYSTONE_GIFTS = (Gift.HOSTING, Gift.CORE_FUNDING)
MONEY_GIFTS = (Gift.CORE_FUNDING, Gift.FUNDING)
# Agreements that end within this time stand on the desks of those who renew them.
AGREEMENT_ENDING_SOON = timedelta(days=180)
DOCUMENT_BYTES = 10_000_000
MOST_DOCUMENTS = 30
# Documents are for the two sides, also where everybody sees the agreement; so they are files of a kind of their own.
PAPER_KIND = "agreement_paper"

AGREEMENT_OPENED = "agreement.opened"
AGREEMENT_CHANGED = "agreement.changed"
AGREEMENT_SIGNED = "agreement.signed"
AGREEMENT_RENEWED = "agreement.renewed"
AGREEMENT_ENDED = "agreement.ended"
AGREEMENT_DECLINED = "agreement.declined"
AGREEMENT_LOADED = "agreement.loaded"
AGREEMENT_ENDS_SOON = "agreement.ends_soon"
AGREEMENT_PAPER_KEPT = "agreement.paper_kept"
CONTRIBUTION_RECORDED = "agreement.contribution_recorded"
CONTRIBUTION_CHANGED = "agreement.contribution_changed"
CONTRIBUTION_REMOVED = "agreement.contribution_removed"
PROJECT_OPENED = "project.opened"
PROJECT_CHANGED = "project.changed"
PROJECT_LOADED = "project.loaded"
ORGANISATION_RECORDED = "organisation.recorded"
ORGANISATION_CHANGED = "organisation.changed"
ORGANISATION_LOADED = "organisation.loaded"
AGREEMENT_VERBS = {
    AGREEMENT_OPENED: "parties",
    AGREEMENT_CHANGED: "parties",
    AGREEMENT_SIGNED: "public",
    AGREEMENT_RENEWED: "public",
    AGREEMENT_ENDED: "public",
    AGREEMENT_DECLINED: "parties",
    AGREEMENT_LOADED: "public",
    AGREEMENT_ENDS_SOON: "parties",
    AGREEMENT_PAPER_KEPT: "parties",
    CONTRIBUTION_RECORDED: "public",
    CONTRIBUTION_CHANGED: "public",
    CONTRIBUTION_REMOVED: "public",
    PROJECT_OPENED: "public",
    PROJECT_CHANGED: "public",
    PROJECT_LOADED: "public",
    ORGANISATION_RECORDED: "public",
    ORGANISATION_CHANGED: "public",
    ORGANISATION_LOADED: "public",
}
