"""Signed addresses: where an answer goes, where a report of failure goes, and what unsubscribing ends."""

import re
from base64 import b32decode, b32encode
from binascii import Error as NotBase32
from email.utils import parseaddr
from hmac import compare_digest
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac

from hemicycle.notices.states import Purpose
from hemicycle.threads import mailboxes

SIGNED = (Purpose.REPLY, Purpose.BOUNCE)
# A local part has at most 64 characters, and some servers change its case; so numbers in base 32, and a short seal.
NUMBER = 5
SEAL = 12
UNSUBSCRIBE = "hemicycle.notices.unsubscribe"
# The first name in the chain of every mail of a conversation.
ANSWERED = re.compile(r"<thread\.(?P<thread>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(?P<names>[^>\s]{1,253})>")


class Aim(NamedTuple):
    """What a signed address stands for: reply (thread, person) or bounce (mail, 0), as primary keys."""

    purpose: Purpose
    first: int
    second: int


def reply_address(thread: int, person: int) -> str:
    """Where this person's answers to this thread go."""
    return f"{Purpose.REPLY}+{_token(Purpose.REPLY, thread, person)}@{settings.MAIL_DOMAIN}"


def bounce_address(mail: int) -> str:
    """Where mail servers report that this mail did not arrive."""
    return f"{Purpose.BOUNCE}+{_token(Purpose.BOUNCE, mail, 0)}@{settings.MAIL_DOMAIN}"


def aim_of(address: str) -> Aim | None:
    """What an address of ours stands for; nothing if it was made up or belongs to another domain."""
    local, _at, domain = parseaddr(address)[1].rpartition("@")
    word, _plus, token = local.lower().partition("+")
    if not settings.MAIL_DOMAIN or domain.lower() != settings.MAIL_DOMAIN.lower() or word not in SIGNED:
        return None
    try:
        packed = b32decode(token.upper() + "=" * (-len(token) % 8))
    except (NotBase32, ValueError):
        return None
    if len(packed) != 2 * NUMBER + SEAL:
        return None
    first, second = int.from_bytes(packed[:NUMBER], "big"), int.from_bytes(packed[NUMBER : 2 * NUMBER], "big")
    purpose = Purpose(word)
    return Aim(purpose, first, second) if compare_digest(token, _token(purpose, first, second)) else None


def mailbox_in(address: str) -> str:
    """The local part of an address at our domain, to which somebody may write first; empty for any other."""
    local, _at, domain = parseaddr(address)[1].rpartition("@")
    ours = bool(settings.MAIL_DOMAIN) and domain.lower() == settings.MAIL_DOMAIN.lower()
    return local.lower() if ours and mailboxes.box_of(local) is not None else ""


def thread_in(references: str) -> UUID | None:
    """The conversation that a letter answers, by the names of mails that it refers to."""
    found = ANSWERED.search(references) if settings.MAIL_NAMES else None
    ours = found is not None and found["names"].lower() == settings.MAIL_NAMES.lower()
    return UUID(found["thread"]) if found is not None and ours else None


def unsubscribe_token(person: UUID, topic: str) -> str:
    """Works for as long as the person is known: mails are read late."""
    return signing.Signer(salt=UNSUBSCRIBE).sign(f"{person.hex}.{topic}")


def unsubscribed(token: str) -> tuple[UUID, str] | None:
    """Whom and what an unsubscribing link is about."""
    try:
        person, _dot, topic = signing.Signer(salt=UNSUBSCRIBE).unsign(token).partition(".")
    except signing.BadSignature:
        return None
    return UUID(person), topic


def _token(purpose: Purpose, first: int, second: int) -> str:
    packed = first.to_bytes(NUMBER, "big") + second.to_bytes(NUMBER, "big")
    seal = salted_hmac(f"hemicycle.notices.{purpose}", packed, algorithm="sha256").digest()[:SEAL]
    return b32encode(packed + seal).decode().rstrip("=").lower()
