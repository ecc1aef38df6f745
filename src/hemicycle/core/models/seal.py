"""Seals: rows beside the journal that chain its entries, and the entries that still wait for theirs."""

from django.db import models

from hemicycle.core.models.journal import Entry


class Seal(models.Model):
    """One row binds one entry to all that were sealed before it; rows are added and never changed."""

    # The order of sealing, without gaps from 1. Entries get their numbers before they are committed; seals after.
    order = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="seal")
    version = models.PositiveSmallIntegerField()  # Which definition of the canonical text was followed.
    digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("order",)


class Unsealed(models.Model):
    """One row is one entry that waits for its seal; a trigger adds it with the entry, sealing takes it away."""

    # No constraint: nothing is ever deleted that it could miss, and each entry would pay for the check.
    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False
    )

    class Meta:
        verbose_name_plural = "unsealed"
