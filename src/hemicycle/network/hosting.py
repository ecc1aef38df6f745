"""How the package of hubs, which stands above, takes part in what happens to the agreement of a host.

It says whether a hub is open, and its own verbs take the place of those here: whoever hands over or declines the
hosting of a hub does it with everything that belongs to it, from whatever page.
"""

from collections.abc import Callable
from typing import Any

from hemicycle.network.models import Agreement, Body

Verb = Callable[..., Any]

HAND_OVER, DECLINE = "hand_over", "decline"
_verbs: dict[str, Verb] = {}
_open: list[Callable[[Body], bool]] = []


def hub_verbs(*, is_open: Callable[[Body], bool], **verbs: Verb) -> None:
    """Register what the package of hubs does instead: `hand_over(agreement, body, signing, by=…)`, `decline(…)`."""
    _open[:] = [is_open]
    _verbs.update(verbs)


def is_open(hub: Body) -> bool:
    """Whether the hub is at work, so that somebody must host it."""
    return any(asked(hub) for asked in _open)


def verb_for(name: str, agreement: Agreement, otherwise: Verb) -> Verb:
    """The verb of the package of hubs for the agreement of a host, else the plain one."""
    return _verbs.get(name, otherwise) if agreement.hub_id else otherwise
