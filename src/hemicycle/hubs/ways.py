"""What somebody who is signed in may do with a hub, as links on its page."""

from typing import Any

from django.utils.translation import gettext as _

from hemicycle.hubs import policy, wording
from hemicycle.hubs.models import Hub
from hemicycle.network import policy as network
from hemicycle.ui.parts import Link


def ways_for(viewer: Any, hub: Hub) -> tuple[Link, ...]:
    """Nothing for visitors; without a query for those who hold no office."""
    if viewer is None or not viewer.is_authenticated:
        return ()
    found = []
    if policy.runs(viewer, hub):
        found.append(Link(_("Run this hub"), wording.address(f"{hub.path}run/")))
    if policy.may_discuss(viewer, hub):
        found.append(Link(_("Discussions"), wording.address(f"{hub.path}discussions/")))
    if any(policy.may_ask_to_join(viewer, hub, office.body) for office in network.offices_today(viewer)):
        found.append(Link(_("Your parliament's part in it"), wording.address(f"{hub.path}join/")))
    return tuple(found)
