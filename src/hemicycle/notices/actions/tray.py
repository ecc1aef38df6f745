"""Putting mails into the tray."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from uuid import UUID

from hemicycle.accounts.models import Person
from hemicycle.core.catalogue import Attachment
from hemicycle.notices.models import Mail

LONGEST_SUBJECT = 250


@dataclass(frozen=True)
class Outgoing:
    """What one mail says, and to whom it goes: to a person, or to the very address that is given."""

    subject: str
    text: str
    html: str = ""
    person: Person | None = None
    address: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    attachments: Sequence[Attachment] = ()
    topic: str = ""
    thread: UUID | None = None
    urgent: bool = False


def put(key: str, mail: Outgoing) -> Mail:
    """A mail waits to be handed over once this transaction is committed; the same key never makes a second one."""
    row, _made = Mail.objects.get_or_create(
        key=key,
        defaults={
            "person": mail.person,
            "address": mail.address,
            "subject": " ".join(mail.subject.split())[:LONGEST_SUBJECT],
            "text": mail.text,
            "html": mail.html,
            "headers": dict(mail.headers),
            "attachments": [asdict(each) for each in mail.attachments],
            "topic": mail.topic,
            "thread": mail.thread,
            "urgent": mail.urgent,
        },
    )
    return row
