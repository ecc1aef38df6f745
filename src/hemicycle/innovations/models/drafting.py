"""What people type while they describe a case, and whom they ask to help."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from hemicycle.innovations.models.case import Case


class DraftSave(models.Model):
    """One row is what one person had typed into one step at one moment; rows are added and never changed.

    It is a log of its own: what is typed every few seconds is no event for the journal.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="saves")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    step = models.CharField(max_length=12)
    page = models.CharField(max_length=32)  # The open page that it was typed into; each opening has a name of its own.
    fields = models.JSONField()  # As typed, by the name of the field.
    whole = models.JSONField()  # The step after it: the same with what others typed meanwhile.
    pages = models.JSONField(default=dict)  # Which page wrote each field last, if any did.
    both = models.JSONField(default=list)  # Fields that two people wrote at once: the words that were replaced.
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)
        indexes = [models.Index(fields=("case", "step", "page"), name="saves_of_a_page")]


# Whoever was asked to help may fill the step for so long; asking again begins anew.
HELP_LASTS = timedelta(days=30)


class HelpAskedRows(models.QuerySet["HelpAsked"]):
    """Requests for help."""

    def open(self) -> "HelpAskedRows":
        """Those that have not grown too old."""
        return self.filter(asked_at__gt=timezone.now() - HELP_LASTS)


class HelpAsked(models.Model):
    """One row asks one colleague to fill one step of a case; they see that step and nothing else of it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="help_asked")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="help_asked")
    step = models.CharField(max_length=12)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)

    objects = HelpAskedRows.as_manager()

    class Meta:
        ordering = ("asked_at",)
        constraints = [
            models.UniqueConstraint(fields=("case", "person", "step"), name="one_request_per_person_and_step")
        ]
