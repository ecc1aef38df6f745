"""Pictures: link previews of records, and the chart of the library in files."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hemicycle.core import texts
from hemicycle.core.pagecache import cached
from hemicycle.innovations import figures, queries, wording
from hemicycle.innovations.states import Category, Evidence
from hemicycle.innovations.views.pages import GROUND
from hemicycle.ui.charts.preview import preview
from hemicycle.ui.charts.views import download
from hemicycle.ui.languages import active_language


@cached("case", *GROUND)
def case_preview(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 - pictures are of what is public.
    case = get_object_or_404(queries.visible_to(None).select_related("body"), slug=slug)
    return _preview(case, wording.stage(case.stage, case.stage_as_of))


@cached("use_case", *GROUND)
def use_case_preview(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    use_case = get_object_or_404(queries.use_cases_visible_to(None).select_related("body"), slug=slug)
    return _preview(use_case, str(Category(use_case.category).label) if use_case.category else "")


def cases_chart(request: HttpRequest, form: str) -> HttpResponse:  # noqa: ARG001
    chart = figures.cases_by_country(queries.cases_by_country(), queries.visible_to(None).count())
    return download(active_language(), chart, form)


def _preview(thing: Any, remark: str) -> HttpResponse:
    own_name = thing.body_name or (thing.body.name if thing.body else "")
    place = wording.place(thing.body_id, own_name, thing.countries)
    line = " · ".join(part for part in (str(Evidence(thing.evidence).label), remark) if part)
    words = texts.read_one(thing.uid, active_language())
    return HttpResponse(preview(words["title"], place, line, active_language()), content_type="image/png")
