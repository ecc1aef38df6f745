"""What is done to the agreement of a host on the pages of agreements is done to its hub as well."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from hemicycle.core.models import Entry
from hemicycle.hubs import actions
from hemicycle.hubs.models import Hub
from hemicycle.hubs.states import HubKind, HubState
from hemicycle.hubs.tests.factories import an_open_hub
from hemicycle.network import actions as network
from hemicycle.network.models import Agreement

SAID = actions.Described(name="Lakes hub", sort=HubKind.REGIONAL, language="en", purpose="To meet.")
LATER = {"signed_on": "2026-09-01", "since": "2026-10-01", "until": "", "signatories": ""}


def act(agreement, name):
    return reverse("network:agreement_act", args=[agreement.uid, name])


def test_an_offer_that_is_declined_on_the_page_of_its_talks_comes_to_nothing(
    client, zambia, focal_point, administrator
):
    agreement = actions.offer_hub(zambia, SAID, by=focal_point)
    client.force_login(administrator)

    client.post(act(agreement, "decline"))

    assert Hub.objects.get().state == HubState.DECLINED


def test_a_handover_on_the_page_of_the_agreement_is_one_of_the_hub(
    client, zambia, malawi, focal_point, colleague, administrator
):
    hub = an_open_hub(zambia, offered_by=focal_point, opened_by=administrator)
    client.force_login(administrator)

    client.post(act(Agreement.objects.get(), "hand-over"), {**LATER, "body": malawi.key})

    told = Entry.objects.get(verb="hub.handed_over")
    assert (told.subject, told.facts) == (hub.uid, {"from_body": zambia.key, "to_body": malawi.key})


def test_an_open_hub_keeps_a_host_until_it_is_closed(zambia, focal_point, administrator):
    hub = an_open_hub(zambia, offered_by=focal_point, opened_by=administrator)
    agreement = Agreement.objects.get()

    with pytest.raises(ValidationError, match="Lakes hub would have no host from then on"):
        network.end_agreement(agreement, on="2026-12-31", by=administrator)
    actions.close_hub(hub, by=administrator)
    network.end_agreement(agreement, on="2026-12-31", by=administrator)

    agreement.refresh_from_db()
    assert agreement.until == "2026-12-31"
