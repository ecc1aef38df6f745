"""Mailed deeds: a link in a mail shows one thing that its reader may do; pressing the button there does it, once."""

import hashlib
import secrets
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import override

from hemicycle.accounts.models import DeedDone, Person

NONCE = 6
PACKED = 16 + 16 + 4 + NONCE
DAY = 86_400


@dataclass(frozen=True)
class Asked:
    """What the page behind a mailed link says."""

    title: str  # what would be done, as a short heading
    sentence: str  # what pressing the button means
    button: str  # a verb


@dataclass(frozen=True)
class Deed:
    """One thing that a mailed link lets its reader do without signing in, and nothing else."""

    name: str  # ascii, such as "case.confirm"
    # ask(person, uid): what the page says; None if the person may not do this, or if nothing is left to do.
    ask: Callable[[Person, UUID], Asked | None]
    # do(person, uid): does it, and gives the address to go to. May raise PermissionDenied or ValidationError.
    do: Callable[[Person, UUID], str]


@dataclass(frozen=True)
class Given:
    """What a link that was opened stands for."""

    deed: Deed
    person: Person
    uid: UUID
    digest: str  # by which its use is remembered


class SpentAlready(Exception):
    """The link has been used."""


DEEDS: dict[str, Deed] = {}


def deed(*deeds: Deed) -> None:
    """Make deeds known; called by the packages whose deeds they are, when they are loaded."""
    for each in deeds:
        if DEEDS.setdefault(each.name, each) != each:
            raise ValueError(f"two deeds are called {each.name}")


def link_for(person: Person, name: str, uid: UUID, *, days: int = 14) -> str:
    """The absolute address, in the person's language, that lets this person do this deed to this thing."""
    until = int(time.time()) + days * DAY
    packed = person.uid.bytes + uid.bytes + until.to_bytes(4, "big") + secrets.token_bytes(NONCE)
    value = f"{DEEDS[name].name}~{urlsafe_b64encode(packed).decode()}"
    with override(person.language):
        return str(settings.HEMICYCLE_URL + reverse("accounts:deed", args=[_signer(person).sign(value)]))


def opened(token: str) -> Given | None:
    """What a link stands for; nothing if it was made up, is too old, was used, or its person cannot act any more."""
    try:
        name, packed = _unpacked(token)
    except ValueError:
        return None
    person = Person.objects.filter(uid=UUID(bytes=packed[:16]), is_active=True).first()
    if person is None or name not in DEEDS or int.from_bytes(packed[32:36], "big") < time.time():
        return None
    try:
        _signer(person).unsign(token)
    except signing.BadSignature:
        return None
    digest = hashlib.sha256(token.encode()).hexdigest()
    if DeedDone.objects.filter(digest=digest).exists():
        return None
    return Given(DEEDS[name], person, UUID(bytes=packed[16:32]), digest)


def do(given: Given) -> str:
    """Do it and remember that it was done; of two who press at once, one is told that the link is spent."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                DeedDone.objects.create(digest=given.digest)
        except IntegrityError as error:
            raise SpentAlready from error
        return given.deed.do(given.person, given.uid)


def _unpacked(token: str) -> tuple[str, bytes]:
    name, _mark, rest = token.partition("~")
    try:
        packed = urlsafe_b64decode(rest.partition(":")[0].encode("ascii"))
    except (NotBase64, UnicodeEncodeError) as error:
        raise ValueError from error
    if len(packed) != PACKED:
        raise ValueError
    return name, packed


def _signer(person: Person) -> Any:
    """The address is part of the key: whoever changes it takes the links from the old mailbox."""
    return signing.Signer(salt=f"hemicycle.accounts.deeds:{person.email}")
