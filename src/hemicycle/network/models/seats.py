"""Who holds which office for which term, who has asked for a seat, and contact lists that await loading."""

import uuid
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from hemicycle.core import days
from hemicycle.network.models.register import Body
from hemicycle.network.states import ASKED_ROLES, RequestState, Role


class Offices(models.QuerySet["Office"]):
    """Says which offices run, in one place for all who ask."""

    def running(self, day: date | None = None) -> "Offices":
        """Offices whose term holds the day; a deputy's only while the term of the focal point who named them does."""
        on = day or days.today()
        deputies = ~Q(role=Role.DEPUTY) | (
            term_holds(on, "deputy_of__") & Q(deputy_of__role=Role.FOCAL_POINT, deputy_of__body=F("body"))
        )
        return self.filter(term_holds(on), deputies)


def term_holds(day: date, path: str = "") -> Q:
    ends_later = Q((f"{path}until__isnull", True)) | Q((f"{path}until__gte", day))
    return ends_later & Q((f"{path}since__lte", day), (f"{path}revoked_at__isnull", True))


class Office(models.Model):
    """One row is one term of one person in one role; it ends by its date, without anybody's doing."""

    kind: Any = "office"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="offices")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="offices")
    role = models.CharField(max_length=20, choices=Role.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    # Set when a term was ended at once, so that nothing can be done with it for the rest of its last day.
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    deputy_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="deputies")

    objects = Offices.as_manager()

    class Meta:
        ordering = ("body", "role", "since")
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="an_office_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.body_id}"


class SeatRequest(models.Model):
    """One row is one person's wish for a seat in a body, with what was decided on it."""

    kind: Any = "seat_request"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seat_requests")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seat_requests")
    role = models.CharField(max_length=20, choices=ASKED_ROLES)
    note = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=RequestState.choices, default=RequestState.WAITING)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.TextField(blank=True)
    office = models.ForeignKey(Office, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("asked_at",)
        constraints = [
            models.UniqueConstraint(
                fields=("person", "body", "role"),
                condition=Q(state=RequestState.WAITING),
                name="one_waiting_request_per_seat",
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.body_id} {self.state}"


class ContactList(models.Model):
    """One row is one contact list that was checked and awaits its loading; its people are forgotten afterwards."""

    kind: Any = "contact_list"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    handed_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    handed_in_at = models.DateTimeField(default=timezone.now, editable=False)
    name = models.CharField(max_length=150)
    rows = models.JSONField(default=list)
    loaded_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-handed_in_at",)

    def __str__(self) -> str:
        return str(self.uid)
