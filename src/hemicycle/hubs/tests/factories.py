"""Hubs for tests, made through the verbs wherever there is one."""

from hemicycle.accounts.models import Person
from hemicycle.hubs import actions
from hemicycle.hubs.models import Hub
from hemicycle.hubs.states import HubKind
from hemicycle.network import actions as network
from hemicycle.network import loading as register
from hemicycle.network.loading import partners
from hemicycle.network.models import Body
from hemicycle.topics import loading as topics

SIGNED = network.Signing(signed_on="2026-01-10", since="2026-02-01", until="2027-12-31", signatories="Two clerks")


def an_open_hub(host: Body, *, offered_by: Person, opened_by: Person, name: str = "Lakes hub", **said: object) -> Hub:
    """A hub that a house offered, whose agreement is signed, and that was opened."""
    words = {"sort": HubKind.REGIONAL, "language": "en", "purpose": "To meet and to learn.", **said}
    agreement = actions.offer_hub(host, actions.Described(name=name, **words), by=offered_by)  # type: ignore[arg-type]
    network.sign_agreement(agreement, SIGNED, by=opened_by)
    hub = Hub.objects.get(body=agreement.hub)
    actions.open_hub(hub, by=opened_by)
    hub.refresh_from_db()
    return hub


def the_shipped_ground() -> None:
    """Vocabulary, register and partners, on which the shipped hubs stand."""
    topics.load()
    register.load()
    partners.load()
