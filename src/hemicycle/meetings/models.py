"""Meetings, who comes to them, and the calendars that people take along."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language

from hemicycle.meetings.states import Opening, Sort, State
from hemicycle.network.models import Body


class Meeting(models.Model):
    """One row is one appointment; `title`, `text` and `notes` are its texts, once per language."""

    kind: ClassVar[str] = "meeting"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    sort = models.CharField(max_length=10, choices=Sort.choices, default=Sort.MEETING)
    opening = models.CharField(max_length=10, choices=Opening.choices, default=Opening.MEMBERS)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    # The zone in which it was set, as a name of the zone database; readers see their own beside it.
    zone = models.CharField(max_length=60)
    languages = models.JSONField(default=list)
    place = models.CharField(max_length=200, blank=True)  # Empty means that it is held online alone.
    joining_address = models.URLField(max_length=500, blank=True)
    recording_address = models.URLField(max_length=500, blank=True)
    # Grows with every change that calendars have to follow.
    sequence = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("begins_at", "pk")
        indexes = [
            models.Index(fields=("body", "begins_at"), name="meetings_of_a_body"),
            models.Index(fields=("opening", "begins_at"), name="the_calendar"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("begins_at")), name="a_meeting_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return str(self.uid)

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"

    @property
    def path(self) -> str:
        return f"/calendar/{self.uid}/"

    @property
    def is_public(self) -> bool:
        return self.opening == Opening.PUBLIC

    def has_begun(self) -> bool:
        return self.begins_at <= timezone.now()

    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()


class Registration(models.Model):
    """One row is one person who comes, or who is invited and has not answered yet."""

    kind: ClassVar[str] = "registration"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="registrations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="registrations")
    coming = models.BooleanField(null=True)  # Nothing was said yet by somebody who was invited.
    since = models.DateTimeField(default=timezone.now, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("meeting", "person"), name="one_registration_per_person")]


class Feed(models.Model):
    """One row is the secret of one person's own calendar; another secret takes the old address away."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feed", primary_key=True
    )
    secret = models.CharField(max_length=32)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
