"""A mail as it travels: headers, plain text, HTML beside it, and from whom to whom."""

import email.policy
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from uuid import UUID

from django.conf import settings
from django.utils.translation import override

from hemicycle.notices import addresses, composing
from hemicycle.notices.models import Mail
from hemicycle.threads.circles import listed_as
from hemicycle.threads.models import Thread
from hemicycle.ui.frame import absolute

# Encoded so that every server on the way can carry it.
CHARSET = {"charset": "utf-8"}
POLICY = email.policy.SMTP.clone(cte_type="7bit", max_line_length=78)
# How many earlier mails one names; the first is always among them.
LONGEST_CHAIN = 10


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
    for each in mail.attachments:
        kind, _slash, subtype = each["media_type"].partition("/")
        # As octets, since line breaks belong to what calendars read.
        content = each["text"].encode()
        message.add_attachment(content, maintype=kind, subtype=subtype, filename=each["name"], params=CHARSET)
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
        found |= _conversation(mail, mail.thread)
    return found


def _list_name(topic: str) -> str:
    """One list for each topic that people can leave, or for the several of a digest."""
    return f"<{topic.replace('+', '-')}.{settings.MAIL_NAMES}>"


def _list_of(thread: Thread) -> dict[str, str]:
    """The mailing list to which the conversation belongs, with the address to which new letters go."""
    listed = listed_as(thread.about_kind, thread.about)
    if listed is None:
        return {}
    named = "".join(sign for sign in listed.title if sign.isprintable() and sign not in '"<>\\')
    found = {"List-Id": f'"{named}" <{listed.mailbox.replace("+", "-")}.{settings.MAIL_NAMES}>'}
    if settings.MAIL_DOMAIN:
        found["List-Post"] = f"<mailto:{listed.mailbox}@{settings.MAIL_DOMAIN}>"
    return found


def _root(thread: UUID) -> str:
    """The first of all, which nobody was ever sent: it is the same for everybody in the conversation."""
    return f"<thread.{thread}@{settings.MAIL_NAMES}>"


def _conversation(mail: Mail, thread_uid: UUID) -> dict[str, str]:
    """Each mail answers the one before, and all the same first one, so that mail programs keep them together."""
    before = Mail.objects.filter(thread=thread_uid, person=mail.person, pk__lt=mail.pk).order_by("-pk")
    chain = [_root(thread_uid), *reversed([name_of(each) for each in before.only("uid")[:LONGEST_CHAIN]])]
    found = {"In-Reply-To": chain[-1], "References": " ".join(chain)}
    thread = Thread.objects.filter(uid=thread_uid).first()
    if thread is not None:
        with override(mail.person.language if mail.person else None):
            found["List-Archive"] = f"<{absolute(thread.get_absolute_url())}>"
            found |= _list_of(thread)
        if settings.MAIL_DOMAIN and mail.person is not None:
            found["Reply-To"] = addresses.reply_address(thread.pk, mail.person.pk)
    return found
