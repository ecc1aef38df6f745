"""The worker's side of the journal: claim in a short transaction, work outside any, finish in a second one."""

import logging
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from hemicycle.core.journal import READERS, Reader
from hemicycle.core.models import Delivery, Entry

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 8
BATCH = 200


def deliver(reader: Reader, *, most: int = BATCH) -> int:
    """Hand the reader what is due; the number of deliveries that were tried. Other readers are not touched."""
    claim = uuid.uuid4()
    rows = _claim(reader.name, claim, most)
    if not rows:
        return 0
    entries = {entry.pk: entry for entry in Entry.objects.filter(pk__in=[entry_id for _, entry_id in rows])}
    try:
        reader.read([entries[entry_id] for _, entry_id in rows])
    except Exception as error:  # noqa: BLE001 - a failing reader must stop no other.
        _fail_or_part(reader, claim, rows, entries, error)
    else:
        _finish(claim, [delivery_id for delivery_id, _ in rows])
    return len(rows)


def deliver_all() -> int:
    """Hand every reader what is due until nothing is; for tests, commands and the embedded start."""
    total = 0
    for reader in READERS.values():
        while tried := deliver(reader):
            total += tried
    return total


def waiting() -> int:
    return Delivery.objects.filter(state__in=(Delivery.State.WAITING, Delivery.State.CLAIMED)).count()


def dead() -> int:
    return Delivery.objects.filter(state=Delivery.State.DEAD).count()


def _claim(reader: str, claim: uuid.UUID, most: int) -> list[tuple[int, int]]:
    """Take what is due, or was claimed by a worker that did not come back, in one conditional statement.

    PostgreSQL passes over rows that another worker holds; SQLite ignores that clause in silence and has one writer.
    """
    now = timezone.now()
    skip = " FOR UPDATE SKIP LOCKED" if connection.features.has_select_for_update_skip_locked else ""
    statement = (
        "UPDATE core_delivery SET state = %s, claim = %s, lease_until = %s, attempts = attempts + 1 "  # noqa: S608
        "WHERE id IN (SELECT id FROM core_delivery WHERE reader = %s AND ("
        "(state = 'waiting' AND due_at <= %s) OR (state = 'claimed' AND lease_until < %s)) "
        f"ORDER BY id LIMIT %s{skip}) "
        "RETURNING id, entry_id"
    )
    claim_column: Any = Delivery._meta.get_field("claim")  # noqa: SLF001 - there is no other way to a field.
    parameters = [
        Delivery.State.CLAIMED,
        claim_column.get_db_prep_value(claim, connection),
        _when(now + LEASE),
        reader,
        _when(now),
        _when(now),
        most,
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return sorted(cursor.fetchall())


def _when(moment: datetime) -> object:
    return connection.ops.adapt_datetimefield_value(moment)


def _fail_or_part(
    reader: Reader, claim: uuid.UUID, rows: list[tuple[int, int]], entries: dict[int, Entry], error: Exception
) -> None:
    """A batch that fails is tried singly, so that one bad entry does not hold up the others."""
    if len(rows) == 1:
        _fail(rows[0][0], claim, error)
        return
    for delivery_id, entry_id in rows:
        try:
            reader.read([entries[entry_id]])
        except Exception as single:  # noqa: BLE001 - each entry fails for itself.
            _fail(delivery_id, claim, single)
        else:
            _finish(claim, [delivery_id])


def _finish(claim: uuid.UUID, ids: list[int]) -> None:
    """Only the holder of the claim may close it: a worker whose lease ran out changes nothing."""
    Delivery.objects.filter(pk__in=ids, claim=claim).update(
        state=Delivery.State.DONE, lease_until=None, claim=None, error=""
    )


def _fail(delivery_id: int, claim: uuid.UUID, error: Exception) -> None:
    name = type(error).__name__[:80]
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update().filter(pk=delivery_id, claim=claim).first()
        if delivery is None:
            return
        last = delivery.attempts >= MOST_ATTEMPTS
        delivery.state = Delivery.State.DEAD if last else Delivery.State.WAITING
        delivery.due_at = timezone.now() + timedelta(seconds=15 * 2**delivery.attempts)
        delivery.claim = delivery.lease_until = None
        delivery.error = name
        delivery.save(update_fields=("state", "due_at", "claim", "lease_until", "error"))
    log.warning("delivery failed", extra={"delivery": delivery_id, "error": name, "dead": last})
