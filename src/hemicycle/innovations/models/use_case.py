"""Use cases: how something should work, for others to try."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from hemicycle.core.dates import partial_date
from hemicycle.innovations.models.shared import Citation, Innovation, Tagging
from hemicycle.innovations.states import Category, State


class UseCase(Innovation):
    """One row is one description of how a system should work."""

    kind: ClassVar[str] = "use_case"

    number = models.CharField(max_length=10, blank=True)
    dated = partial_date()
    category = models.CharField(max_length=20, choices=Category.choices, blank=True)
    # The category was concluded from the text and does not stand in the source.
    category_inferred = models.BooleanField(default=False)

    class Meta(Innovation.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(published_at__isnull=False),
                name="a_published_use_case_has_its_date",
            )
        ]

    @property
    def path(self) -> str:
        return f"/use-cases/{self.slug}/"


class UseCaseCitation(Citation):
    """One row is one source of a use case."""

    use_case = models.ForeignKey(UseCase, on_delete=models.CASCADE, related_name="citations")

    class Meta(Citation.Meta):
        constraints = [
            models.UniqueConstraint(fields=("use_case", "order"), name="one_citation_per_use_case_and_number")
        ]


class UseCaseTagging(Tagging):
    """One row is one topic of a use case."""

    use_case = models.ForeignKey(UseCase, on_delete=models.CASCADE, related_name="taggings")

    class Meta(Tagging.Meta):
        constraints = [models.UniqueConstraint(fields=("use_case", "topic"), name="one_tagging_per_use_case_and_topic")]
