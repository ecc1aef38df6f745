"""Handing mails to a real server: once, again after a refusal, never again when nobody knows."""

import os
import signal
import sqlite3
import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from hemicycle.notices import actions
from hemicycle.notices.actions import Outgoing
from hemicycle.notices.actions.handing import park_abandoned
from hemicycle.notices.backend import AttachmentsNotSent
from hemicycle.notices.models import Mail
from hemicycle.notices.tests.servers import free_port, post_office


def a_mail(key: str = "1", **fields) -> Mail:
    return actions.put(key, Outgoing(**{"subject": "News", "text": "Words", "address": "a@example.org", **fields}))


def state_of(mail: Mail) -> tuple[str, int, str]:
    mail.refresh_from_db()
    return mail.state, mail.attempts, mail.error


def test_the_same_key_is_one_mail(db):
    assert a_mail("1") == a_mail("1", text="Other words")
    assert Mail.objects.get().text == "Words"


def test_a_mail_is_handed_over_once(db, office):
    mail = a_mail()

    tried = [actions.hand_over(), actions.hand_over()]

    assert (tried, state_of(mail), len(office.taken)) == ([1, 0], ("sent", 1, ""), 1)


def test_one_connection_carries_many_and_a_bad_address_stops_no_other(db, office, settings):
    mails = [a_mail(str(number), address=f"{number}@example.org") for number in range(3)]
    broken = a_mail("4", address="bücher@example.org")

    actions.hand_over()

    assert [state_of(mail)[0] for mail in (*mails, broken)] == ["sent", "sent", "sent", "dead"]


@pytest.mark.parametrize("step", ["answer_to_recipient", "answer_to_data"])
def test_what_is_refused_for_now_is_tried_again_after_a_longer_and_longer_pause(office, db, step):
    setattr(office, step, "451 Later")
    mail = a_mail()

    pauses = []
    for _attempt in range(3):
        before = timezone.now()
        actions.hand_over()
        state = state_of(mail)
        pauses.append(round((mail.due_at - before).total_seconds() / 60))
        Mail.objects.update(due_at=before)
    setattr(office, step, "250 OK")
    actions.hand_over()

    assert (pauses, state) == ([2, 4, 8], ("waiting", 3, "451"))
    assert (state_of(mail), len(office.taken)) == (("sent", 4, ""), 1)


@pytest.mark.parametrize("step", ["answer_to_recipient", "answer_to_data"])
def test_what_is_refused_for_good_is_dead(office, db, step):
    setattr(office, step, "550 No such person")
    mail = a_mail()

    actions.hand_over()

    assert state_of(mail) == ("dead", 1, "550")


def test_what_is_refused_too_often_is_dead(office, db):
    office.answer_to_data = "451 Later"
    mail = a_mail()
    Mail.objects.update(attempts=11)

    actions.hand_over()

    assert state_of(mail) == ("dead", 12, "451")


def test_a_server_that_is_not_there_is_tried_again_later(db, settings):
    settings.SMTP_URL = f"smtp://127.0.0.1:{free_port()}"
    mails = [a_mail("1"), a_mail("2")]

    tried = actions.hand_over()

    assert (tried, [state_of(mail)[:2] for mail in mails]) == (1, [("waiting", 1), ("waiting", 0)])


def test_a_server_that_falls_silent_after_the_words_leaves_the_mail_parked(db, office, settings, monkeypatch):
    monkeypatch.setattr("hemicycle.notices.carriers.smtp.TIMEOUT", 1)
    office.when_taken = lambda: __import__("time").sleep(2)
    mail = a_mail()

    tried = [actions.hand_over(), actions.hand_over()]

    assert (tried, state_of(mail), len(office.taken)) == ([1, 0], ("parked", 1, "no receipt"), 1)


def test_a_mail_left_between_hand_over_and_receipt_is_parked_after_its_lease(db):
    mail = a_mail()
    now = timezone.now()
    Mail.objects.update(state="sending", lease_until=now + timedelta(minutes=1))
    early = park_abandoned()
    Mail.objects.update(lease_until=now - timedelta(seconds=1))

    late = park_abandoned()

    assert (early, late, state_of(mail)[0]) == (0, 1, "parked")


def test_a_mail_claimed_and_not_yet_handed_over_is_taken_up_again(db, office):
    mail = a_mail()
    Mail.objects.update(lease_until=timezone.now() + timedelta(minutes=1))
    early = actions.hand_over()
    Mail.objects.update(lease_until=timezone.now() - timedelta(seconds=1))

    late = actions.hand_over()

    assert (early, late, state_of(mail)[0]) == (0, 1, "sent")


SENDER = """
import django, os, sys
django.setup()
from hemicycle.project import database
from hemicycle.notices import actions
from hemicycle.notices.actions import Outgoing
database.bring_up_to_date()
actions.put("once", Outgoing(subject="News", text="Words", address="a@example.org"))
print(os.getpid(), flush=True)
sys.stdin.readline()
print(actions.hand_over())
"""


@pytest.mark.slow
def test_killed_between_hand_over_and_receipt_a_mail_is_never_repeated(tmp_path):
    with post_office() as office:
        first = _sender(tmp_path, office.url)
        process = int(first.stdout.readline())
        office.when_taken = lambda: os.kill(process, signal.SIGKILL)
        first.communicate("go\n")
        killed = _row(tmp_path)
        _let_the_lease_run_out(tmp_path)
        office.when_taken = lambda: None
        second = _sender(tmp_path, office.url)
        tried = second.communicate("go\n")[0].splitlines()[-1]

    assert first.returncode == -signal.SIGKILL
    assert (killed, tried, _row(tmp_path), len(office.taken)) == ("sending", "0", "parked", 1)


def _sender(folder, url) -> subprocess.Popen:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HEMICYCLE_DATA": str(folder), "HEMICYCLE_SMTP_URL": url}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    return subprocess.Popen([sys.executable, "-c", SENDER], env=environment, **pipes)


def _row(folder) -> str:
    with sqlite3.connect(folder / "hemicycle.sqlite3") as connection:
        return connection.execute("SELECT state FROM notices_mail").fetchone()[0]


def _let_the_lease_run_out(folder) -> None:
    with sqlite3.connect(folder / "hemicycle.sqlite3") as connection:
        connection.execute("UPDATE notices_mail SET lease_until = '2020-01-01 00:00:00'")


def a_message(**fields) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives("Your code", "1234", to=["a@example.org"], **fields)
    message.attach_alternative("<p>1234</p>", "text/html")
    return message


def test_mails_of_other_packages_are_handed_over_on_commit(
    office, settings, django_capture_on_commit_callbacks, transactional_db
):
    from hemicycle.notices.actions import handing

    settings.EMAIL_BACKEND = "hemicycle.notices.backend.OutTray"

    a_message(cc=["b@example.org"], headers={"X-Idempotency-Key": "code:1"}).send()
    a_message(headers={"X-Idempotency-Key": "code:1"}).send()
    handing._beside.submit(lambda: None).result()

    assert [(mail.address, mail.state, mail.urgent) for mail in Mail.objects.all()] == [
        ("a@example.org", "sent", True),
        ("b@example.org", "sent", True),
    ]
    assert office.taken[0].get_body(preferencelist=("html",)).get_content().strip() == "<p>1234</p>"
    assert office.taken[0]["X-Idempotency-Key"] is None


def test_a_mail_goes_nowhere_if_the_transaction_fails(office, settings, db):
    from django.db import transaction

    settings.EMAIL_BACKEND = "hemicycle.notices.backend.OutTray"

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        a_message().send()
        raise ZeroDivisionError

    assert (Mail.objects.count(), office.taken) == (0, [])


def test_a_mail_with_an_attachment_is_refused_loudly(settings, db):
    settings.EMAIL_BACKEND = "hemicycle.notices.backend.OutTray"
    message = a_message()
    message.attach("x.txt", "x", "text/plain")

    with pytest.raises(AttachmentsNotSent):
        message.send()


def test_a_mail_goes_to_the_address_that_the_person_has_now(office, focal_point):
    mail = a_mail(address="", person=focal_point)
    focal_point.email = "moved@example.org"
    focal_point.save()

    actions.hand_over()

    assert (state_of(mail)[0], office.recipients) == ("sent", ["moved@example.org"])


def test_a_person_who_left_gets_no_mail(office, focal_point):
    mail = a_mail(address="", person=focal_point)
    focal_point.is_active = False
    focal_point.save()

    actions.hand_over()

    assert (state_of(mail), office.taken) == (("dead", 1, "no address"), [])
