"""A mail as it travels: headers, plain text, HTML beside it, and from whom to whom."""

import email.policy
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.utils.translation import override

from hemicycle.notices import addresses, composing
from hemicycle.notices.models import Mail
from hemicycle.threads.models import Thread
from hemicycle.ui.frame import absolute

# Encoded so that every server on the way can carry it.
POLICY = email.policy.SMTP.clone(cte_type="7bit", max_line_length=78)


@dataclass(frozen=True)
class Envelope:
    """What a carrier is handed."""

    name: str  # The mail's own name, the same each time it is sent.
    sender: str  # To whom reports of failure go.
    recipient: str
    content: bytes


def envelope_of(mail: Mail) -> Envelope:
    recipient = recipient_of(mail)
    return Envelope(
        name=mail.uid.hex,
        sender=addresses.bounce_address(mail.pk) if settings.MAIL_DOMAIN else parseaddr(settings.MAIL_FROM)[1],
        recipient=recipient,
        content=_message(mail, recipient).as_bytes(),
    )


def recipient_of(mail: Mail) -> str:
    """The address given, or that which the person has now."""
    if mail.address:
        return mail.address
    return mail.person.email if mail.person is not None else ""


def name_of(mail: Mail) -> str:
    """The Message-ID; it never changes, so that a mail handed over twice is recognised."""
    return f"<{mail.uid}@{settings.MAIL_NAMES}>"


def _message(mail: Mail, recipient: str) -> EmailMessage:
    message = EmailMessage(policy=POLICY)
    message["From"] = settings.MAIL_FROM
    message["To"] = recipient
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.made_at)
    message["Message-ID"] = name_of(mail)
    for name, value in {**_standing(mail), **mail.headers}.items():
        message[name] = " ".join(str(value).split())
    message.set_content(mail.text)
    if mail.html:
        message.add_alternative(mail.html, subtype="html")
    return message


def _standing(mail: Mail) -> dict[str, str]:
    """What follows from what the mail is: no answers by machines, its list, its conversation, the way out."""
    found = {"Auto-Submitted": "auto-generated"}
    if mail.topic:
        found["List-Id"] = _list_name(mail.topic)
    if mail.topic and mail.person is not None:
        with override(mail.person.language):
            found["List-Unsubscribe"] = f"<{composing.unsubscribe_link(mail.person, mail.topic)}>"
        found["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if mail.thread:
        found |= _conversation(mail)
    return found


def _list_name(topic: str) -> str:
    """One list for each topic that people can leave, or for the several of a digest."""
    return f"<{topic.replace('+', '-')}.{settings.MAIL_NAMES}>"


def _conversation(mail: Mail) -> dict[str, str]:
    """Every mail of a conversation answers the same first one, so that mail programs keep them together."""
    root = f"<thread.{mail.thread}@{settings.MAIL_NAMES}>"
    found = {"In-Reply-To": root, "References": root}
    thread = Thread.objects.filter(uid=mail.thread).first()
    if thread is not None:
        with override(mail.person.language if mail.person else None):
            found["List-Archive"] = f"<{absolute(thread.get_absolute_url())}>"
        if settings.MAIL_DOMAIN and mail.person is not None:
            found["Reply-To"] = addresses.reply_address(thread.pk, mail.person.pk)
    return found
