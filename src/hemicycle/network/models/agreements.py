"""Agreements with partners at four levels, what each gives, and the projects that some of them are about."""

import uuid
from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from hemicycle.core.dates import partial_date
from hemicycle.network.models.register import Body, Source
from hemicycle.network.states.agreements import AgreementState, Gift, Level, Part
from hemicycle.topics.models import Topic


class Project(models.Model):
    """One row is one project of the network; its title and purpose are texts, once per language."""

    kind: ClassVar[str] = "project"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=120, unique=True)
    since = partial_date()
    until = partial_date()
    topics = models.ManyToManyField(Topic, blank=True, related_name="+")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("-since", "slug")

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"

    @property
    def path(self) -> str:
        return f"/projects/{self.slug}/"


class ProjectParty(models.Model):
    """One row says in what part a body stands in a project."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="parties")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="project_parts")
    part = models.CharField(max_length=10, choices=Part.choices)

    class Meta:
        verbose_name_plural = "project parties"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("project", "body", "part"), name="each_part_once_in_a_project")]


class ProjectStep(models.Model):
    """One row is one activity or output of a project that no hub carries; its words are in the project's language."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="steps")
    is_output = models.BooleanField(default=False)
    title = models.CharField(max_length=250)
    language = models.CharField(max_length=10, default="en")
    dated = partial_date()
    address = models.URLField(max_length=400, blank=True)

    class Meta:
        ordering = ("is_output", "dated", "pk")


class Agreement(models.Model):
    """One row is one agreement with one body for one period; a renewal and a handover are new rows that name the old.

    What the partner gives and gets, and the credit that it requires, are texts (`gives`, `gets`, `credit`,
    `disclaimer`), once per language.
    """

    kind: Any = "agreement"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="agreements")
    level = models.CharField(max_length=10, choices=Level.choices)
    state = models.CharField(max_length=10, choices=AgreementState.choices, default=AgreementState.TALKS)
    # The hub that the body hosts by this agreement; a hub is a body too.
    hub = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="hosted_by")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements")
    signed_on = partial_date()
    # By whom it was signed, for each side, as the document says it.
    signatories = models.CharField(max_length=300, blank=True)
    since = partial_date()
    until = partial_date()
    renews = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="renewals")
    takes_over = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="handovers")
    role_note = models.CharField(max_length=250, blank=True)  # What the source calls the partner's part.
    sources = models.JSONField(default=list, blank=True)  # Addresses where it is said.
    doubtful = models.BooleanField(default=False)
    shipped = models.BooleanField(default=False)
    # On which day its end was brought to the attention of those who renew it.
    reminded_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("body", "since", "pk")
        indexes = [models.Index(fields=("hub", "state"), name="hosts_of_a_hub")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until="")
                | Q(since="")
                | Q(until__gte=models.F("since"))
                | Q(since__startswith=models.F("until")),
                name="an_agreement_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uid)


class Contribution(models.Model):
    """One row is one thing that a partner gives; without an amount and without days its value is not known."""

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="contributions")
    gift = models.CharField(max_length=15, choices=Gift.choices)
    what = models.CharField(max_length=250, blank=True)
    language = models.CharField(max_length=10, default="en")  # In which `what` and `led_to` are written.
    amount = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    currency = models.CharField(max_length=3, blank=True)
    working_days = models.PositiveIntegerField(null=True, blank=True)
    since = partial_date()
    until = partial_date()
    led_to = models.CharField(max_length=250, blank=True)
    led_to_address = models.CharField(max_length=400, blank=True)
    shipped = models.BooleanField(default=False)

    class Meta:
        ordering = ("agreement", "since", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__isnull=True, currency="") | (Q(amount__isnull=False) & ~Q(currency="")),
                name="an_amount_has_a_currency",
            )
        ]
