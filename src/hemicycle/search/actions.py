"""What changes the index: rebuilding it, and what the worker does for it in the background."""

from django.db import transaction

from hemicycle.core import counters
from hemicycle.core.catalogue import OFFERS
from hemicycle.core.listings import public_records
from hemicycle.kit.words import ANALYSIS
from hemicycle.search import analysis
from hemicycle.search.index import index
from hemicycle.search.index.memory import memory
from hemicycle.search.models import IndexedThing, Neighbour, Refreshed
from hemicycle.search.states import BATCH, MEANINGS, NEIGHBOURS, TEXTS


def rebuild() -> None:
    """Empty the index and fill it from what is public now, with vectors and neighbours."""
    with transaction.atomic():
        IndexedThing.objects.all().delete()
        counters.move([TEXTS, MEANINGS])
        for kind in OFFERS:
            index().put(public_records(kind))
    keep_up()


def keep_up() -> None:
    """Make what is due: words after an upgrade, vectors, then neighbours if anything moved; bears being done twice."""
    follow_analysis()
    while index().give_meaning(BATCH):
        pass
    refresh_neighbours()


def follow_analysis() -> bool:
    """Write all words anew if another release analysed them; whether that was so."""
    row, _made = Refreshed.objects.get_or_create(name="analysis", defaults={"state": str(ANALYSIS)})
    if row.state == str(ANALYSIS):
        return False
    index().rewrite_words()
    Refreshed.objects.filter(pk=row.pk).update(state=str(ANALYSIS))
    return True


def refresh_neighbours() -> int:
    """Work out which things are alike, if the index has moved since; the number of things whose neighbours changed."""
    state = "".join(counters.key([TEXTS, MEANINGS]))
    if Refreshed.objects.filter(name=NEIGHBOURS, state=state).exists():
        return 0
    changed = _write_neighbours(analysis.neighbours(memory()))
    Refreshed.objects.update_or_create(name=NEIGHBOURS, defaults={"state": state})
    return changed


@transaction.atomic
def _write_neighbours(wanted: dict[int, list[int]]) -> int:
    before: dict[int, list[int]] = {}
    for thing, other in Neighbour.objects.order_by("thing", "rank").values_list("thing", "other"):
        before.setdefault(thing, []).append(other)
    # Things may have gone since the index was read into memory.
    there = set(IndexedThing.objects.values_list("pk", flat=True))
    now = {thing: [other for other in others if other in there] for thing, others in wanted.items() if thing in there}
    changed = [thing for thing in before.keys() | now.keys() if before.get(thing, []) != now.get(thing, [])]
    if changed:
        counters.move([NEIGHBOURS])
    Neighbour.objects.filter(thing__in=changed).delete()
    Neighbour.objects.bulk_create(
        [
            Neighbour(thing_id=thing, other_id=other, rank=rank)
            for thing in changed
            for rank, other in enumerate(now.get(thing, []), 1)
        ],
        batch_size=BATCH,
    )
    return len(changed)
