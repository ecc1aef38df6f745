"""The journal: what happened, and to which readers it still has to be delivered."""

from django.db import models
from django.utils import timezone


class Entry(models.Model):
    """One row is one thing that happened; rows are added and never changed."""

    at = models.DateTimeField(default=timezone.now, editable=False)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    subject = models.UUIDField()
    # A plain reference and no foreign key, so that a person can be erased and the journal stays true.
    actor = models.UUIDField(null=True)
    audience = models.CharField(max_length=10)
    facts = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "entries"
        ordering = ("id",)
        indexes = [models.Index(fields=("subject", "id"), name="entry_of_subject")]


class Delivery(models.Model):
    """One row is one entry on its way to one reader."""

    class State(models.TextChoices):
        WAITING = "waiting"
        CLAIMED = "claimed"
        DONE = "done"
        DEAD = "dead"

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="deliveries")
    reader = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    due_at = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True)
    claim = models.UUIDField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # The name of the error's class alone: messages may carry what people typed.
    error = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name_plural = "deliveries"
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=("entry", "reader"), name="one_delivery_per_entry_and_reader")]
        indexes = [
            models.Index(
                fields=("reader", "due_at"),
                condition=models.Q(state__in=("waiting", "claimed")),
                name="deliveries_open",
            )
        ]
