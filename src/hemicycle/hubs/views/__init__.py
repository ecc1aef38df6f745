"""What answers at the addresses of hubs."""

from hemicycle.hubs.views.look import look_sheet
from hemicycle.hubs.views.pages import (
    hub,
    hub_data,
    hubs,
    hubs_data,
    members_chart,
    outputs,
    outputs_data,
    updates,
    updates_data,
    world,
)

__all__ = [
    "hub",
    "hub_data",
    "hubs",
    "hubs_data",
    "look_sheet",
    "members_chart",
    "outputs",
    "outputs_data",
    "updates",
    "updates_data",
    "world",
]
