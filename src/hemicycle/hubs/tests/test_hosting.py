"""A body offers, an agreement is signed, a hub opens and is handed over."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from hemicycle.hubs import actions
from hemicycle.hubs.models import Hub
from hemicycle.hubs.states import HubKind, HubState
from hemicycle.network import actions as network
from hemicycle.network.queries.agreements import hosts_of

SAID = actions.Described(name="Lakes hub", sort=HubKind.REGIONAL, language="en", purpose="To meet.")
FIRST = network.Signing(signed_on="2026-01-10", since="2026-02-01", until="2027-12-31", signatories="Two clerks")


def offered(zambia, focal_point):
    agreement = actions.offer_hub(zambia, SAID, by=focal_point)
    return agreement, Hub.objects.get()


def test_an_offer_becomes_a_hub_only_when_its_agreement_is_signed(zambia, focal_point, administrator):
    agreement, hub = offered(zambia, focal_point)

    with pytest.raises(ValidationError, match="Nobody hosts this hub yet"):
        actions.open_hub(hub, by=administrator)
    network.sign_agreement(agreement, FIRST, by=administrator)
    actions.open_hub(hub, by=administrator)

    hub.refresh_from_db()
    assert (hub.state, hub.uid == hub.body.uid) == (HubState.OPEN, True)


def test_the_host_does_not_sign_for_itself(zambia, focal_point):
    agreement, _hub = offered(zambia, focal_point)

    with pytest.raises(PermissionDenied):
        network.sign_agreement(agreement, FIRST, by=focal_point)


def test_a_handover_keeps_both_hosts(zambia, malawi, focal_point, person, administrator):
    agreement, hub = offered(zambia, focal_point)
    network.sign_agreement(agreement, FIRST, by=administrator)
    actions.open_hub(hub, by=administrator)
    person("focal_point", malawi)
    later = network.Signing(signed_on="2026-09-01", since="2026-10-01")

    actions.hand_over(agreement, malawi, later, by=administrator)

    assert [(one.body.key, one.since, one.until) for one in hosts_of(hub.body)] == [
        (malawi.key, "2026-10-01", ""),
        (zambia.key, "2026-02-01", "2026-09-30"),
    ]


def test_a_hub_is_not_handed_to_a_house_without_anybody_who_speaks_for_it(zambia, malawi, focal_point, administrator):
    agreement, _hub = offered(zambia, focal_point)
    network.sign_agreement(agreement, FIRST, by=administrator)

    with pytest.raises(ValidationError, match="Invite its focal point first"):
        actions.hand_over(agreement, malawi, network.Signing(signed_on="", since="2026-10-01"), by=administrator)

    agreement.refresh_from_db()
    assert agreement.until == "2027-12-31"
