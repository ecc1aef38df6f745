"""Decisions: recorded at a sitting, read by everybody once published, followed up."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hemicycle.core import exports, facets, listings
from hemicycle.core.pagecache import cached
from hemicycle.steering import actions, contexts, policy, queries, spreadsheet, wording
from hemicycle.steering.contexts import choices, keeping
from hemicycle.steering.forms import DecisionForm, FollowUpForm, SettleForm, TitledForm
from hemicycle.steering.models import Decision, Sitting
from hemicycle.steering.offer import DECISIONS
from hemicycle.steering.states import FollowUp
from hemicycle.steering.views.committee import GROUND
from hemicycle.steering.views.doors import (
    NOT_TAKEN,
    for_keepers,
    for_people,
    reader_of,
    refusal,
    sent,
    status_of,
    taken,
)
from hemicycle.ui import show
from hemicycle.ui.errors import Explained


@require_safe
@cached(*GROUND, parameters=("year",))
def decisions(request: HttpRequest) -> HttpResponse:
    return show(request, contexts.decisions_page(request.user, request.GET.get("year", "")))


@require_safe
@cached("decision", parameters=("state", "year"))
def decisions_data(request: HttpRequest, form: str) -> HttpResponse:
    try:
        chosen = facets.chosen_from(DECISIONS, request.GET)
    except facets.UnknownChoice as unknown:
        raise Explained(_("This list has no “%(value)s”.") % {"value": unknown.value}) from unknown
    records = listings.public_records(DECISIONS.kind, facets.left(DECISIONS.kind, chosen))
    if form == "csv":
        return exports.as_csv(records, spreadsheet.COLUMNS)
    return exports.as_json(records, kind=DECISIONS.kind)


@require_safe
@cached(*GROUND)
def decision(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Who follows it up finds the form on the page."""
    found = get_object_or_404(queries.decisions_visible_to(request.user), uid=uid)
    return show(request, contexts.decision_page(found, request.user, _settle_form(found, request)))


@require_safe
@cached(*GROUND)
def decision_data(request: HttpRequest, uid: UUID) -> HttpResponse:  # noqa: ARG001 - data are of what is public.
    found = get_object_or_404(queries.decisions_visible_to(None), uid=uid)
    return exports.one_as_json(next(iter(DECISIONS.records([found]))))


@for_people("POST")
def settle(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What came of it, or that it is to be followed up after all."""
    found = get_object_or_404(queries.decisions_visible_to(request.user), uid=uid)
    if not policy.may_settle(request.user, found):
        raise Http404
    act = request.POST.get("act", "")
    form = _settle_form(found, request)
    refused = ""
    if act == "reopen":
        refused = refusal(lambda: actions.reopen_decision(found, by=reader_of(request)))
    elif form is not None and request.method == "POST":
        if not taken(form, lambda: _settle(found, form, request)):
            return show(request, contexts.decision_page(found, request.user, form), status=status_of(form))
    elif request.method == "POST":
        refused = _("Somebody has settled this decision already; what they said stands on its page.")
    if refused:
        return show(request, contexts.decision_page(found, request.user, refused=refused), status=NOT_TAKEN)
    return HttpResponseRedirect(found.get_absolute_url())


@for_keepers("POST")
def decide(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What the committee decided at a sitting."""
    sitting = get_object_or_404(Sitting.objects.select_related("meeting__body"), uid=uid)
    form = DecisionForm(
        sent(request),
        followers=choices.followers(),
        items=choices.items_of(sitting),
        initial=choices.decision_at(sitting),
    )
    if request.method == "POST" and taken(form, lambda: _decide(sitting, form, request)):
        return HttpResponseRedirect(sitting.get_absolute_url())
    page = contexts.form_page(
        _("Record a decision"),
        form,
        _("Record it"),
        lead=_("It is numbered through the year. Whoever follows up hears of it by mail."),
        place=contexts.title_of(sitting),
        trail=keeping.trail_of(sitting),
    )
    return show(request, page, status=status_of(form))


@for_keepers("POST")
def follow_up(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Somebody else follows up, or by another day."""
    found = get_object_or_404(Decision.objects.select_related("person", "body"), uid=uid)
    first = {"who": choices.follower_of(found), "due": found.due}
    form = FollowUpForm(sent(request), followers=choices.followers(found), initial=first)
    if request.method == "POST" and taken(
        form, lambda: actions.change_follow_up(found, choices.followed_from(form), by=reader_of(request))
    ):
        return HttpResponseRedirect(found.get_absolute_url())
    page = contexts.form_page(
        _("Change who follows up, or by when"),
        form,
        _("Change it"),
        place=wording.decision_name(found),
        trail=keeping.trail_of_decision(found),
    )
    return show(request, page, status=status_of(form))


@for_keepers("POST")
def decision_words(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The words of a decision, better or in another language."""
    found = get_object_or_404(Decision, uid=uid)
    language = keeping.chosen_language(request.GET.get("language", ""))
    form = TitledForm(sent(request), initial=keeping.titled(found.uid, "text", language))
    if request.method == "POST" and taken(form, lambda: _word(found, form, language, request)):
        return HttpResponseRedirect(found.get_absolute_url())
    page = contexts.form_page(
        _("Words, also in another language"),
        form,
        _("Save"),
        place=wording.decision_name(found),
        trail=keeping.trail_of_decision(found),
        languages=keeping.languages_at(request.path, language),
        original=keeping.original_of(found.uid, "text", language),
    )
    return show(request, page, status=status_of(form))


def _settle_form(decision: Decision, request: HttpRequest) -> SettleForm | None:
    if decision.state != FollowUp.OPEN or not policy.may_settle(request.user, decision):
        return None
    return SettleForm(sent(request))


def _settle(decision: Decision, form: SettleForm, request: HttpRequest) -> None:
    said = form.cleaned_data
    actions.settle_decision(decision, said["state"], outcome=said["outcome"], by=reader_of(request))


def _decide(sitting: Sitting, form: DecisionForm, request: HttpRequest) -> Decision:
    item = form.cleaned_data.get("item", "")
    return actions.decide(
        sitting,
        choices.taken_from(form),
        by=reader_of(request),
        item=sitting.items.get(uid=item) if item else None,
        once=form.cleaned_data["once"],
    )


def _word(decision: Decision, form: TitledForm, language: str, request: HttpRequest) -> None:
    actions.word_decision(decision, form.cleaned_data, language=language, by=reader_of(request))
