"""Draws what holds now from the facts; the only place that writes `Body.current`."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from hemicycle.core import days
from hemicycle.network.models import Body, Fact
from hemicycle.network.periods import current_of, seats_of_all
from hemicycle.network.states import BodyKind, FactName


def draw_current(bodies: Iterable[Body] | None = None) -> set[int]:
    """Bring `current` of these bodies and their parliaments, or of all, up to date; the keys of those that changed."""
    rows = Body.objects.order_by("key")
    if bodies is not None:
        heads = [body.parent_id or body.pk for body in bodies]
        rows = rows.filter(Q(pk__in=heads) | Q(parent__in=heads))
    families = list(rows)
    drawn = _drawn(families)
    changed = [body for body in families if body.current != drawn[body.pk]]
    for body in changed:
        body.current = drawn[body.pk]
    Body.objects.bulk_update(changed, ["current"], batch_size=500)
    return {body.pk for body in changed}


def _drawn(bodies: list[Body]) -> dict[int, dict[str, Any]]:
    facts: dict[int, list[Fact]] = defaultdict(list)
    for fact in Fact.objects.filter(body__in=bodies).order_by("pk"):
        facts[fact.body_id].append(fact)
    today = days.today()
    drawn = {body.pk: current_of(facts[body.pk], today) for body in bodies}
    for body in bodies:
        if body.kind == BodyKind.PARLIAMENT and FactName.SEATS not in drawn[body.pk]:
            seats = seats_of_all([drawn[part.pk] for part in bodies if part.parent_id == body.pk])
            drawn[body.pk].update({FactName.SEATS.value: seats} if seats else {})
    return drawn
