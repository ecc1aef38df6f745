"""The timetable: what the worker does again and again, and when it is next due."""

from django.db import models


class Appointment(models.Model):
    """One row is one recurring piece of work; the worker that moves its date is the one that does it."""

    name = models.CharField(max_length=60, primary_key=True)
    due_at = models.DateTimeField()
