"""Takes part in what happens to the agreement of a host, and lets outputs follow what their funders require."""

from typing import Any

from hemicycle.core import listings
from hemicycle.hubs import actions
from hemicycle.hubs.models import Hub, Output
from hemicycle.hubs.states import HubState
from hemicycle.network import actions as network
from hemicycle.network import hosting
from hemicycle.network.models import Agreement, Body


def is_open(body: Body) -> bool:
    return Hub.objects.filter(body=body, state=HubState.OPEN).exists()


def hand_over(agreement: Agreement, body: Body, signing: network.Signing, *, by: Any) -> Agreement:
    verb = actions.hand_over if _is_here(agreement) else network.hand_over
    return verb(agreement, body, signing, by=by)


def decline(agreement: Agreement, *, by: Any) -> None:
    verb = actions.decline_offer if _is_here(agreement) else network.decline_agreement
    verb(agreement, by=by)


def outputs_follow(agreement: Agreement) -> None:
    """The credit that an agreement requires stands in the data of every output of its project."""
    if agreement.project_id:
        listings.refresh(list(Output.objects.filter(project=agreement.project_id)))


def _is_here(agreement: Agreement) -> bool:
    """A body of the kind hub may be known before the hub itself is."""
    return Hub.objects.filter(body=agreement.hub_id).exists()


hosting.hub_verbs(is_open=is_open, hand_over=hand_over, decline=decline)
network.FOLLOWERS.append(outputs_follow)
