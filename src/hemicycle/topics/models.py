"""Topics: the words by which everything on the platform is found and compared."""

import uuid
from typing import ClassVar

from django.db import models


class Topic(models.Model):
    """One row is one term; its code never changes, its labels may."""

    kind: ClassVar[str] = "topic"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=80, unique=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    order = models.PositiveSmallIntegerField()
    labels = models.JSONField()  # By language; English is always there.
    note = models.TextField(blank=True)
    # S: the term comes from a source of the network; I: it was added when the vocabulary was made;
    # P: the secretariat added it since.
    origin = models.CharField(max_length=1, blank=True)

    class Meta:
        ordering = ("order",)

    def __str__(self) -> str:
        return self.code
