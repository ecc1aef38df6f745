"""From entries of the journal to mails: who hears, when, and what is left to say then."""

import logging
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import groupby

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from hemicycle.accounts import queries as accounts
from hemicycle.accounts.models import Person
from hemicycle.accounts.states import Often, Topic
from hemicycle.core.catalogue import MESSAGES
from hemicycle.core.models import Entry
from hemicycle.notices import composing
from hemicycle.notices.actions.tray import Outgoing, put
from hemicycle.notices.composing import Said
from hemicycle.notices.models import Mail, Notice
from hemicycle.notices.schedule import due_at

log = logging.getLogger(__name__)

BATCH = 500
PEOPLE = 200
MOST_ATTEMPTS = 8


def note(entries: Iterable[Entry]) -> int:
    """Remember who is to hear of these entries; doing it again changes nothing. The actor knows already."""
    rows = [row for entry in entries if entry.verb in MESSAGES for row in _notices_of(entry)]
    Notice.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)
    return len(rows)


def write_due() -> int:
    """Turn what is due into mails: one for each thing heard at once, one digest for the rest; how many were written."""
    due = Notice.objects.filter(settled_at=None, due_at__lte=timezone.now())
    # By people and not by notices: what one person is to hear this morning is never parted into two mails.
    people = list(due.order_by("person").values_list("person", flat=True).distinct()[:PEOPLE])
    rows = due.filter(person__in=people).order_by("person", "pk").values_list("person", "pk", "often")
    written = 0
    for _person, notices in groupby(rows, key=lambda row: row[0]):
        mine = list(notices)
        bundles = [[pk] for _who, pk, often in mine if often == Often.AT_ONCE]
        bundles.append([pk for _who, pk, often in mine if often != Often.AT_ONCE])
        written += sum(_write(bundle) for bundle in bundles if bundle)
    return written


def _notices_of(entry: Entry) -> list[Notice]:
    message = MESSAGES[entry.verb]
    uids = set(message.audience(entry)) - (set() if message.to_actor else {entry.actor})
    now = timezone.now()
    found = []
    for person in Person.objects.filter(uid__in=uids, is_active=True).select_related("preference"):
        often = Often.AT_ONCE if message.urgent else often_of(person, message.topic)
        if often != Often.NEVER:
            due = due_at(often, now, person.time_zone)
            found.append(Notice(person=person, entry=entry, topic=message.topic, often=often, due_at=due))
    return found


def often_of(person: Person, topic: str) -> str:
    """What the person chose; a topic that nobody can choose is heard at once."""
    return accounts.wants(person, topic) if topic in Topic.values else str(Often.AT_ONCE)


def _write(notices: Sequence[int]) -> bool:
    """One mail for these notices; a message that fails waits, and holds up no other."""
    try:
        with transaction.atomic():
            return _write_mail(notices)
    except Exception as error:
        log.exception("message failed", extra={"notices": len(notices), "error": type(error).__name__})
    if len(notices) > 1:
        return sum(_write([notice]) for notice in notices) > 0
    _postpone(notices[0])
    return False


def _postpone(notice: int) -> None:
    """What fails again and again is given up; the log says why."""
    now = timezone.now()
    row = Notice.objects.filter(pk=notice)
    row.update(attempts=F("attempts") + 1, due_at=now + timedelta(minutes=15))
    row.filter(attempts__gte=MOST_ATTEMPTS).update(settled_at=now)


def _write_mail(notices: Sequence[int]) -> bool:
    rows = list(
        Notice.objects.select_for_update(of=("self",))
        .filter(pk__in=notices, settled_at=None)
        .select_related("person__preference", "person__unreachable", "entry")
        .order_by("-pk")
    )
    if not rows:
        return False
    person = rows[0].person
    with composing.speaking_to(person):
        told = [(row, words) for row in rows if _may_be_told(row) and (words := composing.said(row)) is not None]
        mail = _put(person, told) if told else None
    now = timezone.now()
    with_mail = [row.pk for row, _words in told]
    Notice.objects.filter(pk__in=[row.pk for row in rows]).update(settled_at=now)
    Notice.objects.filter(pk__in=with_mail).update(mail=mail)
    return mail is not None


def _may_be_told(notice: Notice) -> bool:
    """Not those who left, not who wants to hear no more by now, not at an address that does not work.

    What cannot wait is told all the same, except to those who left.
    """
    person = notice.person
    if not person.is_active or MESSAGES[notice.entry.verb].urgent:
        return bool(person.is_active)
    broken = getattr(person, "unreachable", None)
    return (broken is None or broken.address != person.email) and often_of(person, notice.topic) != Often.NEVER


def _put(person: Person, told: Sequence[tuple[Notice, Said]]) -> Mail:
    """The key names the first notice, so that the same notices never become two mails."""
    notice, words = told[0]
    urgent = any(MESSAGES[row.entry.verb].urgent for row, _words in told)
    if len(told) == 1:
        composed = composing.single(person, notice.topic, words)
    else:
        # Leaving the list of a digest ends whatever was in it.
        topics = "+".join(sorted({row.topic for row, _words in told}))
        composed = composing.digest(person, topics, [each for _row, each in told])
    return put(
        f"notice:{notice.pk}",
        Outgoing(
            subject=composed.subject,
            text=composed.text,
            html=composed.html,
            person=person,
            topic=composed.topic,
            thread=composed.thread,
            attachments=composed.attached,
            urgent=urgent,
        ),
    )
