"""Conversations and what was said in them."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language

from hemicycle.network.models import Office
from hemicycle.threads.states import Via


class Thread(models.Model):
    """One row is the one conversation about one thing; it is called what the thing is called."""

    kind: ClassVar[str] = "thread"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    about_kind = models.CharField(max_length=40)
    about = models.UUIDField(unique=True)
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    opened_by = models.UUIDField(null=True)

    class Meta:
        ordering = ("id",)

    def get_absolute_url(self) -> str:
        return f"/{get_language()}/threads/{self.uid}/"


class Participant(models.Model):
    """One row lets one person take part in a thread, beside those whom the thing itself brings."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now, editable=False)
    added_by = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("thread", "person"), name="one_place_per_person_and_thread")]


class Letter(models.Model):
    """One row is one contribution to a thread; it is never changed. Who leaves is no longer named, their words stay."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="letters")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="letters")
    # In which office they wrote; it may have ended since.
    office = models.ForeignKey(Office, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField()
    posted_at = models.DateTimeField(default=timezone.now, editable=False)
    via = models.CharField(max_length=4, choices=Via.choices, default=Via.PAGE)
    # By what sending the same letter twice is recognised: the mail's own name, or that of the form.
    message_id = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("thread", "number")
        constraints = [
            models.UniqueConstraint(fields=("thread", "number"), name="one_letter_per_number"),
            models.UniqueConstraint(
                fields=("thread", "message_id"),
                condition=~models.Q(message_id=""),
                name="one_letter_per_message",
            ),
        ]
