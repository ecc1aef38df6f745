"""Pages with one form, or a few, about agreements, organisations, projects and innovation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.network import partner_wording as said
from hemicycle.network import policy, queries
from hemicycle.network.models import Agreement, Body
from hemicycle.network.queries.partnership import party
from hemicycle.network.states.agreements import AgreementState
from hemicycle.ui import parts
from hemicycle.ui.parts import Link


@dataclass(frozen=True)
class FormPage:
    """One form with what it is about."""

    template: ClassVar[str] = "network/form.html"
    indexed: ClassVar[bool] = False

    title: str  # what is done
    place: str  # to what
    lead: str  # what follows from it; may be empty
    trail: tuple[Link, ...]  # the way here
    facts: tuple[parts.Fact, ...]  # what is to be known while typing
    form: Any  # what is typed
    button: str  # the verb
    files: bool = False  # whether files are sent
    remove: str = ""  # a second verb, which takes away what the form is about


@dataclass(frozen=True)
class Words:
    """What a page with one form says."""

    title: str  # what is done
    lead: str  # what follows from it; may be empty
    button: str  # the verb


@dataclass(frozen=True)
class AgreementsPage:
    """The agreements of a person's bodies; for the secretariat all of them."""

    template: ClassVar[str] = "network/agreements.html"
    indexed: ClassVar[bool] = False

    title: str  # of the page
    lead: str  # who sees what
    groups: tuple[tuple[str, str, tuple[Link, ...]], ...]  # anchor, heading and agreements
    opens: str  # where talks are opened; empty for those who may not


def agreements_page(viewer: Any, bodies: Sequence[Body]) -> AgreementsPage:
    rows = queries.agreements_with_papers_for(viewer).select_related("body").order_by("-since", "-pk")
    soon = {agreement.pk for agreement in queries.agreements_ending_soon(viewer)}
    found: dict[str, list[Link]] = {"talks": [], "soon": [], "signed": [], "declined": []}
    for agreement in rows:
        key = "soon" if agreement.pk in soon else str(agreement.state)
        found[key].append(_agreement_link(agreement))
    headings = (
        ("talks", _("In talks")),
        ("soon", _("End within half a year")),
        ("signed", _("Signed")),
        ("declined", _("Came to nothing")),
    )
    secretariat = policy.is_secretariat(viewer)
    return AgreementsPage(
        title=_("Agreements"),
        lead=_("All agreements with partners, and all talks.") if secretariat else _("The agreements of your bodies."),
        groups=tuple((key, heading, tuple(found[key])) for key, heading in headings if found[key]),
        opens=reverse("network:new_agreement") if bodies or policy.is_administrator(viewer) else "",
    )


def trail_to(agreement: Agreement) -> tuple[Link, ...]:
    body = party(agreement.body_id)
    return (
        Link(_("Agreements"), reverse("network:agreements")),
        Link(body.title if body else agreement.body.name, agreement_address(agreement)),
    )


def agreement_address(agreement: Agreement) -> str:
    return reverse("network:agreement", args=[agreement.uid])


def place_of_agreement(agreement: Agreement) -> str:
    body = party(agreement.body_id)
    words = {"partner": body.title if body else agreement.body.name, "level": said.level_name(agreement.level)}
    return _("%(partner)s · %(level)s") % words


def terms(agreement: Agreement) -> tuple[parts.Fact, ...]:
    """What is to be known of an agreement while something is done to it."""
    found = [parts.Fact(_("State"), str(AgreementState(agreement.state).label))]
    if agreement.state == AgreementState.SIGNED:
        found.append(parts.Fact(_("Period"), said.period_of(agreement.since, agreement.until)))
    if agreement.hub is not None:
        found.append(parts.Fact(_("Hub"), agreement.hub.name, language="en"))
    return tuple(found)


def opening_page(form: Any) -> FormPage:
    return FormPage(
        title=_("Open talks with a partner"),
        place=_("Agreements"),
        lead=_("Both sides see the talks and may change what is talked about, until it is recorded that both signed."),
        trail=(Link(_("Agreements"), reverse("network:agreements")),),
        facts=(),
        form=form,
        button=_("Open the talks"),
    )


def act_page(agreement: Agreement, form: Any, words: Words, *, files: bool = False, remove: str = "") -> FormPage:
    """One thing that is done with an agreement."""
    return FormPage(
        title=words.title,
        place=place_of_agreement(agreement),
        lead=words.lead,
        trail=trail_to(agreement),
        facts=terms(agreement),
        form=form,
        button=words.button,
        files=files,
        remove=remove,
    )


def _agreement_link(agreement: Agreement) -> Link:
    body = party(agreement.body_id)
    level = said.level_name(agreement.level)
    note = level
    if agreement.state == AgreementState.SIGNED:
        note = f"{level} · {said.period_of(agreement.since, agreement.until)}"
    return Link(body.title if body else agreement.body.name, agreement_address(agreement), note=note)
