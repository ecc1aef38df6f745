"""The spread of innovations: who took what from whom."""

import uuid

from django.db import models
from django.db.models import Q

from hemicycle.core.dates import partial_date
from hemicycle.innovations.models.case import Case
from hemicycle.innovations.states import Evidence, Relation
from hemicycle.network.models import Body


class Adoption(models.Model):
    """One row is one link: the taker adapted, was helped by or continues what the origin did.

    Each end is a case of the library, a body of the register, or the name of a body outside both.
    """

    kind = "adoption"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    relation = models.CharField(max_length=10, choices=Relation.choices)
    origin_case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.CASCADE, related_name="given")
    origin_body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    origin_name = models.CharField(max_length=200, blank=True)
    taker_case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.CASCADE, related_name="taken")
    taker_body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    taker_name = models.CharField(max_length=200, blank=True)
    since = partial_date()
    evidence = models.CharField(max_length=12, choices=Evidence.choices, default=Evidence.SUBMITTED)
    source_address = models.CharField(max_length=400, blank=True)
    source_title = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ("since", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(origin_case__isnull=False) | Q(origin_body__isnull=False) | ~Q(origin_name=""),
                name="an_adoption_names_its_origin",
            ),
            models.CheckConstraint(
                condition=Q(taker_case__isnull=False) | Q(taker_body__isnull=False) | ~Q(taker_name=""),
                name="an_adoption_names_its_taker",
            ),
            models.CheckConstraint(
                condition=Q(origin_case__isnull=True)
                | Q(taker_case__isnull=True)
                | ~Q(origin_case=models.F("taker_case")),
                name="nothing_is_adapted_from_itself",
            ),
            models.UniqueConstraint(
                fields=(
                    "relation",
                    "origin_case",
                    "origin_body",
                    "origin_name",
                    "taker_case",
                    "taker_body",
                    "taker_name",
                ),
                nulls_distinct=False,
                name="one_adoption_per_pair",
            ),
        ]
