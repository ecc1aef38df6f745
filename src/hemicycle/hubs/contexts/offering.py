"""Offers to host a hub, and how every hub stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core import texts
from hemicycle.hubs import policy, wording
from hemicycle.hubs.contexts.shared import body_link, trail_of
from hemicycle.hubs.models import Hub
from hemicycle.hubs.states import HubKind, HubState
from hemicycle.network.models import Agreement
from hemicycle.network.states.agreements import AgreementState
from hemicycle.threads.queries import number_of_letters, thread_of
from hemicycle.ui.formatting import format_number
from hemicycle.ui.languages import active_language
from hemicycle.ui.parts import Fact, Link

PAGE_SIZE = 50


@dataclass(frozen=True)
class OfferingPage:
    """The form by which a body offers to host a hub."""

    template: ClassVar[str] = "hubs/run/offering.html"
    section: ClassVar[str] = "hubs:hubs"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # what follows
    trail: tuple[Link, ...]  # the way here
    form: Any  # the offer
    together: tuple[Link, ...]  # hubs that the body could host together with others


@dataclass(frozen=True)
class OfferPage:
    """One offer with its talks, for the body that offers and the secretariat."""

    template: ClassVar[str] = "hubs/run/offer.html"
    section: ClassVar[str] = "hubs:hubs"
    indexed: ClassVar[bool] = False

    title: str  # the hub
    place: str  # that this is an offer
    trail: tuple[Link, ...]  # the way here
    remarks: tuple[str, ...]  # where it stands, and what comes next
    error: str  # why what was pressed could not be done
    facts: tuple[Fact, ...]  # who offers what
    told_in: str  # the language of the words below
    purpose: str  # what the hub is for
    focus: str  # what it would work on
    gives: str  # what the body would bring
    talks: Link | None  # the conversation, with the number of letters; nothing before the first
    letter: Any  # the form by which one writes; nothing once the talks are over
    agreement: str  # the agreement's own page, where documents are kept and its signing is recorded
    acts: tuple[tuple[str, str], ...]  # what can be pressed now, and its verb


def offering_page(form: Any, hubs: Sequence[Hub], *, beside: Hub | None = None) -> OfferingPage:
    hubs_link = Link(_("Hubs"), wording.address("/hubs/"))
    if beside is not None:
        return OfferingPage(
            title=_("Host %(hub)s together with others") % {"hub": beside.body.name},
            lead=_("The secretariat and those who host the hub hear of your offer, and talks begin."),
            trail=trail_of(beside),
            form=form,
            together=(),
        )
    return OfferingPage(
        title=_("Offer to host a hub"),
        lead=_(
            "The secretariat hears of your offer and talks with you. Nothing is public before an agreement is signed."
        ),
        trail=(hubs_link,),
        form=form,
        together=tuple(Link(hub.body.name, wording.address(f"/hubs/offer/?hub={hub.slug}")) for hub in hubs),
    )


def offer_page(agreement: Agreement, viewer: Any, letter: Any, *, error: str = "") -> OfferPage:
    hub: Hub = agreement.hub.hub  # type: ignore[union-attr]
    words = texts.read([hub.uid, agreement.uid], active_language())
    told, gave = words.get(hub.uid), words.get(agreement.uid)
    thread = thread_of(Agreement.kind, agreement.uid)
    return OfferPage(
        title=hub.body.name,
        place=_("Offer to host a hub"),
        trail=(Link(_("Hubs"), wording.address("/hubs/")),),
        remarks=tuple(_remarks(agreement, hub)),
        error=error,
        facts=tuple(_facts(agreement, hub)),
        told_in=told.language if told else "",
        purpose=told["purpose"] if told else "",
        focus=told["focus"] if told else "",
        gives=gave["gives"] if gave else "",
        talks=_talks(thread) if thread is not None else None,
        letter=letter,
        agreement=wording.address(f"/agreements/{agreement.uid}/"),
        acts=tuple(_acts(agreement, hub, viewer)),
    )


def _talks(thread: Any) -> Link:
    number = number_of_letters(thread)
    count = ngettext("%(n)s letter", "%(n)s letters", number) % {"n": format_number(number)}
    return Link(_("Read the talks"), thread.get_absolute_url(), count)


def _facts(agreement: Agreement, hub: Hub) -> list[Fact]:
    return [
        Fact(_("Who offers"), body_link(agreement.body).label),
        Fact(_("Kind of hub"), str(HubKind(hub.sort).label)),
        Fact(_("Agreement"), str(AgreementState(agreement.state).label)),
        Fact(_("Hub"), str(HubState(hub.state).label)),
    ]


def _remarks(agreement: Agreement, hub: Hub) -> list[str]:
    if agreement.state == AgreementState.DECLINED:
        return [_("These talks came to nothing. Only the two sides see this page.")]
    if agreement.state == AgreementState.TALKS:
        return [_("In talks: only the two sides see this page. The secretariat records when the agreement is signed.")]
    if hub.state == HubState.OFFERED:
        return [_("The agreement is signed. The secretariat opens the hub.")]
    return []


def _acts(agreement: Agreement, hub: Hub, viewer: Any) -> list[tuple[str, str]]:
    found = []
    if hub.state == HubState.OFFERED and agreement.state == AgreementState.SIGNED and policy.may_open(viewer, hub):
        found.append(("open", _("Open the hub")))
    if agreement.state == AgreementState.TALKS and policy.may_end_talks(viewer, agreement):
        found.append(("decline", _("End the talks without an agreement")))
    return found
