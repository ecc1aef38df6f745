"""What each page of hubs receives."""

from hemicycle.hubs.contexts.home import HubPage, chart_of, hub_page
from hemicycle.hubs.contexts.listing import ListPage, hubs_page, outputs_page, updates_page, world

__all__ = [
    "HubPage",
    "ListPage",
    "chart_of",
    "hub_page",
    "hubs_page",
    "outputs_page",
    "updates_page",
    "world",
]
