"""The chain of seals: made by the worker, behind the writers' backs, and verified from its first link to its last."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from hemicycle.core.canonical import FIRST, TEXTS, VERSION, digest_of, hash_of
from hemicycle.core.models import Entry, Seal, Unsealed

BATCH = 200
PORTION = 1_000
# Any number that nothing else in the database takes as the name of a lock.
LOCK = 7_302_140_551
LOWEST = -(2**63)
# What reading a row may raise that somebody has written by hand.
UNREADABLE = (ValueError, TypeError, AttributeError, OverflowError)


@dataclass(frozen=True)
class Broken:
    """The first place at which the chain does not hold."""

    order: int | None  # None if the entry has no seal.
    entry: int | None
    reason: str


@dataclass(frozen=True)
class Verdict:
    """What verifying found."""

    verified: int  # How many seals hold, from the first.
    head: str  # The hash of the last of them; whoever has noted it elsewhere can tell whether the end was cut off.
    broken: Broken | None = None


def seal(*, most: int = BATCH) -> int:
    """Seal what waits, oldest number first; how many entries were sealed.

    Entries that are committed later under lower numbers are sealed later: the order is the seals' own, and no writer
    waits. Of two workers at once one seals; the other goes on with its round (PostgreSQL) or comes after it (SQLite).
    """
    if not Unsealed.objects.exists():
        return 0
    with transaction.atomic():
        if not _alone():
            return 0
        waiting = list(Unsealed.objects.order_by("pk").values_list("pk", flat=True)[:most])
        rows = _chained(Entry.objects.filter(pk__in=waiting, seal=None).order_by("pk"))
        Seal.objects.bulk_create(rows)
        Unsealed.objects.filter(pk__in=waiting).delete()
    return len(rows)


def seal_all() -> int:
    """Seal until nothing waits; for tests and commands."""
    total = 0
    while sealed := seal():
        total += sealed
    return total


def sealed() -> int:
    return Seal.objects.count()


def waiting() -> int:
    return Unsealed.objects.count()


def verify() -> Verdict:
    """Look at every seal with its entry, then for entries that were kept from being sealed."""
    number, head, after = 0, FIRST, LOWEST
    while portion := list(Seal.objects.filter(order__gt=after).order_by("order")[:PORTION]):
        entries = _readable(row.entry_id for row in portion)
        for row in portion:
            reason = _fault(row, entries, number + 1, head)
            if reason:
                return Verdict(number, head, Broken(row.order, row.entry_id, reason))
            number, head = row.order, row.hash
        after = number
    return Verdict(number, head, _left_out())


def _alone() -> bool:
    """Whether this transaction alone seals. SQLite has one writer, and that is whoever came this far."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def _chained(entries: Iterable[Entry]) -> list[Seal]:
    order, previous = Seal.objects.order_by("-order").values_list("order", "hash").first() or (0, FIRST)
    rows = []
    for entry in entries:
        order, digest = order + 1, digest_of(entry)
        row = Seal(order=order, entry=entry, version=VERSION, digest=digest, previous=previous)
        row.hash = previous = hash_of(order, previous, digest)
        rows.append(row)
    return rows


def _fault(row: Seal, entries: Mapping[int, Entry], order: int, previous: str) -> str:
    """Why this seal does not hold; nothing if it does."""
    if row.order != order:
        return f"seal {order} is missing"
    if row.previous != previous:
        return "the seal does not name the one before it"
    if row.version not in TEXTS:
        return "the seal follows a version that this release does not know"
    if row.hash != hash_of(row.order, row.previous, row.digest, row.version):
        return "the seal was changed"
    if row.entry_id not in entries:
        return "the entry is missing or cannot be read"
    return "" if _still_says(entries[row.entry_id], row) else "the entry was changed"


def _still_says(entry: Entry, row: Seal) -> bool:
    try:
        return digest_of(entry, row.version) == row.digest
    except UNREADABLE:
        return False


def _readable(numbers: Iterable[int]) -> dict[int, Entry]:
    """The entries of these numbers, without those that are gone or that Python cannot read."""
    wanted = list(numbers)
    try:
        return Entry.objects.in_bulk(wanted)
    except UNREADABLE:
        if len(wanted) == 1:
            return {}
    middle = len(wanted) // 2
    return _readable(wanted[:middle]) | _readable(wanted[middle:])


def _left_out() -> Broken | None:
    """An entry that has no seal and waits for none; a trigger sees to it that there is never one."""
    numbers = (
        Entry.objects.filter(seal=None)
        .exclude(Exists(Unsealed.objects.filter(pk=OuterRef("pk"))))
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    first = numbers.first()
    return None if first is None else Broken(None, first, "the entry is not sealed and does not wait to be")
