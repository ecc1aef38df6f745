"""Listings: the public state of every offered thing, so that readers need not ask its subject."""

from django.db import models


class Listing(models.Model):
    """One row is one thing that is or was public: where it is, since when, and since when gone."""

    uid = models.UUIDField(primary_key=True, editable=False)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    path = models.CharField(max_length=250)
    order = models.CharField(max_length=40, blank=True)  # By what its lists are sorted, such as a date.
    public_since = models.DateTimeField()
    changed_at = models.DateTimeField()
    gone_since = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("kind", "key")
        constraints = [models.UniqueConstraint(fields=("kind", "key"), name="one_listing_per_kind_and_key")]
        indexes = [
            models.Index(
                fields=("kind", "-order", "key"), condition=models.Q(gone_since=None), name="listings_public_newest"
            )
        ]


class Address(models.Model):
    """One row is one address, without language, that a listing has or had."""

    path = models.CharField(max_length=250, primary_key=True)
    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="addresses")
    since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "addresses"


class Mark(models.Model):
    """One row says that a public thing bears one value of one facet."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=40)
    facet = models.CharField(max_length=30)
    value = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("kind", "facet", "value", "listing"), name="one_mark_per_thing_and_value")
        ]


class Link(models.Model):
    """One row is one relation from a public thing to another thing, of any kind."""

    listing = models.ForeignKey(Listing, on_delete=models.CASCADE, related_name="links")
    relation = models.CharField(max_length=40)
    to = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("listing", "relation", "to"), name="one_link_per_relation_and_target")
        ]
        indexes = [models.Index(fields=("to", "relation"), name="links_towards")]


class Counter(models.Model):
    """One row per kind: it moves when, and only when, public content of that kind changes."""

    kind = models.CharField(max_length=40, primary_key=True)
    value = models.PositiveBigIntegerField(default=0)
    # Drawn anew at each move, so that a value that was rolled back or restored never names other content.
    mark = models.CharField(max_length=32)
