"""What somebody who is signed in may do with a hub, as links on its page."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.hubs import policy, queries, wording
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
        found.append(Link(_("Host it together"), wording.address(f"/hubs/offer/?hub={hub.slug}")))
    if policy.may_see_states(viewer):
        found.append(Link(_("How it stands"), wording.address(f"{hub.path}state/")))
    return tuple(found)


def places_of(person: Person) -> Iterable[Link]:
    """What stands on a person's account page: the hubs that they run, and those in which they take part."""
    run = {hub.pk: hub for hub in queries.run_by(person)}
    for hub in run.values():
        yield Link(_("Run %(hub)s") % {"hub": hub.body.name}, wording.address(f"{hub.path}run/"))
    for hub in queries.inside_of(person):
        if hub.pk not in run:
            yield Link(hub.body.name, hub.get_absolute_url())
    if policy.may_see_states(person):
        yield Link(_("How hubs stand"), wording.address("/hubs/state/"))
