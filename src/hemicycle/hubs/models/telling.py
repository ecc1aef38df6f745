"""What a hub made, what it tells in short, and the reports of its years."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language

from hemicycle.core.dates import partial_date
from hemicycle.core.models import File
from hemicycle.hubs.models.hub import Hub
from hemicycle.hubs.states import OutputKind
from hemicycle.network.models import Project


class Output(models.Model):
    """One row is one thing that a hub made; `title` and `text` are its texts, once per language."""

    kind: ClassVar[str] = "hub_output"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, on_delete=models.CASCADE, related_name="outputs")
    sort = models.CharField(max_length=10, choices=OutputKind.choices, default=OutputKind.OTHER)
    dated = partial_date()
    address = models.URLField(max_length=400, blank=True)
    file = models.ForeignKey(File, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    activity = models.UUIDField(null=True, blank=True)  # The activity that it came out of, in whatever revision.
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="outputs")
    sources = models.JSONField(default=list, blank=True)
    shipped = models.BooleanField(default=False)
    # Empty while it is a draft, which those who run the hub see alone.
    published_at = models.DateTimeField(null=True, blank=True, default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-dated", "-pk")
        indexes = [models.Index(fields=("hub", "-dated"), name="outputs_of_a_hub")]

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"

    @property
    def path(self) -> str:
        return f"/hubs/{self.hub.slug}/outputs/{self.uid}/"


class Update(models.Model):
    """One row is one short piece of news; `title`, `text`, `caption` and `alt` are its texts, once per language."""

    kind: ClassVar[str] = "hub_update"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, on_delete=models.CASCADE, related_name="updates")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    picture = models.ForeignKey(File, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    picture_width = models.PositiveSmallIntegerField(null=True, blank=True)
    picture_height = models.PositiveSmallIntegerField(null=True, blank=True)
    picture_credit = models.CharField(max_length=150, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-published_at", "-pk")
        indexes = [models.Index(fields=("hub", "-published_at"), name="updates_of_a_hub")]

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"

    @property
    def path(self) -> str:
        return f"/hubs/{self.hub.slug}/updates/{self.uid}/"


class YearReport(models.Model):
    """One row is the report of a year; `introduction` is its text, and what it tells is frozen when published."""

    kind: ClassVar[str] = "hub_report"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, on_delete=models.CASCADE, related_name="reports")
    year = models.PositiveSmallIntegerField()
    told = models.JSONField(default=dict)  # What `analysis.year_of` found when it was published.
    drawn_up_at = models.DateTimeField(default=timezone.now, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-year",)
        constraints = [models.UniqueConstraint(fields=("hub", "year"), name="one_report_per_hub_and_year")]

    def get_absolute_url(self) -> str:
        return f"/{get_language()}/hubs/{self.hub.slug}/reports/{self.year}/"
