"""Keeps each thing's row of public state true, in the transaction that changes the thing."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.utils import timezone

from hemicycle.core import counters
from hemicycle.core.catalogue import OFFERS, Offer, Record
from hemicycle.core.models import Address, Link, Listing, Mark

BATCH = 500
COLUMNS = ("kind", "key", "path", "order", "public_since", "changed_at", "gone_since", "digest")


def refresh(subjects: Iterable[Any]) -> None:
    """Bring the listings of these things up to date; the counter of a kind moves only if public content changed."""
    by_kind: dict[str, list[UUID]] = defaultdict(list)
    for subject in subjects:
        if subject.kind in OFFERS:
            by_kind[subject.kind].append(subject.uid)
    moved = [kind for kind, uids in by_kind.items() if _refresh_kind(OFFERS[kind], uids)]
    if moved:
        counters.move(moved)


def is_public(kind: str, uid: UUID) -> bool:
    """Whether anybody may see the thing now; asked of its own gate, never of a verb."""
    return kind in OFFERS and OFFERS[kind].visible(None).filter(uid=uid).exists()


def public_records(kind: str, uids: Iterable[UUID] | None = None) -> Iterable[Record]:
    """The open-data form of what is public now, of one kind; all of it if no uids are given."""
    offer = OFFERS[kind]
    things = offer.visible(None)
    return offer.records(things if uids is None else things.filter(uid__in=list(uids)))


def digest_of(record: Record) -> str:
    content = {name: getattr(record, name) for name in record.__dataclass_fields__}
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def _refresh_kind(offer: Offer, uids: Sequence[UUID]) -> bool:
    moved = False
    for start in range(0, len(uids), BATCH):
        moved |= _refresh_batch(offer, uids[start : start + BATCH])
    return moved


def _refresh_batch(offer: Offer, uids: Sequence[UUID]) -> bool:
    records = {record.uid: record for record in public_records(offer.kind, uids)}
    listed = Listing.objects.in_bulk(uids)
    changed = [record for uid, record in records.items() if _differs(listed.get(uid), record)]
    gone = [row for uid, row in listed.items() if uid not in records and row.gone_since is None]
    _write(changed, listed)
    _withdraw(gone)
    return bool(changed or gone)


def _differs(row: Listing | None, record: Record) -> bool:
    return row is None or row.gone_since is not None or row.digest != digest_of(record)


def _write(records: Sequence[Record], listed: dict[UUID, Listing]) -> None:
    if not records:
        return
    now = timezone.now()
    rows = [
        Listing(
            uid=record.uid,
            kind=record.kind,
            key=record.key,
            path=record.path,
            order=record.order,
            public_since=listed[record.uid].public_since if record.uid in listed else now,
            changed_at=now,
            gone_since=None,
            digest=digest_of(record),
        )
        for record in records
    ]
    Listing.objects.bulk_create(rows, update_conflicts=True, unique_fields=("uid",), update_fields=COLUMNS)
    _write_addresses(records)
    _write_marks(records)
    _write_links(records)


def _write_addresses(records: Sequence[Record]) -> None:
    """An address once given stays known; a thing that takes over an address of another takes it for good."""
    now = timezone.now()
    rows = [Address(path=record.path, listing_id=record.uid, since=now) for record in records]
    Address.objects.bulk_create(rows, update_conflicts=True, unique_fields=("path",), update_fields=("listing",))


def _write_marks(records: Sequence[Record]) -> None:
    Mark.objects.filter(listing__in=[record.uid for record in records]).delete()
    rows = [
        Mark(listing_id=record.uid, kind=record.kind, facet=facet, value=value)
        for record in records
        for facet, values in record.facets.items()
        for value in dict.fromkeys(values)
    ]
    Mark.objects.bulk_create(rows, batch_size=BATCH)


def _write_links(records: Sequence[Record]) -> None:
    Link.objects.filter(listing__in=[record.uid for record in records]).delete()
    rows = [
        Link(listing_id=record.uid, relation=relation, to=to)
        for record in records
        for relation, to in dict.fromkeys(record.links)
    ]
    Link.objects.bulk_create(rows, batch_size=BATCH)


def _withdraw(rows: Sequence[Listing]) -> None:
    """The row and its addresses stay, so that the address can say what happened; marks and links go."""
    uids = [row.uid for row in rows]
    if not uids:
        return
    now = timezone.now()
    Listing.objects.filter(uid__in=uids).update(gone_since=now, changed_at=now)
    Mark.objects.filter(listing__in=uids).delete()
    Link.objects.filter(listing__in=uids).delete()
