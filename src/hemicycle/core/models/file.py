"""Files: what people hand in, public or private, found by content and never by name."""

import uuid

from django.db import models
from django.utils import timezone


class File(models.Model):
    """One row is one file that belongs to one thing; private ones are seen by those who may see the thing."""

    uid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subject = models.UUIDField()
    kind = models.CharField(max_length=40)
    public = models.BooleanField(default=False)
    name = models.CharField(max_length=150)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField(default=timezone.now)
    kept_by = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=("subject",), name="files_of_subject")]
