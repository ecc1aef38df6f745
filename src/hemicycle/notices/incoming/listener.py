"""Takes in mail by LMTP or SMTP, for our own signed addresses and no others, and reads it when it is safely kept."""

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from aiosmtpd.controller import Controller
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings
from django.db import DatabaseError, connections

from hemicycle.notices import actions, addresses
from hemicycle.notices.states import LARGEST_LETTER

log = logging.getLogger(__name__)

TAKEN = "250 2.0.0 Kept"
UNKNOWN = "550 5.1.1 There is no such address here"
TOO_MANY = "452 4.5.3 One recipient at a time"
LATER = "451 4.3.0 Try again later"


class ListenerRefused(Exception):
    """The address to listen on cannot be used."""


class _Handler:
    """What is asked of us, step by step; the library looks for these names and arguments."""

    async def handle_RCPT(  # noqa: N802
        self,
        server: SMTP,  # noqa: ARG002 - the library gives it.
        session: Session,  # noqa: ARG002
        envelope: Envelope,
        address: str,
        options: list[Any],  # noqa: ARG002
    ) -> str:
        if addresses.aim_of(address) is None:
            # Whether there is such a mailbox stands in the database.
            refused = await asyncio.to_thread(_no_mailbox, address)
            if refused:
                return refused
        if envelope.rcpt_tos:
            return TOO_MANY
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002
        # As whoever delivers a mail at last ought to: what has no sender was written by a machine.
        content = b"Return-Path: <%s>\r\n" % _plain(envelope.mail_from) + (envelope.original_content or b"")
        return await asyncio.to_thread(_keep, content, envelope.rcpt_tos[0])


class Listener(Controller):
    """One listener in a thread of its own."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.speaks = LMTP if parts.scheme == "lmtp" else SMTP
        super().__init__(_Handler(), hostname=parts.hostname, port=parts.port or (24 if self.speaks is LMTP else 25))

    def factory(self) -> SMTP:
        return self.speaks(
            self.handler,
            hostname=settings.MAIL_NAMES,
            data_size_limit=LARGEST_LETTER,
            ident="Hemicycle",
            timeout=60,
            # Nobody signs in here: what lets a letter in is the address that it goes to.
            auth_exclude_mechanism=["LOGIN", "PLAIN"],
        )


@contextlib.contextmanager
def listening(address: str) -> Iterator[None]:
    """Mail is taken in for as long as this lasts; without an address, nothing is."""
    if not address:
        yield
        return
    listener = Listener(address)
    try:
        listener.start()
    except (OSError, TimeoutError) as error:
        # The library leaves its loop open when it cannot listen.
        listener.loop.close()
        raise ListenerRefused(f"HEMICYCLE_MAIL_LISTEN cannot be used: {getattr(error, 'strerror', error)}.") from error
    try:
        yield
    finally:
        listener.stop()


def _plain(sender: str | None) -> bytes:
    """An address that cannot break out of its line."""
    return "".join(sign for sign in sender or "" if sign.isprintable() and sign not in "<>").encode()[:320]


def _no_mailbox(address: str) -> str:
    """Why a letter to this address is not taken; empty if it is one to which people may write first."""
    try:
        return "" if addresses.mailbox_in(address) else UNKNOWN
    except DatabaseError as error:
        log.exception("mailbox not looked up", extra={"error": type(error).__name__})
        return LATER
    finally:
        connections.close_all()


def _keep(content: bytes, address: str) -> str:
    """Runs in a thread that comes and goes, so it leaves no connection to the database behind."""
    try:
        return _kept(content, address)
    finally:
        connections.close_all()


def _kept(content: bytes, address: str) -> str:
    """Kept is kept: whatever fails afterwards is ours to mend, and not the sender's."""
    try:
        letter = actions.receive(content, address)
    except (DatabaseError, OSError) as error:
        log.exception("letter not kept", extra={"error": type(error).__name__})
        return LATER
    if letter is None:
        return UNKNOWN
    try:
        actions.read_letter(letter)
    except Exception as error:
        # It is read again by the worker's next round.
        log.exception("letter not read", extra={"letter": letter.pk, "error": type(error).__name__})
    return TAKEN
