"""What happens when nothing has happened for half a year: the hub's page says so, and those who run it hear."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from hemicycle.hubs import queries, states
from hemicycle.hubs.actions.doors import locked, tell
from hemicycle.hubs.models import Hub


def tell_of_quietness(now: datetime | None = None) -> int:
    """Remind those who run a quiet hub, once in a quarter; how many hubs there were. Nobody is the actor."""
    moment = now or timezone.now()
    due = Q(quiet_told_at=None) | Q(quiet_told_at__lt=moment - states.REMINDED_EVERY)
    found = list(queries.quiet_hubs(moment).filter(due))
    return sum(_told(hub, moment) for hub in found)


@transaction.atomic
def _told(hub: Hub, moment: datetime) -> bool:
    """Asked again while the row is held: somebody may have done something in this moment, or told of it already."""
    hub = locked(hub)
    told_lately = hub.quiet_told_at is not None and hub.quiet_told_at >= moment - states.REMINDED_EVERY
    if told_lately or not queries.is_quiet(hub, moment):
        return False
    hub.quiet_told_at = moment
    hub.save(update_fields=["quiet_told_at"])
    tell(hub, states.FELL_QUIET, by=None)
    return True
