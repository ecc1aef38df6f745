"""Gives texts their vectors, in the background: a text is found by its words at once, and by its meaning soon after."""

from django.db import transaction

from hemicycle.core import counters
from hemicycle.kit import vectors
from hemicycle.search.index.passages import passages
from hemicycle.search.index.writing import stamp
from hemicycle.search.models import IndexedText
from hemicycle.search.states import MEANINGS


def give(most: int) -> int:
    """Make the vectors of at most so many texts that have none of the present encoder; the number of these texts."""
    encoder = vectors.encoder()
    if not encoder.model:
        return 0
    rows = list(IndexedText.objects.exclude(model=encoder.model).order_by("pk").defer("vectors")[:most])
    parts = [passages(row.title, row.lead, row.body) for row in rows]
    made = encoder.encode([part for each in parts for part in each])
    start = 0
    for row, each in zip(rows, parts, strict=True):
        row.vectors = vectors.packed(made[start : start + len(each)])
        start += len(each)
    _keep(rows, encoder.model)
    return len(rows)


@transaction.atomic
def _keep(rows: list[IndexedText], model: str) -> None:
    """A text that was rewritten while its vectors were made keeps waiting for new ones."""
    kept = sum(
        IndexedText.objects.filter(pk=row.pk, stamp=row.stamp).update(vectors=row.vectors, model=model, stamp=stamp())
        for row in rows
    )
    if kept:
        counters.move([MEANINGS])
