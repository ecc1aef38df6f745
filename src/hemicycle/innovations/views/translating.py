"""A language version, written beside the original."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from hemicycle.innovations import actions, contexts, drafts, policy, queries, tasks
from hemicycle.innovations.actions import WordsMoved
from hemicycle.innovations.forms import WordsForm
from hemicycle.innovations.models import Case
from hemicycle.innovations.views.doors import for_people, not_here
from hemicycle.ui import show

# What becomes of words that are not published; whatever else is sent keeps them.
OTHERWISE = {"offer": actions.offer_translation}
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


@for_people
def translate(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """Write, keep, publish; a machine may draft first, and never publishes."""
    cases = queries.visible_to(request.user).select_related("body__parent", "author")
    case = cases.filter(slug=slug).first()
    if case is None or not policy.may_translate(request.user, case):
        return not_here(request)
    if language not in LANGUAGES or language == drafts.original(case).language:
        raise Http404
    if request.method != "POST":
        told = {
            "1": _("Saved."),
            "2": _("A draft is being made; load this page again in a minute."),
            "3": _("Thank you. The house and the editors have been told; one of them checks it before it is public."),
        }
        form = contexts.translation_form(case, language, credit=request.user.name)
        return _shown(request, case, language, form, told=told.get(request.GET.get("saved", ""), ""))
    if request.POST.get("act") == "machine":
        return _machine_asked(request, case, language)
    return _written(request, case, language)


def _machine_asked(request: HttpRequest, case: Case, language: str) -> HttpResponse:
    if not tasks.machine_for(drafts.original(case).language, language):
        return HttpResponseRedirect(request.path)
    tasks.machine_draft.enqueue(str(case.uid), language)
    return HttpResponseRedirect(f"{request.path}?saved=2")


def _written(request: HttpRequest, case: Case, language: str) -> HttpResponse:
    form = contexts.translation_form(case, language, request.POST)
    act = request.POST.get("act", "")
    publishes = act == "publish"
    if publishes and not policy.may_publish_translation(request.user, case):
        return not_here(request)
    if form.is_valid() and act in {"publish", "offer"} and not form.cleaned_data.get("title"):
        form.add_error("title", _("A published version needs a title."))
    if not form.is_valid():
        return _shown(request, case, language, form, status=422)
    verb = actions.translate if publishes else OTHERWISE.get(act, actions.keep_translation)
    said: dict[str, Any] = {"language": language, "credit": form.cleaned_data["credit"], "by": request.user}
    try:
        verb(case, form.words(), seen=_seen(request), **said)
    except WordsMoved as moved:
        return _shown(request, case, language, form, error=_sentence(moved), clash=True, status=409)
    told = "3" if act == "offer" else "1"
    return HttpResponseRedirect(f"/{language}{case.path}" if publishes else f"{request.path}?saved={told}")


def _shown(
    request: HttpRequest,
    case: Case,
    language: str,
    form: WordsForm,
    *,
    told: str = "",
    error: str = "",
    clash: bool = False,
    status: int = 200,
) -> HttpResponse:
    machine = tasks.machine_for(drafts.original(case).language, language)
    page = contexts.translate_page(
        case,
        language,
        form,
        machine=machine,
        publishes=policy.may_publish_translation(request.user, case),
        told=told,
        error=error,
        clash=clash,
    )
    return show(request, page, status=status)


def _seen(request: HttpRequest) -> int:
    typed = request.POST.get("seen", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0


def _sentence(refused: ValidationError) -> str:
    return " ".join(refused.messages)
