"""The verbs that bring a hub to life: a body offers, the agreement is signed, the hub opens, is handed over, closes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import texts
from hemicycle.hubs import look, policy, states
from hemicycle.hubs.actions.doors import HubRefused, free_slug, locked, require, tell
from hemicycle.hubs.models import Hub
from hemicycle.hubs.states import HubState, Joining
from hemicycle.network import actions as network
from hemicycle.network.models import Agreement, Body
from hemicycle.network.queries.agreements import running_hosts_of
from hemicycle.network.states import BodyKind
from hemicycle.network.states.agreements import AgreementState, Level
from hemicycle.topics.models import Topic


@dataclass(frozen=True)
class Described:
    """What a hub is to be, as its host describes it."""

    name: str
    sort: str
    language: str  # In which the words are written.
    purpose: str
    focus: str = ""
    languages: Sequence[str] = ()
    countries: Sequence[str] = ()
    region: str = ""
    topics: Sequence[Topic] = field(default=())
    joining: str = Joining.ON_REQUEST


@transaction.atomic
def offer_hub(body: Body, said: Described, *, by: Person, beside: Hub | None = None) -> Agreement:
    """A body offers to host a hub, alone or `beside` those who host it already. Talks begin; the secretariat hears."""
    require(policy.may_offer(by, body))
    hub = beside or _made(said, by)
    agreement = network.open_agreement(body, Level.KEYSTONE, by=by, hub=hub.body)
    tell(hub, states.OFFERED, by=by, body=body.key)
    return agreement


@transaction.atomic
def decline_offer(agreement: Agreement, *, by: Person) -> None:
    """The secretariat and the body part without an agreement; a hub that nobody else offers comes to nothing."""
    hub = locked(agreement.hub.hub)  # type: ignore[union-attr]
    network.decline_agreement(agreement, by=by)
    waiting = Agreement.objects.filter(hub=hub.body).exclude(state=AgreementState.DECLINED)
    if hub.state == HubState.OFFERED and not waiting.exists():
        hub.state = HubState.DECLINED
        hub.save(update_fields=["state"])
    tell(hub, states.OFFER_DECLINED, by=by, body=agreement.body.key)


@transaction.atomic
def open_hub(hub: Hub, *, by: Person) -> None:
    """The hub is public and works. Somebody hosts it by a signed agreement that runs."""
    hub = locked(hub)
    require(policy.may_open(by, hub))
    if not running_hosts_of(hub.body):
        raise HubRefused(
            _("Nobody hosts this hub yet: record that the agreement with its host was signed, then open it.")
        )
    hub.state = HubState.OPEN
    hub.opened_at = timezone.now()
    hub.save()
    tell(hub, states.OPENED, by=by)


@transaction.atomic
def hand_over(agreement: Agreement, body: Body, signing: network.Signing, *, by: Person) -> Agreement:
    """Another body hosts the hub from the day on which its agreement begins; both stay on the hub's page."""
    hub = locked(agreement.hub.hub)  # type: ignore[union-attr]
    successor = network.hand_over(agreement, body, signing, by=by)
    tell(hub, states.HANDED_OVER, by=by, from_body=agreement.body.key, to_body=body.key)
    return successor


@transaction.atomic
def describe_hub(hub: Hub, said: Described, *, by: Person, accent: str = "") -> None:
    """Those who run the hub change what it says of itself; its name follows its agreement and stays."""
    hub = locked(hub)
    require(policy.may_change(by, hub))
    for name in ("languages", "countries"):
        setattr(hub, name, list(getattr(said, name)))
    hub.region, hub.joining, hub.accent = said.region, said.joining, accent.lower()
    look.check_accent(hub.accent)
    hub.full_clean()
    hub.save()
    hub.topics.set(said.topics)
    _write(hub, said, by)
    tell(hub, states.CHANGED, by=by)


@transaction.atomic
def close_hub(hub: Hub, *, by: Person) -> None:
    """The hub ends; its page stays and says so."""
    hub = locked(hub)
    require(policy.may_close(by, hub))
    hub.state = HubState.CLOSED
    hub.save(update_fields=["state"])
    tell(hub, states.CLOSED, by=by)


def _made(said: Described, by: Person) -> Hub:
    slug = free_slug(said.name)
    body = Body.objects.create(kind=BodyKind.HUB, key=f"HUB-{slug}", name=said.name)
    # A hub and its body are one thing to everybody else, so they have one identity.
    hub = Hub(uid=body.uid, body=body, slug=slug, sort=said.sort, joining=said.joining, region=said.region)
    hub.languages, hub.countries = list(said.languages), list(said.countries)
    hub.full_clean()
    hub.save()
    hub.topics.set(said.topics)
    _write(hub, said, by)
    return hub


def _write(hub: Hub, said: Described, by: Person) -> None:
    known = texts.read([hub.uid], said.language).get(hub.uid)
    original = known is None or known.original == said.language
    # What was compiled beside these, such as notes on members, stays until the hub itself says it.
    kept = known.fields if known is not None and known.language == said.language else {}
    fields = {**kept, "purpose": said.purpose.strip(), "focus": said.focus.strip()}
    texts.write(texts.Draft(hub.uid, said.language, fields, original=original), by=by.uid, publish=True)
