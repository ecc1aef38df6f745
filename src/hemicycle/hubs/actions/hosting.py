"""The verbs that bring a hub to life: a body offers, the agreement is signed, the hub opens, is handed over, closes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.hubs import look, policy, states
from hemicycle.hubs.actions.doors import HubRefused, free_slug, locked, open_hub_only, require, tell, write_words
from hemicycle.hubs.models import Hub
from hemicycle.hubs.states import HubState, Joining
from hemicycle.network import actions as network
from hemicycle.network.models import Agreement, Body
from hemicycle.network.queries.agreements import running_hosts_of
from hemicycle.network.states import BodyKind
from hemicycle.network.states.agreements import AgreementState, Level
from hemicycle.topics.models import Topic

HUB_TEXTS = ("purpose", "focus")


@dataclass(frozen=True)
class Ways:
    """How a hub works, as those who run it decide."""

    languages: Sequence[str] = ()
    countries: Sequence[str] = ()
    region: str = ""
    topics: Sequence[Topic] = field(default=())
    joining: str = Joining.ON_REQUEST
    accent: str = ""


@dataclass(frozen=True)
class Described(Ways):
    """What a hub is to be, as the body that offers it describes it."""

    name: str = ""
    sort: str = ""
    language: str = "en"  # In which the words are written.
    purpose: str = ""
    focus: str = ""
    gives: str = ""  # What the body would bring: people, time, money, a platform.


@transaction.atomic
def offer_hub(
    body: Body, said: Described, *, by: Person, beside: Hub | None = None, once: UUID | None = None
) -> Agreement:
    """A body offers to host a hub, alone or `beside` those who host it already. Talks begin; the secretariat hears.

    The same offer sent twice (`once`), or made again while its talks are open, is the offer that there is.
    """
    require(policy.may_offer(by, body))
    if beside is not None:
        beside = locked(beside)
    Body.objects.select_for_update().get(pk=body.pk)
    known = _offered(body, beside or (Hub.objects.filter(uid=once).first() if once else None))
    if known is not None:
        return known
    if beside is not None:
        _check_beside(beside, body)
    hub = beside or _made(said, by, once)
    words = {"gives": said.gives} if said.gives.strip() else None
    agreement = network.open_agreement(body, Level.KEYSTONE, by=by, hub=hub.body, words=words, language=said.language)
    tell(hub, states.OFFERED, by=by, body=body.key, agreement=str(agreement.uid))
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
    tell(hub, states.OFFER_DECLINED, by=by, body=agreement.body.key, agreement=str(agreement.uid))


@transaction.atomic
def open_hub(hub: Hub, *, by: Person) -> None:
    """The hub is public and works. Somebody hosts it by a signed agreement that runs."""
    hub = locked(hub)
    require(policy.may_open(by, hub))
    if hub.state == HubState.OPEN:
        return
    if hub.state != HubState.OFFERED:
        raise HubRefused(_("This hub cannot be opened any more: the talks about it came to nothing, or it was closed."))
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
    if hub.state == HubState.CLOSED:
        raise HubRefused(_("This hub is closed; there is nothing to hand over."))
    successor = network.hand_over(agreement, body, signing, by=by)
    tell(hub, states.HANDED_OVER, by=by, from_body=agreement.body.key, to_body=body.key)
    return successor


@transaction.atomic
def describe_hub(hub: Hub, words: Mapping[str, str], *, language: str, by: Person, seen: int | None = None) -> None:
    """Those who run the hub say what it is for, in one of its languages; its name is that of its agreement."""
    hub = locked(hub)
    open_hub_only(hub)
    require(policy.may_change(by, hub))
    if not str(words.get("purpose", "")).strip():
        raise HubRefused({"purpose": _("Say in a sentence or two what the hub is for.")})
    write_words(hub.uid, HUB_TEXTS, words, language, by=by, seen=seen)
    tell(hub, states.CHANGED, by=by)


@transaction.atomic
def arrange_hub(hub: Hub, ways: Ways, *, by: Person) -> None:
    """Those who run the hub decide how it works: its languages, topics and places, who may join, its colour."""
    hub = locked(hub)
    open_hub_only(hub)
    require(policy.may_change(by, hub))
    hub.accent = ways.accent.strip().lower()
    look.check_accent(hub.accent)
    _arrange(hub, ways)
    tell(hub, states.CHANGED, by=by)


@transaction.atomic
def close_hub(hub: Hub, *, by: Person) -> None:
    """The hub ends; its page stays and says so."""
    hub = locked(hub)
    require(policy.may_close(by, hub))
    if hub.state == HubState.CLOSED:
        return
    open_hub_only(hub)
    hub.state = HubState.CLOSED
    hub.save(update_fields=["state"])
    tell(hub, states.CLOSED, by=by)


def _offered(body: Body, hub: Hub | None) -> Agreement | None:
    if hub is None:
        return None
    talks = Agreement.objects.filter(body=body, hub=hub.body_id, state=AgreementState.TALKS)
    return talks.select_related("body", "hub").first()


def _check_beside(hub: Hub, body: Body) -> None:
    if hub.state in {HubState.CLOSED, HubState.DECLINED}:
        raise HubRefused(_("This hub is not at work any more. Offer a new one."))
    if any(agreement.body_id == body.pk for agreement in running_hosts_of(hub.body)):
        raise HubRefused(_("%(body)s hosts this hub already.") % {"body": body.name})


def _made(said: Described, by: Person, once: UUID | None) -> Hub:
    if not said.purpose.strip():
        raise HubRefused({"purpose": _("Say in a sentence or two what the hub is for.")})
    slug = free_slug(said.name)
    try:
        with transaction.atomic():
            body = Body(kind=BodyKind.HUB, key=f"HUB-{slug}", name=said.name)
            body.uid = once or body.uid
            body.save()
            # A hub and its body are one thing to everybody else, so they have one identity.
            hub = Hub.objects.create(uid=body.uid, body=body, slug=slug, sort=said.sort)
    except IntegrityError as error:
        raise HubRefused(_("Somebody has offered a hub of this name in this moment. Send yours again.")) from error
    _arrange(hub, said)
    write_words(hub.uid, HUB_TEXTS, {"purpose": said.purpose, "focus": said.focus}, said.language, by=by)
    return hub


def _arrange(hub: Hub, ways: Ways) -> None:
    hub.languages, hub.countries = list(ways.languages), list(ways.countries)
    hub.region, hub.joining = ways.region, ways.joining
    hub.full_clean()
    hub.save()
    hub.topics.set(ways.topics)
