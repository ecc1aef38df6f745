"""Seats, sittings with agenda and papers, written procedures with advice, and decisions."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language

from hemicycle.core.models import File
from hemicycle.meetings.models import Meeting
from hemicycle.network.models import Body
from hemicycle.steering.states import Answer, FollowUp


class Seat(models.Model):
    """One row is one term for which a body was invited to the committee; keystone partners need no row."""

    kind: ClassVar[str] = "steering_seat"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="steering_seats")
    since = models.DateField()
    until = models.DateField()

    class Meta:
        ordering = ("body", "since")
        constraints = [models.CheckConstraint(condition=Q(until__gte=F("since")), name="a_seat_ends_after_it_begins")]


class Sitting(models.Model):
    """One row is one meeting of the committee; `minutes` are its text, once per language."""

    kind: ClassVar[str] = "sitting"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="sitting")
    papers_published_at = models.DateTimeField(null=True, blank=True, editable=False)
    minutes_published_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-meeting__begins_at",)

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"

    @property
    def path(self) -> str:
        return f"/steering/sittings/{self.uid}/"


class AgendaItem(models.Model):
    """One row is one item of an agenda; `title` and `text` are texts, once per language."""

    kind: ClassVar[str] = "agenda_item"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("sitting", "number")
        constraints = [models.UniqueConstraint(fields=("sitting", "number"), name="one_item_per_number")]


class Procedure(models.Model):
    """One row is one question asked in writing; `title` and `question` are its texts, once per language."""

    kind: ClassVar[str] = "procedure"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    closes_on = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Since when everybody may read what was decided; what each seat advised stays inside.
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Who was asked: bodies that had a seat when it was opened.
    asked = models.ManyToManyField(Body, related_name="+")

    class Meta:
        ordering = ("-opened_at",)

    def get_absolute_url(self) -> str:
        return f"/{get_language()}/steering/procedures/{self.uid}/"


class Advice(models.Model):
    """One row is what one seat answered; the last answer before the procedure closes holds."""

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="advice")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    text = models.TextField(blank=True)
    by_mail = models.BooleanField(default=False)
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "advice"
        ordering = ("procedure", "given_at")
        constraints = [models.UniqueConstraint(fields=("procedure", "body"), name="one_advice_per_seat")]


class Paper(models.Model):
    """One row is one paper in one language, private until its sitting's papers are published."""

    kind: ClassVar[str] = "steering_paper"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    sitting = models.ForeignKey(Sitting, null=True, blank=True, on_delete=models.CASCADE, related_name="papers")
    procedure = models.ForeignKey(Procedure, null=True, blank=True, on_delete=models.CASCADE, related_name="papers")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="papers")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=10)
    file = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("item__number", "title", "language")
        constraints = [
            models.CheckConstraint(
                condition=Q(sitting__isnull=False, procedure__isnull=True)
                | Q(sitting__isnull=True, procedure__isnull=False),
                name="a_paper_lies_before_one_thing",
            )
        ]


class Decision(models.Model):
    """One row is one decision, taken at a sitting or in writing; `title` and `text` are its texts."""

    kind: ClassVar[str] = "decision"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    sitting = models.ForeignKey(Sitting, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    procedure = models.ForeignKey(Procedure, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="decisions")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    taken_on = models.DateField()
    # Who follows up: a person, or whoever speaks for a body.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=FollowUp.choices, default=FollowUp.OPEN)
    outcome = models.TextField(blank=True)
    settled_on = models.DateField(null=True, blank=True)
    # On which day whoever follows up was last reminded.
    reminded_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-year", "-number")
        constraints = [models.UniqueConstraint(fields=("year", "number"), name="one_decision_per_number")]

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"

    @property
    def path(self) -> str:
        return f"/steering/decisions/{self.uid}/"

    @property
    def name(self) -> str:
        """By what it is cited: 2026/3."""
        return f"{self.year}/{self.number}"
