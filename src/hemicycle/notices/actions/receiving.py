"""Letters that come in: kept whole first, then read; an answer becomes a letter of its thread, a report is noted."""

import hashlib
import logging

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from hemicycle.accounts.models import Person
from hemicycle.core import files, journal
from hemicycle.core.models import File
from hemicycle.notices import addresses
from hemicycle.notices.actions import courtesy, first
from hemicycle.notices.addresses import Aim
from hemicycle.notices.incoming.parsing import Parsed, UnreadableLetter, parsed
from hemicycle.notices.incoming.quoting import answer_in
from hemicycle.notices.incoming.reports import report_in
from hemicycle.notices.models import Letter, Mail, Unreachable
from hemicycle.notices.states import BOUNCED, LetterState, MailState, Purpose, Reason
from hemicycle.threads import actions as threads
from hemicycle.threads.models import Thread
from hemicycle.threads.states import Via

log = logging.getLogger(__name__)

MEDIA_TYPE = "message/rfc822"


@transaction.atomic
def receive(content: bytes, address: str) -> Letter | None:
    """Keep a letter to one of our addresses, once; from then on the mail server may forget it."""
    aim = addresses.aim_of(address)
    box = addresses.mailbox_in(address) if aim is None else ""
    if aim is None and not box:
        return None
    mark = _mark(content, address)
    known = Letter.objects.filter(mark=mark).first()
    if known is not None:
        return known
    letter = _letter_for(aim, mark) if aim else Letter(mark=mark, purpose=Purpose.FIRST, box=box)
    letter.file = _kept(letter, content)
    letter.save()
    return letter


def read_letter(letter: Letter) -> None:
    """Do what the letter asks for; a second reading changes nothing."""
    with transaction.atomic():
        letter = Letter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
        if letter.state != LetterState.WAITING:
            return
        content = files.path_of(letter.file).read_bytes() if letter.file else b""
        if letter.purpose == Purpose.BOUNCE:
            _note_bounce(letter, content)
        elif letter.purpose == Purpose.FIRST:
            first.read_first(letter, content)
        else:
            _post(letter, content)
        letter.save()


def read_waiting() -> None:
    """What was kept and not read, because the process was stopped in between."""
    for letter in Letter.objects.filter(state=LetterState.WAITING).order_by("pk")[:100]:
        try:
            read_letter(letter)
        except Exception as error:
            log.exception("letter not read", extra={"letter": letter.pk, "error": type(error).__name__})


def _mark(content: bytes, address: str) -> str:
    """By its own name and the address; a letter without a name is known by its bytes."""
    try:
        name = parsed(content).message_id.encode() or content
    except UnreadableLetter:
        name = content
    return hashlib.sha256(address.strip().lower().encode() + b"\0" + name).hexdigest()


def _letter_for(aim: Aim, mark: str) -> Letter:
    if aim.purpose == Purpose.BOUNCE:
        mail = Mail.objects.filter(pk=aim.first).select_related("person").first()
        return Letter(mark=mark, purpose=aim.purpose, mail=mail, person=mail.person if mail else None)
    thread = Thread.objects.filter(pk=aim.first).first()
    person = Person.objects.filter(pk=aim.second).first()
    return Letter(mark=mark, purpose=aim.purpose, thread=thread.uid if thread else None, person=person)


def _kept(letter: Letter, content: bytes) -> File:
    return files.keep(
        content,
        subject=letter.uid,
        kind=Letter.kind,
        name=f"{letter.uid}.eml",
        media_type=MEDIA_TYPE,
        public=False,
        by=letter.person.uid if letter.person else None,
    )


def _post(letter: Letter, content: bytes) -> None:
    try:
        found = parsed(content)
    except UnreadableLetter:
        letter.state, letter.reason = LetterState.PARKED, Reason.UNREADABLE
        return
    if found.by_machine:
        letter.state = LetterState.IGNORED
        return
    reason = _refusal(letter, found)
    letter.state, letter.reason = (LetterState.PARKED, reason) if reason else (LetterState.POSTED, "")
    if reason:
        courtesy.say_why_not(letter, found, reason)
    elif found.attachments:
        courtesy.say_what_was_left(letter, found)


def _refusal(letter: Letter, found: Parsed) -> str:
    """Post the answer, or say why not."""
    person = letter.person
    thread = Thread.objects.filter(uid=letter.thread).first() if letter.thread else None
    if person is None or thread is None or not person.is_active:
        return Reason.CLOSED
    if found.sender != person.email.lower():
        return Reason.OTHER_SENDER
    text = answer_in(found.text)
    if not text:
        return Reason.EMPTY
    try:
        with transaction.atomic():
            threads.post(thread, text, by=person, via=Via.MAIL, message_id=f"mail:{letter.mark}")
    except PermissionDenied as refused:
        return Reason.ENDED if isinstance(refused, threads.Closed) else Reason.CLOSED
    except ValidationError:
        # The words were there, so they were too many.
        return Reason.TOO_LONG
    return ""


def _note_bounce(letter: Letter, content: bytes) -> None:
    report, mail = report_in(content), letter.mail
    if report is None or mail is None:
        letter.state = LetterState.IGNORED
        return
    letter.state = LetterState.BOUNCE
    person = mail.person
    Mail.objects.filter(pk=mail.pk).update(state=MailState.DEAD, error=report.status, settled_at=timezone.now())
    journal.record(BOUNCED, mail, by=None, status=report.status, person=str(person.uid) if person else None)
    if person is not None and report.is_final and mail.address in {"", person.email}:
        Unreachable.objects.update_or_create(
            person=person, defaults={"address": person.email, "status": report.status[:12]}
        )
