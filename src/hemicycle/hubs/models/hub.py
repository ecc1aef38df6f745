"""Hubs and the papers that they keep."""

import uuid
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language

from hemicycle.core.dates import partial_date
from hemicycle.core.models import File
from hemicycle.hubs.states import HubKind, HubState, Joining
from hemicycle.network.models import Body
from hemicycle.topics.models import Topic

COLOUR = RegexValidator(r"^#[0-9a-f]{6}$")


class Hub(models.Model):
    """One row is one hub; its name is that of its body.

    `purpose` and `focus` are its texts, once per language, with `members_note` and `hosts_note` if they were compiled.
    """

    kind: ClassVar[str] = "hub"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    body = models.OneToOneField(Body, on_delete=models.PROTECT, related_name="hub")
    slug = models.SlugField(max_length=80, unique=True)
    sort = models.CharField(max_length=10, choices=HubKind.choices)
    state = models.CharField(max_length=10, choices=HubState.choices, default=HubState.OFFERED)
    joining = models.CharField(max_length=12, choices=Joining.choices, default=Joining.ON_REQUEST)
    languages = models.JSONField(default=list, blank=True)  # The languages that it works in; empty means not known.
    topics = models.ManyToManyField(Topic, blank=True, related_name="hubs")
    countries = models.JSONField(default=list, blank=True)  # Keys of the countries that a regional hub is for.
    region = models.CharField(max_length=40, blank=True)  # The slug of a region of the register, where it is one.
    began = partial_date()
    accent = models.CharField(max_length=7, blank=True, validators=[COLOUR])
    # Loaded from public sources on this day; nobody of the hub has said it.
    compiled_on = models.DateField(null=True, blank=True)
    sources = models.JSONField(default=list, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    # The last sign of life recorded on the platform; kept by the actions, since quietness depends on it.
    last_sign_at = models.DateTimeField(null=True, blank=True, editable=False)
    quiet_told_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("sort", "slug")
        indexes = [models.Index(fields=("state", "sort"), name="hubs_by_state")]

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        return f"/{get_language()}{self.path}"

    @property
    def path(self) -> str:
        return f"/hubs/{self.slug}/"


class HubPaper(models.Model):
    """One row is one paper that a hub keeps: for everybody, or for its members alone."""

    kind: ClassVar[str] = "hub_paper"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=10)
    dated = partial_date()
    public = models.BooleanField(default=False)
    file = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("-kept_at", "pk")
