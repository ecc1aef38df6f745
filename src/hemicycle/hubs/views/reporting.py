"""The report of a year: read by everybody, drawn up and published by those who run the hub."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone

from hemicycle.core import exports
from hemicycle.core.pagecache import cached
from hemicycle.hubs import actions, queries
from hemicycle.hubs.actions import WordsMoved
from hemicycle.hubs.contexts import reporting as contexts
from hemicycle.hubs.contexts.arranging import language_asked
from hemicycle.hubs.contexts.shared import run_address
from hemicycle.hubs.forms.telling import ReportForm
from hemicycle.hubs.models import Hub
from hemicycle.hubs.states import YEARS
from hemicycle.hubs.views.doors import MOVED, NOT_TAKEN, for_runners, reader_of, status_of, taken, told
from hemicycle.hubs.views.pages import GROUND
from hemicycle.ui import show
from hemicycle.ui.languages import active_language


@cached("hub", *GROUND)
def report(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    visible = queries.reports_visible_to(request.user).select_related("hub__body")
    return show(request, contexts.report_page(get_object_or_404(visible, hub__slug=slug, year=year), request.user))


@cached("hub", *GROUND)
def report_data(request: HttpRequest, slug: str, year: int) -> HttpResponse:  # noqa: ARG001
    """The same as a table."""
    found = get_object_or_404(queries.reports_visible_to(None).select_related("hub__body"), hub__slug=slug, year=year)
    rows, columns = contexts.table_of(found)
    response = exports.as_csv(rows, columns)  # type: ignore[arg-type]
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-{year}.csv"'
    return response


@for_runners("POST")
def reporting(request: HttpRequest, hub: Hub, year: int) -> HttpResponse:
    """Introduce the report of a year in one language, and publish it."""
    if not YEARS[0] <= year <= timezone.localdate().year:
        raise Http404
    found = hub.reports.select_related("hub__body").filter(year=year).first()
    language = language_asked(request.GET.get("language", ""), active_language())
    if request.method != "POST":
        form = contexts.report_form(found, language)
        return show(request, contexts.reporting_page(hub, year, found, language, form))
    if request.POST.get("act") == "publish":
        error = told(lambda: actions.publish_report(hub, year, by=reader_of(request)))
        if not error:
            return HttpResponseRedirect(f"{hub.get_absolute_url()}reports/{year}/")
        page = contexts.reporting_page(hub, year, found, language, contexts.report_form(found, language), moved=error)
        return show(request, page, status=NOT_TAKEN)
    form = ReportForm(request.POST)
    try:
        if taken(form, lambda: _introduced(request, hub, year, form, language)):
            return HttpResponseRedirect(run_address(hub, f"reports/{year}/?language={language}"))
    except WordsMoved as moved:
        found = hub.reports.filter(year=year).first()
        again = contexts.report_form(found, language, form.cleaned_data["introduction"])
        page = contexts.reporting_page(hub, year, found, language, again, moved=" ".join(moved.messages))
        return show(request, page, status=MOVED)
    return show(request, contexts.reporting_page(hub, year, found, language, form), status=status_of(form))


def _introduced(request: HttpRequest, hub: Hub, year: int, form: ReportForm, language: str) -> None:
    said = form.cleaned_data
    more = {"language": language, "seen": said["seen"]}
    actions.draw_up_report(hub, year, said["introduction"], by=reader_of(request), **more)
