"""The mails of everybody, as they arrived: waited for, read, and answered from a mail program."""

import re
import smtplib
import time
from collections.abc import Callable
from email.message import EmailMessage
from html import unescape

from hemicycle.notices.tests.servers import PostOffice

# Seconds in which a mail must have arrived; the worker looks every second.
PATIENCE = 60
LINK = re.compile(r"https?://[^\s<>\"']+")
CODE = re.compile(r"\b(\d{4}) (\d{4})\b")


class Mailbox:
    """Hands out each mail once, in the order in which they are asked for."""

    def __init__(self, office: PostOffice, arrived: Callable[[EmailMessage], None]) -> None:
        self.office = office
        self.arrived = arrived
        self.read: list[EmailMessage] = []

    def next(self, address: str, subject: str) -> EmailMessage:
        """The first unread mail to this address with these words in its subject."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for mail in list(self.office.taken):
                if mail["To"] == address and subject in mail["Subject"] and mail not in self.read:
                    self.read.append(mail)
                    self.arrived(mail)
                    return mail
            time.sleep(0.1)
        unread = [(mail["To"], mail["Subject"]) for mail in self.office.taken if mail not in self.read]
        raise AssertionError(f"{address} got no mail about “{subject}”; unread are {unread}")

    def code(self, address: str) -> str:
        """The code by which somebody signs in, from the words of the mail."""
        found = CODE.search(plain(self.next(address, "")))
        assert found is not None
        return f"{found[1]} {found[2]}"


def plain(mail: EmailMessage) -> str:
    """The words of a mail as plain text."""
    body = mail.get_body(preferencelist=("plain",))
    assert body is not None
    return body.get_content()


def links(mail: EmailMessage) -> list[str]:
    """Every address in a mail: in its words, in its HTML and in its headers."""
    rich = mail.get_body(preferencelist=("html",))
    said = [plain(mail), unescape(rich.get_content()) if rich else ""]
    said += [str(value) for name, value in mail.items() if name.startswith("List-")]
    return sorted({found.rstrip(".,;") for part in said for found in LINK.findall(part)})


def link(mail: EmailMessage, words: str) -> str:
    """The one link of a mail that has this in its address."""
    (found,) = [each for each in links(mail) if words in each]
    return found


def answer(mail: EmailMessage, text: str, *, port: int) -> None:
    """What a mail program sends when somebody presses Reply: the answer above, the whole mail quoted below."""
    reply = EmailMessage()
    reply["From"], reply["To"], reply["Subject"] = mail["To"], mail["Reply-To"], f"Re: {mail['Subject']}"
    reply["In-Reply-To"], reply["Message-ID"] = mail["Message-ID"], f"<{time.time_ns()}@somewhere.example.org>"
    quoted = "\n".join(f"> {line}" for line in plain(mail).splitlines())
    reply.set_content(f"{text}\n\nLe 22 nov. 2026 à 10:00, {mail['From']} a écrit :\n\n{quoted}\n")
    with smtplib.LMTP("127.0.0.1", port) as sending:
        sending.send_message(reply, str(mail["To"]), [str(mail["Reply-To"])])
