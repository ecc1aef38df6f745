"""The listener takes in mail by LMTP and SMTP, for our own addresses, and within limits."""

import smtplib

import pytest

from hemicycle.notices.incoming.listener import ListenerRefused, listening
from hemicycle.notices.models import Letter
from hemicycle.notices.states import LARGEST_LETTER
from hemicycle.notices.tests.letters import an_answer, reply_to
from hemicycle.notices.tests.servers import free_port
from hemicycle.threads.models import Letter as Posted

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def port(settings):
    settings.MAIL_DOMAIN = settings.MAIL_NAMES = "mail.example.org"
    return free_port()


@pytest.mark.parametrize(("scheme", "client"), [("lmtp", smtplib.LMTP), ("smtp", smtplib.SMTP)])
def test_an_answer_comes_in_and_is_posted(thread, contributor, port, scheme, client):
    answer = an_answer("Since 2021.", sender=contributor.email)

    with listening(f"{scheme}://127.0.0.1:{port}"), client("127.0.0.1", port) as sending:
        sending.send_message(answer, contributor.email, [reply_to(thread, contributor)])

    assert (Posted.objects.get().text, Letter.objects.get().state) == ("Since 2021.", "posted")


def test_nothing_is_taken_for_others(thread, contributor, port):
    answer = an_answer("Since 2021.", sender=contributor.email)

    with (
        listening(f"smtp://127.0.0.1:{port}"),
        smtplib.SMTP("127.0.0.1", port) as sending,
        pytest.raises(smtplib.SMTPRecipientsRefused) as refused,
    ):
        sending.send_message(answer, contributor.email, ["victim@example.com"])

    assert refused.value.recipients == {"victim@example.com": (550, b"5.1.1 There is no such address here")}
    assert Letter.objects.count() == 0


def test_what_has_no_sender_was_written_by_a_machine(thread, contributor, port):
    """So do reports and absences travel; an answer to them would go round and round."""
    answer = an_answer("I am away until Monday.", sender=contributor.email)

    with listening(f"lmtp://127.0.0.1:{port}"), smtplib.LMTP("127.0.0.1", port) as sending:
        sending.send_message(answer, "", [reply_to(thread, contributor)])

    assert (Posted.objects.count(), Letter.objects.get().state) == (0, "ignored")


@pytest.mark.parametrize("size", [LARGEST_LETTER + 1, 20_000_000])
def test_what_is_too_large_is_refused(thread, contributor, port, size):
    answer = an_answer("x" * 70 + "\n", sender=contributor.email)
    answer.set_content(("x" * 70 + "\n") * (size // 70 + 1))

    with (
        listening(f"smtp://127.0.0.1:{port}"),
        smtplib.SMTP("127.0.0.1", port) as sending,
        pytest.raises(smtplib.SMTPResponseException) as refused,
    ):
        sending.sendmail(contributor.email, [reply_to(thread, contributor)], answer.as_bytes())

    assert (refused.value.smtp_code, Letter.objects.count()) == (552, 0)


def test_a_port_that_is_taken_is_said_in_a_sentence(port):
    address = f"lmtp://127.0.0.1:{port}"

    with listening(address), pytest.raises(ListenerRefused) as refused, listening(address):
        pass

    assert str(refused.value).startswith("HEMICYCLE_MAIL_LISTEN cannot be used")
