"""The page of an agreement, for both sides, the secretariat, and, once it is signed, for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.core import history
from hemicycle.core.dates import latest
from hemicycle.core.models import File
from hemicycle.network import partner_wording as said
from hemicycle.network import queries, wording
from hemicycle.network.bearing import borne_no_more
from hemicycle.network.models import Agreement
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.queries.deals import Deal
from hemicycle.network.queries.partners import read_agreements
from hemicycle.network.queries.partnership import party
from hemicycle.network.shown_deals import ShownGift, Text, doubt_of, place_of, shown_gift, text_of
from hemicycle.network.states.agreements import AgreementState, Level
from hemicycle.ui.formatting import format_date, format_file_size
from hemicycle.ui.parts import Event, Fact, Link


@dataclass(frozen=True)
class AgreementPage:
    """What one partner and the Centre agreed on, or talk about."""

    template: ClassVar[str] = "network/agreement.html"
    section: ClassVar[str] = "network:partners"

    title: str  # the partner
    named_in: str  # the language of the partner's name
    lead: str  # the level, and what it means
    place: str  # that this is an agreement, and at which level
    trail: tuple[Link, ...]  # the way to here
    remarks: tuple[str, ...]  # what is to be known first: in talks, compiled, doubtful
    facts: tuple[Fact, ...]  # terms and signing
    gives: Text  # what the partner gives
    gets: Text  # what the partner gets
    gifts: tuple[ShownGift, ...]  # what was given
    credit: Text  # what must be said on every output of the project
    disclaimer: Text  # for what the partner does not answer
    related: tuple[Link, ...]  # the agreement before this one and the one after
    sources: tuple[Link, ...]  # where it is said
    ways: tuple[Link, ...]  # what this reader may do now
    documents: tuple[Link, ...]  # on file; nothing for others than the two sides
    private: bool  # whether the reader is of one of the two sides
    history: tuple[Event, ...]  # what happened, for the two sides
    downloads: tuple[Link, ...]  # the same as open data; nothing while there are talks


def agreement_page(agreement: Agreement, viewer: Any) -> AgreementPage:
    """Seven queries; for the two sides those for documents and history besides."""
    deal = read_agreements([agreement])[0]
    body = party(deal.body_id)
    private = agreeing.may_see_agreement_papers(viewer, agreement)
    keeps = agreeing.may_record_contribution(viewer, agreement) and agreement.state != AgreementState.DECLINED
    papers: Sequence[File] = list(queries.papers_of(agreement)) if private else ()
    return AgreementPage(
        title=body.title if body else agreement.body.name,
        named_in=body.title_language if body else "",
        lead=said.level_meaning(deal.level),
        place=_("Agreement · %(level)s") % {"level": said.level_name(deal.level)},
        trail=(Link(_("Partners"), reverse("network:partners")),),
        remarks=tuple(_remarks(agreement, deal, private=private)),
        facts=tuple(_facts(agreement, deal)),
        gives=text_of(deal, "gives"),
        gets=text_of(deal, "gets"),
        gifts=tuple(shown_gift(gave, _change(agreement, gave) if keeps else "") for gave in deal.gave),
        credit=text_of(deal, "credit"),
        disclaimer=text_of(deal, "disclaimer"),
        related=tuple(_related(deal)),
        sources=tuple(Link(said.host_of(address), address) for address in deal.sources),
        ways=acts_for(viewer, agreement),
        documents=tuple(_document(file) for file in papers),
        private=private,
        history=history.of(Agreement.kind, agreement.uid, viewer=viewer) if private else (),
        downloads=_downloads(agreement),
    )


def acts_for(viewer: Any, agreement: Agreement) -> tuple[Link, ...]:
    """What somebody may do with the agreement as it is now, each on a page of its own."""
    talks, signed = agreement.state == AgreementState.TALKS, agreement.state == AgreementState.SIGNED
    keeps, signs = agreeing.may_keep_agreement(viewer, agreement), agreeing.may_sign_agreement(viewer, agreement)
    gives = agreeing.may_record_contribution(viewer, agreement)
    acts = (
        ("sign", _("Record that it was signed"), talks and signs),
        ("renew", _("Renew"), signed and signs),
        ("hand-over", _("Hand the hub over"), signed and signs and agreement.hub_id is not None),
        ("end", _("End"), signed and signs and not _is_over(agreement)),
        ("contribution", _("Record a contribution"), gives and (talks or signed)),
        ("document", _("Put a document on file"), keeps and (talks or signed)),
        ("change", _("Change the words") if signed else _("Change what is talked about"), keeps and (talks or signed)),
        ("decline", _("End the talks"), talks and keeps),
    )
    return tuple(
        Link(label, reverse("network:agreement_act", args=[agreement.uid, act]))
        for act, label, allowed in acts
        if allowed
    )


def names_of_acts(viewer: Any, agreement: Agreement) -> set[str]:
    return {link.address.rstrip("/").rpartition("/")[2] for link in acts_for(viewer, agreement)}


def _is_over(agreement: Agreement) -> bool:
    return latest(agreement.until) < said.today().isoformat()


def _remarks(agreement: Agreement, deal: Deal, *, private: bool) -> list[str]:
    found = []
    if agreement.state == AgreementState.TALKS:
        found.append(_("In talks: only the two sides see this page."))
    if agreement.state == AgreementState.DECLINED:
        found.append(_("These talks came to nothing. Only the two sides see this page."))
    if deal.shipped:
        found.append(_("Compiled from public sources; nobody on either side has confirmed it."))
    if doubt := doubt_of(deal):
        found.append(doubt)
    if private and agreement.level == Level.KEYSTONE and agreement in borne_no_more(said.today()):
        found.append(
            _("Neither a hub nor core funding bears this keystone agreement any more. Record one of them, or end it.")
        )
    return found


def _facts(agreement: Agreement, deal: Deal) -> list[Fact]:
    body = party(deal.body_id)
    state = (
        said.standing_name(deal)
        if agreement.state == AgreementState.SIGNED
        else str(AgreementState(agreement.state).label)
    )
    found = [
        Fact(_("Partner"), body.name if body else "", note=_("to its page"), source=body.address) if body else None,
        Fact(_("State"), state),
        Fact(_("Period"), said.period_of(deal.since, deal.until)) if agreement.state == AgreementState.SIGNED else None,
        Fact(_("Signed"), said.signed_of(deal)) if agreement.state == AgreementState.SIGNED else None,
        Fact(_("Signed by"), deal.signatories) if deal.signatories else None,
        Fact(_("Named there as"), wording.in_english(deal.role_note)) if deal.role_note else None,
        *(_place_fact(link) for link in place_of(deal)),
    ]
    return [fact for fact in found if fact is not None]


def _place_fact(link: Link) -> Fact:
    label = _("Hub") if link.note == _("hub") else _("Project")
    return Fact(
        label, link.label, note=_("to its page") if link.address else "", source=link.address, language=link.language
    )


def _related(deal: Deal) -> list[Link]:
    """A renewal names the agreement before it, and so does whoever took a hub over."""
    found = []
    for uid, label in (
        (deal.renews, _("Renews the agreement before it")),
        (deal.takes_over, _("Took the hub over from")),
        (deal.followed_by, _("Followed by")),
    ):
        other = Agreement.objects.select_related("body").filter(uid=uid).first() if uid else None
        if other is not None:
            body = party(other.body_id)
            note = said.period_of(other.since, other.until)
            found.append(
                Link(
                    _("%(what)s: %(partner)s") % {"what": label, "partner": body.title if body else other.body.name},
                    reverse("network:agreement", args=[uid]),
                    note=note,
                )
            )
    return found


def _change(agreement: Agreement, gave: Any) -> str:
    return reverse("network:contribution", args=[agreement.uid, gave.uid])


def _document(file: File) -> Link:
    note = f"{format_date(file.kept_at)}, {format_file_size(file.size)}"
    return Link(file.name, reverse("file", args=[file.uid]), note=note)


def _downloads(agreement: Agreement) -> tuple[Link, ...]:
    if agreement.state != AgreementState.SIGNED:
        return ()
    return (Link("JSON", reverse("network:agreement_data", args=[agreement.uid])),)
