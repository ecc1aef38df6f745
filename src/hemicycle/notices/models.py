"""What people are to hear, the mails that carry it, the letters that come back, and addresses that do not work."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from hemicycle.accounts.states import Often
from hemicycle.core.models import Entry, File
from hemicycle.notices.states import LetterState, MailState, Purpose, Reason


class Mail(models.Model):
    """One row is one mail to one person, from when it is written until it is known what became of it."""

    kind: ClassVar[str] = "mail"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    # Whoever writes the same mail again uses the same key, and nothing is sent twice.
    key = models.CharField(max_length=120, unique=True)
    # A mail goes to the person's address as it is when it is sent, unless an address is given.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="mails")
    address = models.EmailField(max_length=254, blank=True)
    subject = models.CharField(max_length=250)
    text = models.TextField()
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    # Small files of words that go along: each with name, type and text.
    attachments = models.JSONField(default=list, blank=True)
    # What unsubscribing ends, and the conversation to which an answer goes.
    topic = models.CharField(max_length=40, blank=True)
    thread = models.UUIDField(null=True)
    urgent = models.BooleanField(default=False)

    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.WAITING)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    claim = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    # A code of the mail server, or the name of an error's class; never an address.
    error = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ("id",)
        indexes = [
            models.Index(fields=("due_at",), condition=Q(state__in=("waiting", "sending")), name="mails_open"),
            models.Index(fields=("state",), condition=Q(state__in=("parked", "dead")), name="mails_that_need_care"),
        ]


class Notice(models.Model):
    """One row says that one person is to hear of one entry of the journal, and when."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=40)
    often = models.CharField(max_length=8, choices=Often.choices)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    # Settled without a mail: there was nothing left to say.
    settled_at = models.DateTimeField(null=True)
    mail = models.ForeignKey(Mail, null=True, on_delete=models.SET_NULL, related_name="notices")

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=("person", "entry"), name="one_notice_per_person_and_entry")]
        indexes = [models.Index(fields=("due_at",), condition=Q(settled_at=None), name="notices_open")]


class Letter(models.Model):
    """One row is one letter that came in by mail, kept whole as a private file, and what became of it."""

    kind: ClassVar[str] = "received_letter"

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    # By what the same letter is known when a mail server hands it over again.
    mark = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=6, choices=Purpose.choices)
    # The mailbox to which it was written, such as hub+caribbean.
    box = models.CharField(max_length=90, blank=True)
    # To whom the address belongs that it was sent to; not always who sent it. Of a letter to a mailbox, its sender.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    thread = models.UUIDField(null=True)
    mail = models.ForeignKey(Mail, null=True, on_delete=models.SET_NULL, related_name="+")
    file = models.ForeignKey(File, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=LetterState.choices, default=LetterState.WAITING)
    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)
    came_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("id",)
        indexes = [
            models.Index(fields=("state",), condition=Q(state__in=("waiting", "parked")), name="letters_open"),
        ]


class Unreachable(models.Model):
    """One row says that mail to a person's address comes back; it holds for that address alone."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="unreachable", primary_key=True
    )
    address = models.EmailField(max_length=254)
    since = models.DateTimeField(default=timezone.now, editable=False)
    # The code of the report, such as 5.1.1.
    status = models.CharField(max_length=12)
