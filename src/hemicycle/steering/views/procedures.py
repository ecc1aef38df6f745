"""Written procedures: asking, advising, papers, other languages, closing."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from hemicycle.steering import actions, contexts, policy, queries, states
from hemicycle.steering.contexts import choices, keeping
from hemicycle.steering.forms import AdviceForm, DecisionForm, PaperForm, QuestionForm, TitledForm
from hemicycle.steering.models import Procedure
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
from hemicycle.steering.views.sittings import keep_paper
from hemicycle.ui import show
from hemicycle.ui.languages import active_language


@for_people()
def procedures(request: HttpRequest) -> HttpResponse:
    if not policy.may_read_inside(request.user):
        raise Http404
    return show(request, contexts.procedures_page(request.user))


@for_keepers("POST")
def ask(request: HttpRequest) -> HttpResponse:
    """A question goes to every member by mail."""
    first = {name: active_language() for name in ("language", "paper_language_1", "paper_language_2")}
    form = QuestionForm(*((request.POST, request.FILES) if request.method == "POST" else ()), initial=first)
    made: list[Procedure] = []
    if request.method == "POST" and taken(form, lambda: made.append(_opened(form, request))):
        return HttpResponseRedirect(made[0].get_absolute_url())
    return show(request, keeping.ask_page(form), status=status_of(form))


@for_people("POST")
def procedure(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The question with what each seat advised; members advise here, also anew."""
    found = get_object_or_404(queries.procedures_visible_to(request.user), uid=uid)
    act = request.POST.get("act", "")
    form = _advice_form(found, request, act)
    if act == "advise" and form is not None and taken(form, lambda: _advise(found, form, request)):
        return HttpResponseRedirect(f"{found.get_absolute_url()}?done=advised")
    refused = _too_late(found) if act == "advise" and form is None else ""
    if act == "publish":
        refused = refusal(lambda: actions.publish_outcome(found, by=reader_of(request)))
        if not refused:
            return HttpResponseRedirect(found.get_absolute_url())
    done = _("Your advice is recorded.") if request.GET.get("done") == "advised" else ""
    typed = (request.POST.get("text", "")[: states.LONGEST_TEXT],) if refused and act == "advise" else ()
    page = contexts.procedure_page(found, request.user, form, done=done, refused=refused, typed=typed)
    return show(request, page, status=NOT_TAKEN if refused else status_of(form))


@for_keepers("POST")
def procedure_papers(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Papers of a question; they stay inside."""
    found = get_object_or_404(Procedure, uid=uid)
    act = request.POST.get("act", "")
    form = PaperForm(*((request.POST, request.FILES) if act == "keep" else ()), initial={"language": active_language()})
    if act == "remove":
        for paper in found.papers.filter(uid=choices.uid_of(request.POST.get("paper", ""))):
            actions.remove_paper(paper, by=reader_of(request))
        return HttpResponseRedirect(f"{request.path}?done=remove")
    if act == "keep" and taken(form, lambda: keep_paper(found, form, request)):
        return HttpResponseRedirect(f"{request.path}?done=keep")
    page = keeping.procedure_papers_page(found, form, done=request.GET.get("done", ""))
    return show(request, page, status=status_of(form))


@for_keepers("POST")
def procedure_words(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The question in another language."""
    found = get_object_or_404(Procedure, uid=uid)
    # As it was first asked it stays.
    open_ones = [code for code in keeping.CODES if code not in queries.languages_of(found.uid)[:1]]
    language = keeping.chosen_language(request.GET.get("language", ""), open_ones)
    form = TitledForm(sent(request), initial=keeping.titled(found.uid, "question", language))
    if request.method == "POST" and taken(form, lambda: _word(found, form, language, request)):
        return HttpResponseRedirect(found.get_absolute_url())
    page = contexts.form_page(
        _("Put into another language"),
        form,
        _("Save"),
        trail=keeping.trail_of_procedure(found),
        languages=keeping.languages_at(request.path, language, open_ones),
        original=keeping.original_of(found.uid, "question", language),
    )
    return show(request, page, status=status_of(form))


@for_keepers("POST")
def close(request: HttpRequest, uid: UUID) -> HttpResponse:
    """With what was decided, or without a decision."""
    found = get_object_or_404(Procedure, uid=uid)
    act = request.POST.get("act", "")
    form = DecisionForm(
        request.POST if act == "decide" else None,
        followers=choices.followers(),
        initial=choices.decision_proposed(found),
    )
    if act == "decide" and taken(
        form, lambda: actions.close_procedure(found, choices.taken_from(form), by=reader_of(request))
    ):
        return HttpResponseRedirect(found.get_absolute_url())
    refused = refusal(lambda: actions.close_procedure(found, None, by=reader_of(request))) if act == "none" else ""
    if act == "none" and not refused:
        return HttpResponseRedirect(found.get_absolute_url())
    if not refused and found.closed_at is not None and request.method != "POST":
        return HttpResponseRedirect(found.get_absolute_url())
    return show(request, contexts.close_page(found, form, refused), status=NOT_TAKEN if refused else status_of(form))


def _opened(form: QuestionForm, request: HttpRequest) -> Procedure:
    said = form.cleaned_data
    return actions.open_procedure(
        {"title": said["title"], "question": said["question"]},
        language=said["language"],
        closes_on=said["closes_on"],
        by=reader_of(request),
        enclosed=form.enclosed(),
        once=said["once"],
    )


def _word(procedure: Procedure, form: TitledForm, language: str, request: HttpRequest) -> None:
    words = {"title": form.cleaned_data["title"], "question": form.cleaned_data["text"]}
    actions.word_procedure(procedure, words, language=language, by=reader_of(request))


def _advice_form(procedure: Procedure, request: HttpRequest, act: str) -> AdviceForm | None:
    """For members whose seat was asked, while it is open; at first with what was answered before."""
    if not policy.may_advise(request.user, procedure):
        return None
    given = queries.advice_of(procedure)
    own = next((given[pk] for pk in policy.asked_seats(request.user, procedure) if pk in given), None)
    first = {"answer": own.answer, "text": own.text} if own else {}
    return AdviceForm(request.POST if act == "advise" else None, initial=first)


def _advise(procedure: Procedure, form: AdviceForm, request: HttpRequest) -> None:
    said = form.cleaned_data
    actions.advise(procedure, said["answer"], text=said["text"], by=reader_of(request))


def _too_late(procedure: Procedure) -> str:
    if procedure.closed_at is not None:
        return _("This procedure is closed; its outcome stands below. Your advice was not recorded.")
    return _("Your body was not asked, so there is no seat for which you could advise.")
