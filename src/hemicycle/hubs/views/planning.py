"""The work plan: read by everybody, adopted and revised by those who run the hub."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from hemicycle.core.pagecache import cached
from hemicycle.hubs import actions, queries
from hemicycle.hubs.actions import WordsMoved
from hemicycle.hubs.contexts import planning as contexts
from hemicycle.hubs.forms.planning import PlanForm, Sheet, sheet_of, sheet_sent, sheet_typed
from hemicycle.hubs.models import Hub, Plan
from hemicycle.hubs.queries import running
from hemicycle.hubs.states import YEARS
from hemicycle.hubs.views.doors import MOVED, NOT_TAKEN, for_runners, reader_of, refusal
from hemicycle.hubs.views.pages import GROUND
from hemicycle.ui import show


@cached("hub", "project", *GROUND, parameters=("number",))
def plan(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The plan that holds, or an earlier one by its number."""
    hub = get_object_or_404(queries.visible_to(request.user), slug=slug)
    plans = list(hub.plans.filter(year=year).select_related("hub"))
    number = request.GET.get("number", "")
    chosen = plans[:1] if not number else [each for each in plans if str(each.number) == number]
    if not chosen:
        raise Http404
    return show(request, contexts.plan_page(hub, plans, chosen[0], request.user))


@for_runners("POST")
def planning(request: HttpRequest, hub: Hub, year: int) -> HttpResponse:
    """Adopt a plan for a year, or revise it; what was typed is kept whatever happens."""
    if not YEARS[0] <= year <= YEARS[1]:
        raise Http404
    newest = running.newest_plan(hub, year)
    activities = running.activities_of(newest)
    choosable = contexts.choosable_in(hub, activities)
    if request.method != "POST":
        form = contexts.plan_form(newest)
        return show(request, contexts.planning_page(hub, year, form, sheet_of(choosable, activities), newest))
    if request.POST.get("act") == "more":
        form, sheet = _unjudged(request, newest), sheet_typed(choosable, request.POST)
        return show(request, contexts.planning_page(hub, year, form, sheet, newest))
    form, sheet = PlanForm(request.POST), sheet_sent(choosable, request.POST)
    right = [form.is_valid(), sheet.is_valid()] == [True, True]
    try:
        if right and not refusal(form, lambda: _adopted(request, hub, year, form, sheet)):
            return HttpResponseRedirect(contexts.plan_address(hub, year))
    except WordsMoved as moved:
        again = contexts.plan_form(running.newest_plan(hub, year), request.POST)
        rows = sheet_typed(choosable, request.POST)
        words = " ".join(moved.messages)
        page = contexts.planning_page(hub, year, again, rows, running.newest_plan(hub, year), moved=words)
        return show(request, page, status=MOVED)
    return show(request, contexts.planning_page(hub, year, form, sheet, newest), status=NOT_TAKEN)


def _adopted(request: HttpRequest, hub: Hub, year: int, form: PlanForm, sheet: Sheet) -> None:
    said = form.cleaned_data
    more = {"language": said["language"], "note": said["note"], "after": said["after"]}
    actions.adopt_plan(hub, year, sheet.planned, by=reader_of(request), **more)


def _unjudged(request: HttpRequest, newest: Plan | None) -> PlanForm:
    """More rows were asked for; which plan was read stays as it was."""
    form = contexts.plan_form(newest, request.POST)
    form.initial["after"] = request.POST.get("after", "")
    return form
