"""Texts: a thing exists once, its text once per language, as revisions that never change."""

from django.db import models
from django.utils import timezone


class Text(models.Model):
    """One row is the text of one thing in one language."""

    class State(models.TextChoices):
        ORIGINAL = "original"
        MACHINE_DRAFT = "machine_draft"
        IN_TRANSLATION = "in_translation"
        PUBLISHED = "published"

    subject = models.UUIDField()
    language = models.CharField(max_length=10)
    state = models.CharField(max_length=20, choices=State.choices)
    current = models.ForeignKey("Revision", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("subject", "language"), name="one_text_per_thing_and_language"),
            models.UniqueConstraint(
                fields=("subject",), condition=models.Q(state="original"), name="one_original_per_thing"
            ),
        ]


class Revision(models.Model):
    """One row is one state of a text, kept for ever; an edit waits as the next number."""

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    fields = models.JSONField()
    # The revision of the original that a translation was made from; *behind* is derived from it, never stored.
    source = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    translator = models.UUIDField(null=True)
    credit = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.UUIDField(null=True)

    class Meta:
        ordering = ("text", "number")
        constraints = [models.UniqueConstraint(fields=("text", "number"), name="one_revision_per_number")]
