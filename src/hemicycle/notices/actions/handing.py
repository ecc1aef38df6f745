"""Handing mails over: claimed, marked before they leave our hands, and settled once it is known what became of them.

A mail is marked as *sending* in a transaction of its own before the server gets its words. If nobody comes back to
settle it, nobody knows whether the server took it: it is parked for a person and never sent again by itself.
"""

import logging
import uuid
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import connections, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from hemicycle.notices.carriers import Carrier, NoReceipt, NotReached, Refused, carrier
from hemicycle.notices.envelopes import envelope_of, recipient_of
from hemicycle.notices.models import Mail, Unreachable
from hemicycle.notices.states import LEASE, LONGEST_WAIT, MOST_ATTEMPTS, MailState

log = logging.getLogger(__name__)

BATCH = 100
NO_RECEIPT = "no receipt"
NO_ADDRESS = "no address"
UNREACHABLE = "address does not work"

# One mail at a time beside the requests of a process; the worker takes whatever this does not.
_beside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


def hand_over(only: Iterable[int] | None = None, *, most: int = BATCH) -> int:
    """Send what is due; how many were tried. What was left between hand-over and receipt is parked first."""
    park_abandoned()
    taker = carrier()
    if taker is None:
        return 0
    tried = 0
    try:
        for mail_id in _due(only, most):
            mail = _claimed(mail_id)
            if mail is None:
                continue
            tried += 1
            if not _send(mail, taker):
                break
    finally:
        taker.close()
    return tried


def hand_over_soon(mails: Iterable[int]) -> None:
    """For mails that somebody waits for: at once after the commit, and without keeping the request waiting."""
    chosen = list(mails)
    taker = carrier()
    if taker is not None:
        transaction.on_commit(lambda: _at_once(chosen, instant=taker.instant), robust=True)


def park_abandoned() -> int:
    """Whoever was sending these has not come back; only a person can find out what became of them."""
    now = timezone.now()
    gone = Mail.objects.filter(state=MailState.SENDING, lease_until__lt=now)
    return gone.update(state=MailState.PARKED, settled_at=now, claim=None, lease_until=None, error=NO_RECEIPT)


def _at_once(mails: list[int], *, instant: bool) -> None:
    if instant:
        hand_over(mails)
    else:
        _beside.submit(_in_own_thread, mails)


def _in_own_thread(mails: list[int]) -> None:
    try:
        hand_over(mails)
    except Exception as error:
        # The worker finds the mail where it was.
        log.exception("mail not handed over at once", extra={"error": type(error).__name__})
    finally:
        connections.close_all()


def _due(only: Iterable[int] | None, most: int) -> list[int]:
    now = timezone.now()
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    rows = Mail.objects.filter(free, state=MailState.WAITING, due_at__lte=now)
    if only is not None:
        rows = rows.filter(pk__in=list(only))
    return list(rows.order_by("-urgent", "due_at", "pk").values_list("pk", flat=True)[:most])


def _claimed(mail_id: int) -> Mail | None:
    """Of two workers, one changes the row; the other finds it taken."""
    now = timezone.now()
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    claim = uuid.uuid4()
    taken = Mail.objects.filter(free, pk=mail_id, state=MailState.WAITING, due_at__lte=now).update(
        claim=claim, lease_until=now + LEASE, attempts=F("attempts") + 1
    )
    return Mail.objects.select_related("person__unreachable").get(pk=mail_id) if taken else None


def _send(mail: Mail, taker: Carrier) -> bool:
    """Whether the next mail is worth trying."""
    hindrance = _hindrance(mail)
    if hindrance:
        _settle(mail, MailState.DEAD, hindrance)
        return True
    try:
        taker.carry(envelope_of(mail), lambda: _mark_as_sending(mail))
    except Refused as refused:
        _refused(mail, refused)
    except NoReceipt:
        _settle(mail, MailState.PARKED, NO_RECEIPT)
        log.warning("mail parked", extra={"mail": mail.pk})
    except NotReached as error:
        _wait(mail, str(error))
        log.warning("mail server not reached", extra={"error": str(error)})
        return False
    else:
        _settle(mail, MailState.SENT)
    return True


def _hindrance(mail: Mail) -> str:
    """Why it would be of no use to try."""
    address = recipient_of(mail)
    if not address or (mail.person is not None and not mail.person.is_active):
        return NO_ADDRESS
    broken: Unreachable | None = getattr(mail.person, "unreachable", None)
    return UNREACHABLE if broken is not None and broken.address == address and not mail.urgent else ""


def _mark_as_sending(mail: Mail) -> None:
    """Kept before the server gets a word, whatever happens next; whoever lost the claim meanwhile sends nothing."""
    with transaction.atomic(durable=True):
        held = Mail.objects.filter(pk=mail.pk, claim=mail.claim, state=MailState.WAITING)
        if not held.update(state=MailState.SENDING, lease_until=timezone.now() + LEASE):
            raise NotReached("claim lost")


def _refused(mail: Mail, refused: Refused) -> None:
    if refused.is_final or mail.attempts >= MOST_ATTEMPTS:
        _settle(mail, MailState.DEAD, str(refused.code))
    else:
        _wait(mail, str(refused.code))


def _wait(mail: Mail, error: str) -> None:
    """Try again later, each time after twice as long."""
    if mail.attempts >= MOST_ATTEMPTS:
        _settle(mail, MailState.DEAD, error)
        return
    pause = min(timedelta(minutes=2**mail.attempts), LONGEST_WAIT)
    _mine(mail).update(
        state=MailState.WAITING,
        attempts=mail.attempts,
        due_at=timezone.now() + pause,
        claim=None,
        lease_until=None,
        error=error[:80],
    )


def _settle(mail: Mail, state: str, error: str = "") -> None:
    _mine(mail).update(state=state, settled_at=timezone.now(), claim=None, lease_until=None, error=error[:80])


def _mine(mail: Mail) -> QuerySet[Mail]:
    return Mail.objects.filter(pk=mail.pk, claim=mail.claim)
