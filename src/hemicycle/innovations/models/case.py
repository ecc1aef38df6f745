"""Cases: what a body did, what it took, and what came of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from hemicycle.core.dates import partial_date
from hemicycle.innovations.models.shared import Citation, Innovation, Tagging
from hemicycle.innovations.states import Answer, CostBand, Evidence, Stage, State, TeamBand
from hemicycle.network.states import Role


class Case(Innovation):
    """One row is one thing that a body did; a plan alone is a use case."""

    kind: ClassVar[str] = "case"

    began = partial_date()
    ended = partial_date()
    stage = models.CharField(max_length=16, choices=Stage.choices, default=Stage.UNKNOWN)
    # The date of the source that states the stage; a confirmation by the body is a different thing.
    stage_as_of = partial_date()
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="confirmed_cases"
    )
    # The office in which it was confirmed: pages name the office and never the person.
    confirmed_as = models.CharField(max_length=20, choices=Role.choices, blank=True)
    # When the chamber was last asked "still so?", and after how many months since publication.
    asked_on = models.DateField(null=True, blank=True)
    asked_after = models.PositiveSmallIntegerField(default=0)
    # Empty is "not stated"; people may also say that nobody knows, or that they prefer not to.
    team = models.CharField(max_length=8, choices=TeamBand.choices, blank=True)
    months_to_first_use = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    cost = models.CharField(max_length=12, choices=CostBand.choices, blank=True)
    cost_year = models.PositiveSmallIntegerField(null=True, blank=True)
    cost_currency = models.CharField(max_length=3, blank=True)
    running_cost = models.CharField(max_length=12, choices=CostBand.choices, blank=True)
    donor_dependence = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    code_open = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    code_address = models.CharField(max_length=300, blank=True)

    class Meta(Innovation.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(published_at__isnull=False),
                name="a_published_case_has_its_date",
            ),
            models.CheckConstraint(
                condition=~Q(evidence=Evidence.CONFIRMED) | Q(confirmed_on__isnull=False),
                name="a_confirmed_case_has_its_date",
            ),
        ]
        indexes = [models.Index(fields=("state", "-published_at"), name="cases_newest")]

    @property
    def path(self) -> str:
        return f"/cases/{self.slug}/"


class CaseCitation(Citation):
    """One row is one source of a case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="citations")

    class Meta(Citation.Meta):
        constraints = [models.UniqueConstraint(fields=("case", "order"), name="one_citation_per_case_and_number")]


class CaseTagging(Tagging):
    """One row is one topic of a case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="taggings")

    class Meta(Tagging.Meta):
        constraints = [models.UniqueConstraint(fields=("case", "topic"), name="one_tagging_per_case_and_topic")]


class Measure(models.Model):
    """One row is one figure of a case; what it measures is said in the texts, under its key."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="measures")
    order = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=60, allow_unicode=False)
    value = models.DecimalField(max_digits=18, decimal_places=4)
    unit = models.CharField(max_length=40, blank=True)
    date = partial_date()
    scope = models.CharField(max_length=200, blank=True)
    citation = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=("case", "key"), name="one_measure_per_case_and_key")]
