"""Who takes part in a hub, by whom a member is represented, and what the members talk about."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from hemicycle.core.dates import partial_date
from hemicycle.hubs.models.hub import Hub
from hemicycle.hubs.states import WAITING_STATES, MemberState
from hemicycle.network.models import Body


class Membership(models.Model):
    """One row is one term of one body in a hub; a body that leaves and comes back has two."""

    kind: ClassVar[str] = "membership"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, on_delete=models.CASCADE, related_name="memberships")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="memberships")
    state = models.CharField(max_length=10, choices=MemberState.choices)
    # What the body said when it asked, or the hub when it invited or refused; seen by both sides alone.
    note = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    asked_by = models.UUIDField(null=True, editable=False)
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    since = partial_date()
    until = partial_date()
    shipped = models.BooleanField(default=False)

    class Meta:
        ordering = ("hub", "body", "pk")
        indexes = [models.Index(fields=("hub", "state"), name="members_of_a_hub")]
        constraints = [
            models.UniqueConstraint(
                fields=("hub", "body"),
                condition=Q(state__in=[*WAITING_STATES, MemberState.MEMBER]),
                name="one_running_membership_per_hub",
            )
        ]


class Correspondent(models.Model):
    """One row is one person whom a member has named for the hub, until they are released or leave."""

    kind: ClassVar[str] = "correspondent"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="correspondents")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="correspondences")
    since = models.DateTimeField(default=timezone.now, editable=False)
    named_by = models.UUIDField(null=True, editable=False)

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("membership", "person"), name="each_correspondent_once")]


class Discussion(models.Model):
    """One row is one matter that members of a hub talk about; what is said is a thread about it."""

    kind: ClassVar[str] = "discussion"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, on_delete=models.CASCADE, related_name="discussions")
    title = models.CharField(max_length=200)
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    # The mail by which it was opened, so that the same letter opens one discussion.
    message_id = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-opened_at", "-pk")
        indexes = [models.Index(fields=("hub", "-opened_at"), name="discussions_of_a_hub")]
        constraints = [
            models.UniqueConstraint(
                fields=("hub", "message_id"), condition=~Q(message_id=""), name="one_discussion_per_letter"
            )
        ]

    def get_absolute_url(self) -> str:
        return f"/{get_language()}/hubs/{self.hub.slug}/discussions/{self.uid}/"
