"""The verbs of hubs."""

from hemicycle.hubs.actions.doors import HubRefused
from hemicycle.hubs.actions.hosting import (
    Described,
    close_hub,
    decline_offer,
    describe_hub,
    hand_over,
    offer_hub,
    open_hub,
)

__all__ = [
    "Described",
    "HubRefused",
    "close_hub",
    "decline_offer",
    "describe_hub",
    "hand_over",
    "offer_hub",
    "open_hub",
]
