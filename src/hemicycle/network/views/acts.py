"""What can be done with an agreement, each with its words, its form and its verb."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from hemicycle.core import texts
from hemicycle.network import actions, forms, hosting
from hemicycle.network import partner_wording as said_as
from hemicycle.network.actions import Given, Signing
from hemicycle.network.models import Agreement, Body, Contribution, Project
from hemicycle.network.views.doors import typed
from hemicycle.ui.languages import active_language

TERMS = ("level", "hub", "project")
Said = Mapping[str, Any]


@dataclass(frozen=True)
class Act:
    """One thing that can be done with an agreement."""

    title: Any
    button: Any
    lead: Any  # What follows from it.
    form: Callable[[HttpRequest, Agreement], Any]
    do: Callable[[Agreement, Said, Any], object]
    files: bool = False


def places(said: Said) -> dict[str, Any]:
    """The hub and the project that were chosen, where the form asks for them."""
    found: dict[str, Any] = {}
    if "hub" in said:
        found["hub"] = Body.objects.filter(key=said["hub"]).first() if said["hub"] else None
    if "project" in said:
        found["project"] = Project.objects.filter(slug=said["project"]).first() if said["project"] else None
    return found


def _change_form(request: HttpRequest, agreement: Agreement) -> Any:
    asked = request.GET.get("language", "")
    language = asked if asked in dict(settings.LANGUAGES) else active_language()
    words = texts.all_languages([agreement.uid]).get(agreement.uid, {}).get(language, {})
    initial = {
        "level": agreement.level,
        "hub": agreement.hub.key if agreement.hub else "",
        "project": agreement.project.slug if agreement.project else "",
        "language": language,
        **words,
    }
    fixed = [name for name in TERMS if name not in actions.open_terms(agreement)]
    return forms.TermsForm(typed(request), initial=initial, fixed=fixed)


def _change(agreement: Agreement, said: Said, by: Any) -> None:
    terms = places(said) | ({"level": said["level"]} if "level" in said else {})
    actions.change_agreement(agreement, by=by, words=said, language=said["language"], **terms)


def _sign_form(request: HttpRequest, agreement: Agreement) -> Any:  # noqa: ARG001
    return forms.SignForm(typed(request))


def _renew_form(request: HttpRequest, agreement: Agreement) -> Any:
    gifts = [
        (str(gift.uid), f"{said_as.gift_name(gift.gift)}: {gift.what}" if gift.what else said_as.gift_name(gift.gift))
        for gift in agreement.contributions.all()
    ]
    return forms.RenewForm(typed(request), gifts=gifts)


def _renew(agreement: Agreement, said: Said, by: Any) -> None:
    goes_on = [UUID(uid) for uid in said.get("goes_on", ())]
    actions.renew_agreement(agreement, _signing(said), by=by, goes_on=goes_on)


def _hand_over_form(request: HttpRequest, agreement: Agreement) -> Any:
    bodies = [choice for choice in forms.partner_choices() if choice[0] != agreement.body.key]
    return forms.HandOverForm(typed(request), bodies=bodies)


def _hand_over(agreement: Agreement, said: Said, by: Any) -> None:
    body = get_object_or_404(Body.objects.select_related("parent"), key=said["body"])
    hosting.verb_for(hosting.HAND_OVER, agreement, actions.hand_over)(agreement, body, _signing(said), by=by)


def _end_form(request: HttpRequest, agreement: Agreement) -> Any:
    whole = agreement.until if len(agreement.until) == len("2027-01-01") else ""
    return forms.LastDayForm(typed(request), initial={"until": whole})


def _end(agreement: Agreement, said: Said, by: Any) -> None:
    actions.end_agreement(agreement, on=said["until"], by=by)


def _bare_form(request: HttpRequest, agreement: Agreement) -> Any:  # noqa: ARG001
    return forms.NothingForm(typed(request))


def _decline(agreement: Agreement, said: Said, by: Any) -> None:  # noqa: ARG001
    hosting.verb_for(hosting.DECLINE, agreement, actions.decline_agreement)(agreement, by=by)


def _contribution_form(request: HttpRequest, agreement: Agreement) -> Any:
    words = texts.all_languages([agreement.uid]).get(agreement.uid, {})
    return forms.ContributionForm(
        typed(request), initial={"language": next(iter(words), active_language()) if words else active_language()}
    )


def _contribute(agreement: Agreement, said: Said, by: Any) -> Contribution:
    return actions.record_contribution(agreement, Given(**said), by=by)


def _paper_form(request: HttpRequest, agreement: Agreement) -> Any:  # noqa: ARG001
    return forms.PaperForm(request.POST, request.FILES) if request.method == "POST" else forms.PaperForm()


def _keep_paper(agreement: Agreement, said: Said, by: Any) -> object:
    return actions.keep_agreement_paper(agreement, said["paper"], by=by)


def _signing(said: Said) -> Signing:
    return Signing(**{name: said[name] for name in ("signed_on", "since", "until", "signatories")})


ACTS: dict[str, Act] = {
    "change": Act(
        _("Change the agreement"),
        _("Keep the change"),
        _("The words are kept once for each language; choose the language in which you write."),
        _change_form,
        _change,
    ),
    "sign": Act(
        _("Record that it was signed"),
        _("Record the signing"),
        _("From then on everybody sees the agreement, with what each side gives and gets. Documents stay private."),
        _sign_form,
        lambda agreement, said, by: actions.sign_agreement(agreement, _signing(said), by=by),
    ),
    "renew": Act(
        _("Renew the agreement"),
        _("Record the renewal"),
        _("A new agreement follows; the old one ends on the day before, and stays on the page of the partner."),
        _renew_form,
        _renew,
    ),
    "hand-over": Act(
        _("Hand the hub over to another host"),
        _("Record the handover"),
        _("The old agreement ends on the day before the new one begins. Both hosts stay on the page of the hub."),
        _hand_over_form,
        _hand_over,
    ),
    "end": Act(
        _("End the agreement"),
        _("Record the end"),
        _("It stays on the page of the partner, with its last day."),
        _end_form,
        _end,
    ),
    "decline": Act(
        _("End the talks"),
        _("End the talks"),
        _("The talks came to nothing. Both sides still see them; nothing becomes public."),
        _bare_form,
        _decline,
    ),
    "contribution": Act(
        _("Record a contribution"),
        _("Record it"),
        _("What was given, what it is worth where that is known, and what it led to."),
        _contribution_form,
        _contribute,
    ),
    "document": Act(
        _("Put a document on file"),
        _("Put on file"),
        _("Only the two sides read it, also once the agreement is public."),
        _paper_form,
        _keep_paper,
        files=True,
    ),
}
