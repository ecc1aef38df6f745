"""The register: bodies and their countries, facts as dated periods with a source."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from hemicycle.network.states import BodyKind, ChamberKind, FactName


class Source(models.Model):
    """One row is one source that facts of the register cite."""

    key = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=250)
    edition = models.CharField(max_length=250, blank=True)
    licence = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.title


class Country(models.Model):
    """One row is one country or territory whose parliament is in the register; no view on its status is taken."""

    key = models.CharField(max_length=2, unique=True)
    iso3 = models.CharField(max_length=3, unique=True)
    iso_numeric = models.CharField(max_length=3, blank=True)
    m49 = models.CharField(max_length=3, blank=True)
    names = models.JSONField()
    un_status = models.CharField(max_length=20)
    names_source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")
    codes_source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")
    un_status_source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")
    region_source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    # Its cell in the tile grid of the world.
    column = models.PositiveSmallIntegerField(null=True)
    row = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name_plural = "countries"
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key


class Body(models.Model):
    """One row is one body: a parliament, a chamber, a regional body, a hub, an organisation, the secretariat."""

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    kind: Any = models.CharField(max_length=20, choices=BodyKind.choices)
    key = models.CharField(max_length=40, unique=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    country = models.ForeignKey(Country, null=True, blank=True, on_delete=models.PROTECT, related_name="bodies")
    # Institutions' names are never translated by us: one in English, one in the body's own language or script.
    name = models.CharField(max_length=200)
    name_local = models.CharField(max_length=200, blank=True)
    name_source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name_doubtful = models.BooleanField(default=False)
    name_local_source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name_local_doubtful = models.BooleanField(default=False)
    name_note = models.TextField(blank=True)
    names = models.JSONField(default=dict, blank=True)  # Official names by language, where the body has several.
    chamber_kind = models.CharField(max_length=10, choices=ChamberKind.choices, blank=True)
    note = models.TextField(blank=True)
    # What holds now, drawn from the facts by the actions; never written by hand.
    current = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        verbose_name_plural = "bodies"
        ordering = ("key",)
        indexes = [models.Index(fields=("kind", "key"), name="bodies_of_kind")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=BodyKind.CHAMBER) | (Q(parent__isnull=False) & ~Q(chamber_kind="")),
                name="a_chamber_belongs_to_a_parliament",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Fact(models.Model):
    """One row is one fact about a body, for a period, from a source; a new value is a new row."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="facts")
    name = models.CharField(max_length=20, choices=FactName.choices)
    value = models.CharField(max_length=250)
    # Empty means not known; as precise as the source is.
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    as_of = models.CharField(max_length=20, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="facts")
    doubtful = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    # Facts that ship with the project follow its files; facts that people recorded are never touched by a load.
    shipped = models.BooleanField(default=False)

    class Meta:
        ordering = ("body", "name", "since", "value")
        constraints = [
            models.UniqueConstraint(fields=("body", "name", "value", "since", "as_of"), name="one_fact_per_period")
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.name}"
