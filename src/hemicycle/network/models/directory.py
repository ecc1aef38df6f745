"""The members' directory: who chose to be listed, with what, and who wrote to whom through it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from hemicycle.topics.models import Topic


class DirectoryEntry(models.Model):
    """One row is one person's choice about the directory; without a row nobody is listed."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="directory_entry", primary_key=True
    )
    listed = models.BooleanField(default=False)
    shows_mail = models.BooleanField(default=False)
    topics = models.ManyToManyField(Topic, blank=True, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "directory entries"

    def __str__(self) -> str:
        return str(self.pk)


class SpokenLanguage(models.Model):
    """One row is one language in which a listed person can be written to."""

    entry = models.ForeignKey(DirectoryEntry, on_delete=models.CASCADE, related_name="languages")
    code = models.CharField(max_length=10, choices=settings.LANGUAGES)

    class Meta:
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=("entry", "code"), name="each_language_once")]

    def __str__(self) -> str:
        return self.code


class Introduction(models.Model):
    """One row is one first letter from one member to another; its text is forgotten some time after it was sent."""

    kind: Any = "introduction"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(blank=True)
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("written_at",)
        indexes = [models.Index(fields=("writer", "written_at"), name="introductions_of_writer")]

    def __str__(self) -> str:
        return str(self.uid)
