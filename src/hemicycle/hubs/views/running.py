"""The one page from which a hub is run, its words, its ways, and who holds an office in it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from hemicycle.hubs import actions, policy
from hemicycle.hubs.actions import WordsMoved
from hemicycle.hubs.contexts import arranging as contexts
from hemicycle.hubs.contexts.running import run_page
from hemicycle.hubs.contexts.shared import run_address
from hemicycle.hubs.forms.belonging import OfficeForm
from hemicycle.hubs.forms.hosting import ArrangeForm, HubWordsForm
from hemicycle.hubs.models import Activity, Hub
from hemicycle.hubs.queries import running
from hemicycle.hubs.views.doors import (
    MOVED,
    NOT_TAKEN,
    for_runners,
    reader_of,
    sent,
    status_of,
    taken,
    told,
    uid_of,
)
from hemicycle.network import actions as network
from hemicycle.ui import show
from hemicycle.ui.languages import active_language


@for_runners("POST")
def run(request: HttpRequest, hub: Hub) -> HttpResponse:
    """Everything at a glance; an activity is moved here in one press."""
    if request.method != "POST":
        return show(request, run_page(hub))
    error = _moved(request, hub)
    if error:
        return show(request, run_page(hub, error=error), status=NOT_TAKEN)
    return HttpResponseRedirect(f"{run_address(hub)}#plan")


def _moved(request: HttpRequest, hub: Hub) -> str:
    held = Activity.objects.filter(plan__hub=hub, uid=uid_of(request)).select_related("plan__hub__body")
    activity = held.order_by("-plan__year", "-plan__number").first()
    if request.POST.get("act") != "move" or activity is None:
        raise Http404
    return told(lambda: actions.move_activity(activity, request.POST.get("state", ""), by=reader_of(request)))


@for_runners("POST")
def settings(request: HttpRequest, hub: Hub) -> HttpResponse:
    """Languages, topics, places, who may join, and the colour."""
    form = ArrangeForm(**sent(request), initial=contexts.ways_of(hub))
    if request.method == "POST" and taken(form, lambda: _arranged(request, hub, form)):
        return HttpResponseRedirect(run_address(hub))
    return show(request, contexts.settings_page(hub, form), status=status_of(form))


def _arranged(request: HttpRequest, hub: Hub, form: ArrangeForm) -> None:
    actions.arrange_hub(hub, form.arranged(), by=reader_of(request))


@for_runners("POST")
def words(request: HttpRequest, hub: Hub) -> HttpResponse:
    """What the hub is for, in one language, beside the original."""
    language = contexts.language_asked(request.GET.get("language", ""), active_language())
    if request.method != "POST":
        return show(request, contexts.words_page(hub, language, contexts.words_form(hub, language)))
    form = HubWordsForm(request.POST)
    try:
        done = taken(form, lambda: _described(request, hub, form, language))
    except WordsMoved as moved:
        again = contexts.words_form(hub, language, typed=form.cleaned_data)
        page = contexts.words_page(hub, language, again, moved=" ".join(moved.messages))
        return show(request, page, status=MOVED)
    if done:
        return HttpResponseRedirect(run_address(hub))
    return show(request, contexts.words_page(hub, language, form), status=status_of(form))


def _described(request: HttpRequest, hub: Hub, form: HubWordsForm, language: str) -> None:
    said = form.cleaned_data
    actions.describe_hub(hub, said, language=language, by=reader_of(request), seen=said["seen"])


@for_runners("POST")
def people(request: HttpRequest, hub: Hub) -> HttpResponse:
    """Coordinators and the steering group: invited by mail address, released by one press."""
    act = request.POST.get("act", "") if request.method == "POST" else ""
    form = OfficeForm(**sent(request, "give"), initial={"language": active_language(), "role": "coordinator"})
    if act == "give" and taken(form, lambda: _given(request, hub, form.cleaned_data)):
        return HttpResponseRedirect(run_address(hub, "people/"))
    error = _released(request, hub) if act == "end" else ""
    if request.method == "POST" and act not in {"give", "end"}:
        raise Http404
    if act == "end" and not error:
        # Whoever laid down their own office runs the hub no longer.
        still = policy.runs(reader_of(request), hub)
        return HttpResponseRedirect(run_address(hub, "people/") if still else hub.get_absolute_url())
    return show(request, contexts.people_page(hub, form, error=error), status=status_of(form, error=error))


def _given(request: HttpRequest, hub: Hub, said: dict[str, Any]) -> None:
    more = {name: said[name] for name in ("name", "language", "until")}
    network.invite_to_seat(said["email"], hub.body, said["role"], by=reader_of(request), **more)


def _released(request: HttpRequest, hub: Hub) -> str:
    held = {str(office.uid): office for office in running.offices_in(hub)}
    office = held.get(request.POST.get("uid", ""))
    if office is None:
        return contexts.released_already()
    return told(lambda: network.revoke_office(office, by=reader_of(request)))
