"""Reviewing a case, and rewording it: by editors, by authors who take suggestions over, by the chamber later."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from hemicycle.innovations import actions, contexts, drafts, policy, queries
from hemicycle.innovations.actions import StepRefused, WordsMoved
from hemicycle.innovations.alike import alike
from hemicycle.innovations.contexts.case import facts
from hemicycle.innovations.forms import ReasonForm, WordsForm
from hemicycle.innovations.models import Case
from hemicycle.innovations.revisions import waiting_original
from hemicycle.innovations.states import State
from hemicycle.innovations.views.doors import for_people, not_here
from hemicycle.threads import actions as threads
from hemicycle.ui import show

DECISIONS = frozenset({"accept", "refuse"})


@for_people
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Take it, ask, suggest, send back, publish. Whoever comes second reads one sentence and sees what is so now."""
    case = _case(request, slug)
    if case is None or not policy.may_review(request.user, case):
        return not_here(request)
    form, reason = contexts.words_form(case), ReasonForm()
    if request.method != "POST":
        return _shown(request, case, form, reason)
    act = request.POST.get("act", "")
    if act == "suggest":
        return _suggested(request, case)
    if act in {"ask", "send_back"}:
        reason = ReasonForm(request.POST)
        if not reason.is_valid():
            return _shown(request, case, form, reason, status=422)
    try:
        _ACTS.get(act, _nothing)(case, reason, by=request.user)
    except StepRefused as refused:
        return _shown(request, _case(request, slug) or case, form, reason, error=_sentence(refused), status=409)
    return HttpResponseRedirect(case.get_absolute_url() if act.startswith("publish") else request.path)


@for_people
def words(request: HttpRequest, slug: str) -> HttpResponse:
    """Suggestions for a draft, to be taken over by its author; other words for what is public."""
    case = _case(request, slug)
    if case is None or not (policy.may_edit(request.user, case) or policy.may_amend(request.user, case)):
        return not_here(request)
    if request.method != "POST":
        return _words_shown(request, case, contexts.words_form(case))
    act = request.POST.get("act", "")
    if act == "take_over":
        actions.take_over(case, by=request.user)
        return HttpResponseRedirect(contexts.step_address(case, "what"))
    form = contexts.words_form(case, request.POST)
    if not (form.is_valid() if act in DECISIONS else _has_title(form)):
        return _words_shown(request, case, form, status=422)
    try:
        _reworded(case, form, act, seen=_seen(request), by=request.user)
    except WordsMoved as moved:
        form.add_error(None, moved.messages)
        return _words_shown(request, case, form, clash=True, status=409)
    return HttpResponseRedirect(case.get_absolute_url() if act == "accept" else request.path)


def _has_title(form: WordsForm) -> bool:
    """Whether the words can stand: a record without a title could not be shown anywhere."""
    if form.is_valid() and not form.cleaned_data["title"]:
        form.add_error("title", _("Give the case a title."))
    return form.is_valid()


def _reworded(case: Case, form: WordsForm, act: str, *, seen: int, by: Any) -> None:
    if act in DECISIONS:
        actions.decide(case, accept=act == "accept", seen=seen, by=by)
    else:
        actions.propose(case, form.words(), seen=seen, by=by)


def _suggested(request: HttpRequest, case: Case) -> HttpResponse:
    form = contexts.words_form(case, request.POST)
    if not _has_title(form):
        return _shown(request, case, form, ReasonForm(), status=422)
    try:
        actions.suggest(case, form.words(), seen=_seen(request), by=request.user)
    except WordsMoved as moved:
        return _shown(request, case, form, ReasonForm(), error=_sentence(moved), clash=True, status=409)
    return HttpResponseRedirect(request.path)


def _take(case: Case, reason: ReasonForm, *, by: Any) -> None:  # noqa: ARG001
    actions.take(case, by=by)


def _ask(case: Case, reason: ReasonForm, *, by: Any) -> None:
    threads.post(threads.open_thread(case, by=by), reason.cleaned_data["reason"], by=by)


def _send_back(case: Case, reason: ReasonForm, *, by: Any) -> None:
    actions.send_back(case, by=by, reason=reason.cleaned_data["reason"])


def _publish(case: Case, reason: ReasonForm, *, by: Any) -> None:  # noqa: ARG001
    actions.publish(case, by=by)


def _publish_with(case: Case, reason: ReasonForm, *, by: Any) -> None:  # noqa: ARG001
    actions.publish(case, by=by, with_suggestions=True)


def _nothing(case: Case, reason: ReasonForm, *, by: Any) -> None:
    """An act that does not exist changes nothing."""


_ACTS = {
    "take": _take,
    "ask": _ask,
    "send_back": _send_back,
    "publish": _publish,
    "publish_with": _publish_with,
}


def _shown(
    request: HttpRequest,
    case: Case,
    form: WordsForm,
    reason: ReasonForm,
    *,
    error: str = "",
    clash: bool = False,
    status: int = 200,
) -> HttpResponse:
    like = alike(drafts.original(case)["title"])
    page = contexts.review_page(case, form, reason, facts=facts(case), alike=like, error=error, clash=clash)
    return show(request, page, status=status)


def _words_shown(
    request: HttpRequest, case: Case, form: WordsForm, *, clash: bool = False, status: int = 200
) -> HttpResponse:
    waiting = waiting_original(case.uid) is not None
    if case.state != State.PUBLISHED:
        lead = _("An editor suggests other words. What you take over can still be changed step by step.")
        acts = [("take_over", _("Take them over"))] if waiting else []
    elif policy.may_review(request.user, case):
        lead = _("What you write here is public at once; translations are marked as behind.")
        acts = [("propose", _("Publish these words"))]
        acts += (
            [("accept", _("Accept what was proposed")), ("refuse", _("Refuse what was proposed"))] if waiting else []
        )
    else:
        lead = _("What you write here waits for an editor, who reads it before it is public.")
        acts = [("propose", _("Propose these words"))]
    return show(request, contexts.words_page(case, form, lead=lead, acts=acts, clash=clash), status=status)


def _case(request: HttpRequest, slug: str) -> Case | None:
    if request.method != "POST":
        return get_object_or_404(_cases(request), slug=slug)
    return _cases(request).filter(slug=slug).first()


def _cases(request: HttpRequest) -> Any:
    return queries.visible_to(request.user).select_related("body__parent", "author", "reviewer")


def _seen(request: HttpRequest) -> int:
    typed = request.POST.get("seen", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0


def _sentence(refused: ValidationError) -> str:
    return " ".join(refused.messages)
