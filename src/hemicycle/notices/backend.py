"""Django's way into the tray: mails of other packages, such as codes and invitations, which somebody waits for."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend

from hemicycle.accounts.models import Person
from hemicycle.notices import actions
from hemicycle.notices.actions.tray import Outgoing
from hemicycle.notices.models import Mail

HTML = "text/html"
# Whoever may call twice names the mail with this header; it does not travel.
KEY = "X-Idempotency-Key"


class AttachmentsNotSent(ValueError):
    """Mails of this site carry words alone."""


class OutTray(BaseEmailBackend):
    """Puts a mail into the tray for each recipient, and hands it over as soon as the transaction is committed."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        mails = [mail for message in email_messages for mail in _mails_of(message)]
        actions.hand_over_soon([mail.pk for mail in mails])
        return len(email_messages)


def _mails_of(message: EmailMessage) -> list[Mail]:
    """To the very address that was given: a code must not follow a person who has changed theirs."""
    if message.attachments:
        raise AttachmentsNotSent
    headers = {name: str(value) for name, value in message.extra_headers.items() if name != KEY}
    key = str(message.extra_headers.get(KEY, "") or uuid.uuid4())
    return [
        actions.put(
            f"{key}:{number}",
            Outgoing(
                subject=str(message.subject),
                text=str(message.body),
                html=_html_of(message),
                person=Person.objects.filter(email__iexact=address).first(),
                address=address,
                headers=headers,
                urgent=True,
            ),
        )
        for number, address in enumerate(message.recipients())
    ]


def _html_of(message: EmailMessage) -> str:
    alternatives: list[Any] = message.alternatives if isinstance(message, EmailMultiAlternatives) else []
    return next((str(content) for content, media_type in alternatives if media_type == HTML), "")
