"""What every verb of a hub does first and last: ask the policy, hold the row, note the sign of life, record."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.hubs import states
from hemicycle.hubs.models import Hub


# Addresses below /hubs/ that are no hub's.
TAKEN = frozenset({"new", "offer", "offers", "outputs", "updates"})


class HubRefused(ValidationError):
    """This cannot be done with the hub now; the message says why, and what can be done instead."""


def require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence at the call.
    if not allowed:
        raise PermissionDenied


def locked(hub: Hub) -> Hub:
    """The hub as it is now, held until the transaction ends."""
    return Hub.objects.select_for_update(of=("self",)).select_related("body").get(pk=hub.pk)


def tell(hub: Hub, verb: str, *, by: Person | None, subject: Any = None, **facts: Any) -> None:
    """Record what happened in the hub, or to a thing of it, and that the hub is alive."""
    if verb in states.SIGNS_OF_LIFE and by is not None:
        hub.last_sign_at = timezone.now()
        hub.quiet_told_at = None
        hub.save(update_fields=["last_sign_at", "quiet_told_at"])
    if subject is None:
        journal.record(verb, hub, by=by, **facts)
    else:
        journal.record(verb, subject, by=by, hub=str(hub.uid), **facts)


def free_slug(name: str) -> str:
    """An address from the name, short enough to be the key of its body; a number is added until it is free."""
    base = slugify(name)[:32].strip("-") or "hub"
    taken = set(Hub.objects.filter(slug__startswith=base).values_list("slug", flat=True)) | TAKEN
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def open_hub_only(hub: Hub) -> None:
    if hub.state != states.HubState.OPEN:
        raise HubRefused(_("This hub is not open; nothing can be changed in it."))
