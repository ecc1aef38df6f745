"""Hands mails to a mail server by SMTP, one connection for many, and tells refusal from silence."""

import smtplib
import ssl
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from django.conf import settings

from hemicycle.notices.carriers.outcomes import NoReceipt, NotReached, Refused
from hemicycle.notices.envelopes import Envelope
from hemicycle.notices.states import TIMEOUT

TAKEN = 250
FORWARDED = 251
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
# Codes of our own for what no server said: the address cannot be written in SMTP, the connection is not safe.
UNSENDABLE = 553
UNSAFE = 454


class SmtpCarrier:
    """`smtp://` takes up TLS if the server offers it; `smtps://` begins with it. No password goes in the clear."""

    instant = False

    def __init__(self, url: str) -> None:
        self.parts = urlsplit(url)
        self.connection: smtplib.SMTP | None = None

    def carry(self, envelope: Envelope, begun: Callable[[], None]) -> None:
        connection = self._offered(envelope)
        begun()
        try:
            code, _words = connection.data(envelope.content)
        except smtplib.SMTPDataError as refused:
            # The server did not even let us begin.
            raise Refused(refused.smtp_code) from refused
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise NoReceipt from error
        if code != TAKEN:
            raise Refused(code)

    def close(self) -> None:
        if self.connection is not None:
            try:
                self.connection.quit()
            except (smtplib.SMTPException, OSError):
                self._drop()
            self.connection = None

    def _offered(self, envelope: Envelope) -> smtplib.SMTP:
        """A connection on which the server has accepted sender and recipient."""
        try:
            connection = self._connected()
            self._said(connection.mail(envelope.sender))
            self._said(connection.rcpt(envelope.recipient))
        except UnicodeError as error:
            raise Refused(UNSENDABLE) from error
        except smtplib.SMTPResponseException as refused:
            self._drop()
            raise Refused(refused.smtp_code) from refused
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise NotReached(type(error).__name__) from error
        return connection

    def _said(self, answer: tuple[int, bytes]) -> None:
        code = answer[0]
        if code in {TAKEN, FORWARDED}:
            return
        if self.connection is not None:
            self.connection.rset()
        raise Refused(code)

    def _connected(self) -> smtplib.SMTP:
        if self.connection is None:
            self.connection = self._connect()
        return self.connection

    def _connect(self) -> smtplib.SMTP:
        host = self.parts.hostname or ""
        if self.parts.scheme == "smtps":
            secure = ssl.create_default_context()
            made: smtplib.SMTP = smtplib.SMTP_SSL(
                host, self.parts.port or 465, local_hostname=settings.MAIL_NAMES, timeout=TIMEOUT, context=secure
            )
        else:
            made = smtplib.SMTP(host, self.parts.port or 25, local_hostname=settings.MAIL_NAMES, timeout=TIMEOUT)
        try:
            self._open(made, host)
        except BaseException:
            made.close()
            raise
        return made

    def _open(self, made: smtplib.SMTP, host: str) -> None:
        made.ehlo()
        safe = self.parts.scheme == "smtps" or host in LOOPBACK
        if not safe and made.has_extn("starttls"):
            made.starttls(context=ssl.create_default_context())
            made.ehlo()
            safe = True
        if self.parts.username:
            if not safe:
                raise smtplib.SMTPResponseException(UNSAFE, "no TLS")
            made.login(unquote(self.parts.username), unquote(self.parts.password or ""))

    def _drop(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None
