"""Brings records into the tables of the index; what has not changed is left as it is, its vectors above all."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q

from hemicycle.core import counters
from hemicycle.core.catalogue import Record
from hemicycle.search.index.labels import Labels
from hemicycle.search.index.words import Words, WordsOfText
from hemicycle.search.models import IndexedText, IndexedThing, Neighbour
from hemicycle.search.states import BATCH, MEANINGS, NEIGHBOURS, TEXTS

THING_COLUMNS = ("kind", "key", "path", "original", "titles", "facets", "labels")
TEXT_COLUMNS = ("title", "lead", "body")
WITHOUT_VECTORS = (*TEXT_COLUMNS, "vectors", "model", "stamp")


def put(words: Words, records: Sequence[Record]) -> int:
    """Write the records in portions, each in one transaction; the number of things that differed."""
    labels = Labels()
    return sum(_put_batch(words, records[at : at + BATCH], labels) for at in range(0, len(records), BATCH))


def rewrite(words: Words) -> None:
    """Write the words of all texts again, in portions; what they say and mean stays."""
    keys = list(IndexedText.objects.order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(keys), BATCH):
        with transaction.atomic():
            rows = IndexedText.objects.filter(pk__in=keys[at : at + BATCH]).select_related("thing").defer("vectors")
            words.write([_words(row) for row in rows])
            counters.move([TEXTS])


@transaction.atomic
def remove(uids: Collection[UUID]) -> int:
    """Delete the things with all that hangs on them; the number that were known."""
    _tell_neighbours(Q(other__uid__in=list(uids)))
    _all, by_table = IndexedThing.objects.filter(uid__in=list(uids)).delete()
    known = by_table.get(IndexedThing._meta.label, 0)  # noqa: SLF001 - Django's own name for the public `_meta`.
    if known:
        counters.move([TEXTS, MEANINGS])
    return known


def stamp() -> int:
    """A number that no earlier state of the row bore."""
    return secrets.randbits(62)


@transaction.atomic
def _put_batch(words: Words, records: Sequence[Record], labels: Labels) -> int:
    things, moved = _put_things(records, labels)
    texts, rewritten = _put_texts(records, things)
    # The labels of a thing stand with the words of its texts, so a thing that moved has them written again.
    words.write([_words(row) for row in texts if row.thing_id in moved or row.pk in rewritten])
    differing = moved | {row.thing_id for row in texts if row.pk in rewritten} | _delete_others(texts)
    if differing:
        counters.move([TEXTS, MEANINGS])
        _tell_neighbours(Q(other__in=differing))
    return len(differing)


def _tell_neighbours(named: Q) -> None:
    """Pages that name these things as similar are made anew."""
    if Neighbour.objects.filter(named).exists():
        counters.move([NEIGHBOURS])


def _put_things(records: Sequence[Record], labels: Labels) -> tuple[dict[UUID, IndexedThing], set[int]]:
    wanted = {record.uid: _thing(record, labels) for record in records}
    things = {row.uid: row for row in IndexedThing.objects.filter(uid__in=list(wanted))}
    moved = [row for uid, row in wanted.items() if uid not in things or _differs(row, things[uid], THING_COLUMNS)]
    IndexedThing.objects.bulk_create(
        moved, update_conflicts=True, unique_fields=("uid",), update_fields=(*THING_COLUMNS, "stamp")
    )
    return things | {row.uid: row for row in moved}, {row.pk for row in moved}


def _put_texts(records: Sequence[Record], things: Mapping[UUID, IndexedThing]) -> tuple[list[IndexedText], set[int]]:
    """Every text that the records have, and the keys of those that were new or differed."""
    wanted = [_text(record, things[record.uid], language) for record in records for language in record.titles]
    rows = IndexedText.objects.filter(thing__in=[thing.pk for thing in things.values()]).defer("vectors")
    known = {(row.thing_id, row.language): row for row in rows}
    changed = [row for row in wanted if _differs(row, known.get((row.thing_id, row.language)), TEXT_COLUMNS)]
    IndexedText.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=("thing", "language"), update_fields=WITHOUT_VECTORS
    )
    for row in wanted:
        row.pk = row.pk or known[row.thing_id, row.language].pk
    return wanted, {row.pk for row in changed}


def _delete_others(texts: Sequence[IndexedText]) -> set[int]:
    """Delete texts in languages that their things no longer have; the things that lost one."""
    others = IndexedText.objects.filter(thing__in={row.thing_id for row in texts}).exclude(
        pk__in=[row.pk for row in texts]
    )
    losing = set(others.values_list("thing", flat=True))
    if losing:
        others.delete()
    return losing


def _thing(record: Record, labels: Labels) -> IndexedThing:
    return IndexedThing(
        uid=record.uid,
        kind=record.kind,
        key=record.key,
        path=record.path,
        original=record.original,
        titles=dict(record.titles),
        facets={name: sorted(set(values)) for name, values in record.facets.items() if values},
        labels=labels.of(record),
        stamp=stamp(),
    )


def _text(record: Record, thing: IndexedThing, language: str) -> IndexedText:
    return IndexedText(
        thing=thing,
        language=language,
        title=record.titles[language],
        lead=record.leads.get(language, ""),
        body=record.bodies.get(language, ""),
        stamp=stamp(),
    )


def _words(row: IndexedText) -> WordsOfText:
    # Labels go with one text of each thing, so that they are counted once.
    first = row.language == min(row.thing.titles, key=lambda language: (language != row.thing.original, language))
    labels = tuple(dict.fromkeys(pair for names in row.thing.labels for pair in names.items())) if first else ()
    return WordsOfText(row.pk, row.language, row.title, row.lead, row.body, labels)


def _differs(row: models.Model, other: models.Model | None, columns: Sequence[str]) -> bool:
    return other is None or any(getattr(row, column) != getattr(other, column) for column in columns)
