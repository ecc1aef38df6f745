"""Letters as mail programs send them, for tests."""

from email.message import EmailMessage
from itertools import count

from hemicycle.accounts.models import Person
from hemicycle.notices import addresses
from hemicycle.notices.models import Mail
from hemicycle.threads.models import Thread

_numbers = count(1)
REPORT = """\
From: MAILER-DAEMON@mx.example.org
To: bounce@mail.example.org
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b
Auto-Submitted: auto-replied
Message-ID: <{name}@mx.example.org>

--b
Content-Type: text/plain

It did not arrive.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; somebody@example.org
Action: {action}
Status: {status}

--b--
"""


def an_answer(text: str, *, sender: str, html: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"Somebody <{sender}>"
    message["Subject"] = "Re: Letter"
    message["Message-ID"] = f"<{next(_numbers)}@somewhere.example.org>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html") if text else message.set_content(html, subtype="html")
    return message


def reply_to(thread: Thread, person: Person) -> str:
    return addresses.reply_address(thread.pk, person.pk)


def a_report(*, action: str = "failed", status: str = "5.1.1") -> bytes:
    return REPORT.format(action=action, status=status, name=next(_numbers)).encode()


def bounce_to(mail: Mail) -> str:
    return addresses.bounce_address(mail.pk)
