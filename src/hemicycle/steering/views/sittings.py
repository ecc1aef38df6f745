"""Sittings: calling one, its page, agenda, papers and minutes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hemicycle.core import exports, texts
from hemicycle.core.pagecache import cached
from hemicycle.steering import actions, analysis, contexts, policy, queries
from hemicycle.steering.contexts import choices, keeping
from hemicycle.steering.forms import AgendaForm, MinutesForm, PaperForm, SittingForm
from hemicycle.steering.models import Paper, Sitting
from hemicycle.steering.offer import SITTINGS
from hemicycle.steering.views.committee import GROUND
from hemicycle.steering.views.doors import NOT_TAKEN, for_keepers, reader_of, refusal, sent, status_of, taken
from hemicycle.ui import show
from hemicycle.ui.languages import active_language


@for_keepers("POST")
def call(request: HttpRequest) -> HttpResponse:
    """The committee is called together; its members are invited by mail."""
    first = {"language": active_language(), "zone": reader_of(request).time_zone, "languages": [active_language()]}
    form = SittingForm(sent(request), initial=first)
    made: list[Sitting] = []
    if request.method == "POST" and taken(
        form,
        lambda: made.append(actions.call_sitting(form.planned, by=reader_of(request), once=form.cleaned_data["once"])),
    ):
        return HttpResponseRedirect(made[0].get_absolute_url())
    return show(request, keeping.call_page(form), status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@cached(*GROUND)
def sitting(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What one sees follows who one is; members who joined since are invited here."""
    found = get_object_or_404(queries.sittings_visible_to(request.user), uid=uid)
    if request.method != "POST":
        return show(request, contexts.sitting_page(found, request.user))
    if request.POST.get("act") != "invite" or not policy.may_keep(request.user):
        raise Http404
    refused = refusal(lambda: actions.invite_members(found, by=reader_of(request)))
    done = "" if refused else _("They are invited by mail.")
    page = contexts.sitting_page(found, request.user, done=done, refused=refused)
    return show(request, page, status=NOT_TAKEN if refused else 200)


@require_safe
@cached(*GROUND)
def sitting_data(request: HttpRequest, uid: UUID) -> HttpResponse:  # noqa: ARG001 - data are of what is public.
    found = get_object_or_404(queries.sittings_visible_to(None), uid=uid)
    return exports.one_as_json(next(iter(SITTINGS.records([found]))))


@for_keepers("POST")
def agenda(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The agenda in one language at a time."""
    found = _sitting(uid)
    language = keeping.chosen_language(request.GET.get("language", ""))
    first = keeping.agenda_as_it_is(found, language)
    # Whoever sends brings the number of rows that they saw.
    count = AgendaForm.rows_in(request.POST) if request.method == "POST" else first.count
    form = AgendaForm(sent(request), count=count, initial=first.values)
    if request.method == "POST" and taken(
        form,
        lambda: actions.set_agenda(
            found, form.items(), language=language, by=reader_of(request), seen=form.cleaned_data["seen"]
        ),
    ):
        return HttpResponseRedirect(found.get_absolute_url())
    return show(request, keeping.agenda_page(found, form, language), status=status_of(form))


@for_keepers("POST")
def papers(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Papers are handed in, taken away, sent round and published."""
    found = _sitting(uid)
    act = request.POST.get("act", "")
    verbs: dict[str, Callable[[], object]] = {
        "send": lambda: actions.send_papers(found, by=reader_of(request)),
        "publish": lambda: actions.publish_papers(found, by=reader_of(request)),
        "remove": lambda: _remove(request, found),
    }
    items = choices.items_of(found)
    form = PaperForm(
        *((request.POST, request.FILES) if act == "keep" else ()), items=items, initial={"language": active_language()}
    )
    refused = refusal(verbs[act]) if act in verbs else ""
    if act in verbs and not refused:
        return HttpResponseRedirect(f"{request.path}?done={act}")
    if act == "keep" and taken(form, lambda: keep_paper(found, form, request)):
        return HttpResponseRedirect(f"{request.path}?done=keep")
    page = keeping.papers_page(found, form, done=request.GET.get("done", ""), refused=refused)
    return show(request, page, status=NOT_TAKEN if refused else status_of(form))


@for_keepers("POST")
def minutes(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The minutes in one language at a time; publishing them publishes the decisions as well."""
    found = _sitting(uid)
    language = keeping.chosen_language(request.GET.get("language", ""))
    act = request.POST.get("act", "")
    known = texts.all_languages([found.uid]).get(found.uid, {}).get(language, {}).get("minutes", "")
    form = MinutesForm(
        request.POST if act == "save" else None, initial={"minutes": known, "seen": analysis.mark(known)}
    )
    if act == "save" and taken(form, lambda: _write(found, form, language, request)):
        return HttpResponseRedirect(f"{found.get_absolute_url()}#minutes")
    refused = refusal(lambda: actions.publish_minutes(found, by=reader_of(request))) if act == "publish" else ""
    if act == "publish" and not refused:
        return HttpResponseRedirect(f"{found.get_absolute_url()}#minutes")
    page = keeping.minutes_page(found, form, language, refused)
    return show(request, page, status=NOT_TAKEN if refused else status_of(form))


def keep_paper(before: Any, form: PaperForm, request: HttpRequest) -> Paper:
    said = form.cleaned_data
    item = said.get("item", "")
    return actions.keep_paper(
        before,
        said["file"],
        title=said["title"],
        language=said["language"],
        by=reader_of(request),
        item=before.items.get(uid=item) if item else None,
    )


def _write(sitting: Sitting, form: MinutesForm, language: str, request: HttpRequest) -> None:
    said = form.cleaned_data
    actions.write_minutes(sitting, said["minutes"], language=language, by=reader_of(request), seen=said["seen"])


def _remove(request: HttpRequest, sitting: Sitting) -> None:
    """The paper whose button was pressed; somebody else may have taken it away before."""
    for paper in sitting.papers.filter(uid=choices.uid_of(request.POST.get("paper", ""))):
        actions.remove_paper(paper, by=reader_of(request))


def _sitting(uid: UUID) -> Sitting:
    return get_object_or_404(Sitting.objects.select_related("meeting__body"), uid=uid)
