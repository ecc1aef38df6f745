"""What search does when the journal tells of a change: look whether the thing is public now, and index or forget it."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from hemicycle.core import journal
from hemicycle.core.catalogue import OFFERS
from hemicycle.core.listings import public_records
from hemicycle.core.models import Entry
from hemicycle.search import actions, tasks
from hemicycle.search.index import index

NAME = "search"


def read(entries: Sequence[Entry]) -> None:
    """Bring the index to what is visible now; the verb does not matter, so withdrawal needs no case of its own."""
    by_kind: dict[str, set[UUID]] = defaultdict(set)
    for entry in entries:
        by_kind[entry.kind].add(entry.subject)
    changed = sum(_bring_up(kind, uids) for kind, uids in by_kind.items())
    if changed:
        tasks.keep_up.enqueue()


def _bring_up(kind: str, uids: set[UUID]) -> int:
    records = list(public_records(kind, uids)) if kind in OFFERS else []
    return index().put(records) + index().remove(uids - {record.uid for record in records})


journal.reader(journal.Reader(NAME, read, wants=lambda kind: kind in OFFERS, replay=actions.rebuild))
