"""Work plans by year, each revision kept, and their activities."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from hemicycle.core.dates import partial_date
from hemicycle.hubs.models.hub import Hub
from hemicycle.hubs.states import ActivityState
from hemicycle.network.models import Body, Project


class Plan(models.Model):
    """One row is the work plan of a year as it was adopted at one time; number 1 is the first, the highest holds."""

    kind: ClassVar[str] = "hub_plan"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, on_delete=models.CASCADE, related_name="plans")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(default=1)
    language = models.CharField(max_length=10)
    note = models.TextField(blank=True)  # What the year is for, or why the plan was revised.
    adopted_at = models.DateTimeField(default=timezone.now, editable=False)
    shipped = models.BooleanField(default=False)

    class Meta:
        ordering = ("-year", "-number")
        constraints = [models.UniqueConstraint(fields=("hub", "year", "number"), name="one_plan_per_number")]


class Activity(models.Model):
    """One row is one activity in one plan; the same activity has the same `uid` in every revision."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="activities")
    uid = models.UUIDField(default=uuid.uuid4)
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    since = partial_date()
    until = partial_date()
    state = models.CharField(max_length=10, choices=ActivityState.choices, default=ActivityState.PLANNED)
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    bodies = models.ManyToManyField(Body, blank=True, related_name="+")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="activities")

    class Meta:
        verbose_name_plural = "activities"
        ordering = ("plan", "order")
        constraints = [models.UniqueConstraint(fields=("plan", "uid"), name="each_activity_once_in_a_plan")]
