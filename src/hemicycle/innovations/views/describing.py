"""Describing a case: beginning, the five steps, handing in."""

import re
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from hemicycle.core import texts
from hemicycle.innovations import actions, contexts, drafts, policy, queries, wording
from hemicycle.innovations.drafts import Held
from hemicycle.innovations.forms import BeginForm, ColleagueForm, Sheet, SubmitForm
from hemicycle.innovations.models import Adoption, Case, DraftSave
from hemicycle.innovations.steps import NAMES, STEP, Step, after
from hemicycle.innovations.views.doors import for_people, is_autosave, not_here, not_saved
from hemicycle.kit.words import fold
from hemicycle.network.models import Body
from hemicycle.ui import show
from hemicycle.ui.languages import active_language

PAGE = re.compile(r"[0-9a-f]{32}")


@for_people
def begin(request: HttpRequest) -> HttpResponse:
    """Whose work, in which language, under what title; “look” shows similar cases before anything is written."""
    bodies = _bodies(request.user)
    adoption = _adoption(request, [pk for pk, _name in bodies if pk])
    if not bodies:
        raise PermissionDenied
    title = str(request.POST.get("title", ""))
    if request.method != "POST":
        blank = BeginForm(bodies=bodies, initial=_first(adoption))
        return show(request, contexts.begin_page(blank, adopted=adoption is not None))
    form = BeginForm(request.POST, bodies=bodies)
    if "look" in request.POST:
        again = BeginForm(bodies=bodies, initial=request.POST.dict())
        return show(request, contexts.begin_page(again, title=title, looked=True))
    if not form.is_valid():
        return show(request, contexts.begin_page(form, title=title), status=422)
    case = _begun(form.cleaned_data, adoption, by=request.user)
    return HttpResponseRedirect(contexts.step_address(case, NAMES[0]))


@never_cache
def alike(request: HttpRequest) -> HttpResponse:
    """Similar public cases, for the title as it is being typed."""
    return show(request, contexts.alike_page(str(request.GET.get("title", ""))[:200]))


@for_people
def resume(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the description goes on: the first step that lacks something."""
    case = get_object_or_404(queries.in_the_making(request.user), slug=slug)
    missing = contexts.missing(case)
    return HttpResponseRedirect(missing[0].address if missing else wording.address(f"{case.path}hand-in/"))


@for_people
def step(request: HttpRequest, slug: str, step: str) -> HttpResponse:
    """One step: kept as it is typed, stored when it is sent."""
    if step not in STEP:
        raise Http404
    found = STEP[step]
    case = queries.open_to(request.user, step).select_related("body__parent", "author").filter(slug=slug).first()
    if case is None:
        return not_here(request)
    if request.method == "POST":
        return _kept(request, case, found)
    held = drafts.held(case, found)
    told = _("Saved.") if "saved" in request.GET else ""
    return _shown(request, case, found, Sheet(found, held.values), held, told=told)


@for_people
def hand_in(request: HttpRequest, slug: str) -> HttpResponse:
    """The acceptance test; also asking a colleague for one step."""
    case = queries.in_the_making(request.user).select_related("body__parent", "author").filter(slug=slug).first()
    if case is None:
        return not_here(request)
    if request.method != "POST":
        return show(request, contexts.hand_in_page(case, SubmitForm(), _colleague_form()))
    if request.POST.get("act") == "ask":
        return _asked(request, case)
    return _handed_in(request, case)


def _kept(request: HttpRequest, case: Case, found: Step) -> HttpResponse:
    """Keep first, judge afterwards: whatever is wrong with it, nothing typed is lost."""
    page = request.POST.get("page", "")
    page = page if PAGE.fullmatch(page) else uuid4().hex
    seen = _number(request.POST.get("seen", ""))
    try:
        typed = drafts.typed_in(found, request.POST)
    except ValidationError as too_much:
        return not_saved(request, " ".join(too_much.messages), status=413)
    try:
        save = actions.save_step(case, found, typed, page=page, seen=seen, by=request.user)
    except PermissionDenied:
        return not_here(request)
    held = Held(save.whole, save.pk, save.both)
    if is_autosave(request):
        return JsonResponse({"told": _told(save, held)})
    sheet = Sheet(found, save.whole, typed=True)
    if _newly_clashed(save, seen):
        return _shown(request, case, found, Sheet(found, save.whole), held, page=page, status=409)
    if not sheet.is_valid():
        return _shown(request, case, found, sheet, held, page=page, status=422)
    actions.settle(case, found, save, by=request.user)
    actions.store_step(case, found, sheet.described(), by=request.user)
    return _onward(request, case, found)


def _onward(request: HttpRequest, case: Case, found: Step) -> HttpResponse:
    here = contexts.step_address(case, found.name)
    act = request.POST.get("act", "")
    if act == "link":
        actions.want_link(case, found.name, by=request.user)
    if act in {"stay", "link"} or not policy.may_edit(request.user, case):
        return HttpResponseRedirect(f"{here}?saved=1")
    following = after(found.name)
    return HttpResponseRedirect(
        contexts.step_address(case, following) if following else wording.address(f"{case.path}hand-in/")
    )


def _shown(
    request: HttpRequest,
    case: Case,
    found: Step,
    sheet: Sheet,
    held: Held,
    *,
    page: str = "",
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    whole = policy.may_edit(request.user, case)
    shown = contexts.step_page(case, found, sheet, held, page=page or uuid4().hex, whole=whole, told=told)
    return show(request, shown, status=status)


def _told(save: DraftSave, held: Held) -> str:
    if held.both:
        return _("Saved. Somebody else is writing here too; load the page again to see both.")
    return _("Saved at %(time)s.") % {"time": timezone.localtime(save.at).strftime("%H:%M")}


def _newly_clashed(save: DraftSave, seen: int) -> bool:
    """Whether two people wrote the same and this person has not been shown it yet."""
    shown = DraftSave.objects.filter(case=save.case_id, step=save.step, pk=seen).first()
    known = shown.both if shown else []
    return any(each not in known for each in save.both)


def _asked(request: HttpRequest, case: Case) -> HttpResponse:
    form = ColleagueForm(request.POST)
    told = ""
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.ask_colleague(
                case, said["step"], said["email"], by=request.user, name=said["name"], language=said["language"]
            )
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            told = _("They have been asked by mail. They see this one step and nothing else of the case.")
            form = _colleague_form()
    status = 200 if told else 422
    return show(request, contexts.hand_in_page(case, SubmitForm(), form, told=told), status=status)


def _handed_in(request: HttpRequest, case: Case) -> HttpResponse:
    form = SubmitForm(request.POST)
    if form.is_valid():
        try:
            actions.submit(case, met=form.met(), by=request.user)
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        except PermissionDenied:
            return not_here(request)
        else:
            return HttpResponseRedirect(case.get_absolute_url())
    return show(request, contexts.hand_in_page(case, form, _colleague_form()), status=422)


def _colleague_form() -> ColleagueForm:
    return ColleagueForm(initial={"language": active_language()})


def _begun(said: dict[str, Any], adoption: Adoption | None, *, by: Any) -> Case:
    language = said["language"]
    if adoption is not None and str(adoption.taker_body_id) == said["body"]:
        return actions.tell_own_case(adoption, said["title"], language=language, by=by)
    body = Body.objects.select_related("parent", "country").get(pk=said["body"])
    return actions.draft(body, {"title": said["title"]}, language=language, by=by)


def _first(adoption: Adoption | None) -> dict[str, str]:
    """What the form holds at first: after an adoption its house, and the title as this reader knows it."""
    language = active_language()
    if adoption is None:
        return {"language": language}
    origin = texts.read([adoption.origin_case.uid], language) if adoption.origin_case else {}
    title = next((str(reading["title"]) for reading in origin.values()), "")
    return {"language": language, "body": str(adoption.taker_body_id), "title": title}


def _bodies(person: Any) -> list[tuple[str, str]]:
    """The houses that can be chosen; who has no seat in any chooses, so that none is chosen by oversight."""
    choices = [(str(pk), wording.place(pk, name, ())) for pk, name in queries.bodies_to_describe(person).items()]
    own = len(queries.own_bodies(person))
    choices[own:] = sorted(choices[own:], key=lambda choice: fold(choice[1]))
    return choices if own or not choices else [("", _("Choose a house")), *choices]


def _adoption(request: HttpRequest, bodies: list[str]) -> Adoption | None:
    try:
        found = Adoption.objects.filter(uid=request.GET.get("adopted", ""), taker_body__in=bodies, taker_case=None)
        return found.select_related("origin_case__body", "taker_body__parent", "taker_body__country").first()
    except ValidationError:
        return None


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 16 else 0
