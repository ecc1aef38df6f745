"""What cases and use cases have in common: identity, body, state, sources, topics."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import get_language

from hemicycle.core.dates import partial_date
from hemicycle.innovations.states import Evidence, State
from hemicycle.network.models import Body
from hemicycle.topics.models import Topic


class Innovation(models.Model):
    """One thing told by or about a body; its words are in `core.texts`, once per language."""

    kind: ClassVar[str]

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=120, unique=True)
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="%(class)ss")
    # For a body that the register does not hold.
    body_name = models.CharField(max_length=200, blank=True)
    countries = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    evidence = models.CharField(max_length=12, choices=Evidence.choices, default=Evidence.SUBMITTED)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="%(class)ss"
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="reviewed_%(class)ss"
    )
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"

    @property
    def path(self) -> str:
        """Its address without the language."""
        raise NotImplementedError


class Citation(models.Model):
    """A source of a record; `order` is the number by which measures and links cite it."""

    order = models.PositiveSmallIntegerField()
    address = models.CharField(max_length=400, blank=True)
    title = models.CharField(max_length=250)
    note = models.CharField(max_length=250, blank=True)
    dated = partial_date()

    class Meta:
        abstract = True
        ordering = ("order",)


class Tagging(models.Model):
    """A topic of a record; the first area of work is its main one."""

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="%(class)ss")
    order = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True
        ordering = ("order",)
