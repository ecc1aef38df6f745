"""What each page of hubs receives."""

from hemicycle.hubs.contexts.home import HubPage, hub_page
from hemicycle.hubs.contexts.listing import ListPage, hubs_page, outputs_page, updates_page

__all__ = ["HubPage", "ListPage", "hub_page", "hubs_page", "outputs_page", "updates_page"]
