"""Writing outputs and updates: begun as a draft, told in languages, published, changed, withdrawn."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from hemicycle.hubs import actions
from hemicycle.hubs.actions import WordsMoved
from hemicycle.hubs.contexts import telling as contexts
from hemicycle.hubs.contexts.shared import run_address
from hemicycle.hubs.forms.telling import OutputForm, UpdateForm
from hemicycle.hubs.models import Hub, Output, Update
from hemicycle.hubs.views.doors import MOVED, NOT_TAKEN, for_runners, reader_of, sent, status_of, taken, told
from hemicycle.ui import show
from hemicycle.ui.languages import active_language


@for_runners("POST")
def new_output(request: HttpRequest, hub: Hub) -> HttpResponse:
    first = {"language": active_language()}
    form = OutputForm(**sent(request), **contexts.output_choices(hub), initial=first)
    made: list[Output] = []
    if request.method == "POST" and taken(form, lambda: made.append(_output_begun(request, hub, form))):
        return HttpResponseRedirect(run_address(hub, f"outputs/{made[0].uid}/"))
    return show(request, contexts.begun_page(hub, form, output=True), status=status_of(form))


def _output_begun(request: HttpRequest, hub: Hub, form: OutputForm) -> Output:
    said = form.cleaned_data
    return actions.draft_output(hub, form.made, by=reader_of(request), content=said["file"], once=said["once"])


@for_runners("POST")
def new_update(request: HttpRequest, hub: Hub) -> HttpResponse:
    form = UpdateForm(**sent(request), initial={"language": active_language()})
    made: list[Update] = []
    if request.method == "POST" and taken(form, lambda: made.append(_update_begun(request, hub, form))):
        return HttpResponseRedirect(run_address(hub, f"updates/{made[0].uid}/"))
    return show(request, contexts.begun_page(hub, form, output=False), status=status_of(form))


def _update_begun(request: HttpRequest, hub: Hub, form: UpdateForm) -> Update:
    said = form.cleaned_data
    more = {"picture": said["picture"], "credit": said["credit"], "once": said["once"]}
    return actions.draft_update(hub, form.words, language=said["language"], by=reader_of(request), **more)


@for_runners("POST")
def output(request: HttpRequest, hub: Hub, uid: UUID) -> HttpResponse:
    """One output: its words in one language, its particulars, and whether everybody reads it."""
    found = get_object_or_404(hub.outputs.select_related("hub__body", "project"), uid=uid)
    verbs = {"publish": actions.show_output, "withdraw": actions.withdraw_output}
    language = contexts.language_of(found, request.GET.get("language", ""))
    if request.method != "POST":
        return show(request, contexts.writing_page(hub, found, language, contexts.output_form(hub, found, language)))
    if "act" in request.POST:
        return _pressed(request, hub, found, verbs, contexts.output_form(hub, found, language), language)
    form = OutputForm(**sent(request), fixed=True, **contexts.output_choices(hub))
    try:
        if taken(form, lambda: _output_changed(request, found, form)):
            return HttpResponseRedirect(_again(hub, "outputs", found, form))
    except WordsMoved as moved:
        written_in = form.cleaned_data["language"]
        again = contexts.output_form(hub, found, written_in, form.cleaned_data)
        page = contexts.writing_page(hub, found, written_in, again, moved=" ".join(moved.messages))
        return show(request, page, status=MOVED)
    return show(request, contexts.writing_page(hub, found, language, form), status=status_of(form))


def _output_changed(request: HttpRequest, found: Output, form: OutputForm) -> None:
    said = form.cleaned_data
    actions.change_output(found, form.made, by=reader_of(request), content=said["file"], seen=said["seen"])


@for_runners("POST")
def update(request: HttpRequest, hub: Hub, uid: UUID) -> HttpResponse:
    """One update: its words in one language, its picture, and whether everybody reads it."""
    found = get_object_or_404(hub.updates.select_related("hub__body"), uid=uid)
    verbs = {"publish": actions.publish_update, "withdraw": actions.withdraw_update}
    language = contexts.language_of(found, request.GET.get("language", ""))
    if request.method != "POST":
        return show(request, contexts.writing_page(hub, found, language, contexts.update_form(found, language)))
    if "act" in request.POST:
        return _pressed(request, hub, found, verbs, contexts.update_form(found, language), language)
    form = UpdateForm(**sent(request), fixed=True, pictured=found.picture_id is not None)
    try:
        if taken(form, lambda: _update_changed(request, found, form)):
            return HttpResponseRedirect(_again(hub, "updates", found, form))
    except WordsMoved as moved:
        written_in = form.cleaned_data["language"]
        again = contexts.update_form(found, written_in, form.cleaned_data)
        page = contexts.writing_page(hub, found, written_in, again, moved=" ".join(moved.messages))
        return show(request, page, status=MOVED)
    return show(request, contexts.writing_page(hub, found, language, form), status=status_of(form))


def _update_changed(request: HttpRequest, found: Update, form: UpdateForm) -> None:
    said = form.cleaned_data
    more = {name: said.get(name) for name in ("picture", "credit", "seen")}
    more["without_picture"] = said.get("without_picture", False)
    actions.change_update(found, form.words, language=said["language"], by=reader_of(request), **more)


def _again(hub: Hub, below: str, found: Any, form: Any) -> str:
    return run_address(hub, f"{below}/{found.uid}/?language={form.cleaned_data['language']}")


def _pressed(
    request: HttpRequest, hub: Hub, found: Any, verbs: dict[str, Any], form: Any, language: str
) -> HttpResponse:
    """Publish or withdraw in one press; why that cannot be stands above the form."""
    act = request.POST["act"]
    if act not in verbs:
        raise Http404
    error = told(lambda: verbs[act](found, by=reader_of(request)))
    if not error:
        return HttpResponseRedirect(found.get_absolute_url() if act == "publish" else run_address(hub))
    return show(request, contexts.writing_page(hub, found, language, form, moved=error), status=NOT_TAKEN)
