"""Pages on which people keep organisations, projects, and how a parliament organises innovation."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from hemicycle.core import texts
from hemicycle.network import actions, contexts, forms, queries
from hemicycle.network.actions import FormSaid, OrganisationSaid, ProjectSaid, StepSaid
from hemicycle.network.models import Body, Fact, Project, ProjectParty, ProjectStep
from hemicycle.network.policy import agreements as agreeing
from hemicycle.network.queries.deals import ORGANISATION_PREFIX
from hemicycle.network.states import PUBLIC_KINDS
from hemicycle.network.views.doors import NOT_TAKEN, for_people, status_of, taken, typed
from hemicycle.topics.models import Topic
from hemicycle.ui.languages import active_language
from hemicycle.ui.show import show


@for_people("POST")
def new_organisation(request: HttpRequest) -> HttpResponse:
    if not agreeing.may_keep_organisations(request.user):
        raise Http404
    form = forms.OrganisationForm(typed(request))
    made: list[Body] = []

    def record(said: Mapping[str, Any]) -> None:
        made.append(actions.record_organisation(OrganisationSaid(**said), by=request.user))

    if request.method == "POST" and taken(form, record):
        return HttpResponseRedirect(_partner_address(made[0]))
    return show(request, contexts.organisation_form_page(form, None), status=status_of(form))


@for_people("POST")
def change_organisation(request: HttpRequest, key: str) -> HttpResponse:
    if not agreeing.may_keep_organisations(request.user):
        raise Http404
    body = get_object_or_404(queries.organisations(request.user), key__iexact=f"{ORGANISATION_PREFIX}{key}")
    form = forms.OrganisationForm(typed(request), initial=forms.initial_of(body))

    def change(said: Mapping[str, Any]) -> None:
        actions.change_organisation(body, OrganisationSaid(**said), by=request.user)

    if request.method == "POST" and taken(form, change):
        return HttpResponseRedirect(_partner_address(body))
    return show(request, contexts.organisation_form_page(form, body), status=status_of(form))


@for_people("POST")
def new_project(request: HttpRequest) -> HttpResponse:
    if not agreeing.may_keep_project(request.user, None):
        raise Http404
    form = forms.ProjectForm(typed(request), initial={"language": active_language()})
    made: list[Project] = []

    def open_project(said: Mapping[str, Any]) -> None:
        made.append(actions.open_project(project_said(said), by=request.user))

    if request.method == "POST" and taken(form, open_project):
        return HttpResponseRedirect(reverse("network:project_parts", args=[made[0].slug]))
    return show(request, contexts.project_form_page(form, None), status=status_of(form))


@for_people("POST")
def change_project(request: HttpRequest, slug: str) -> HttpResponse:
    project = _kept_project(request, slug)
    form = forms.ProjectForm(typed(request), initial=initial_of_project(project))

    def change(said: Mapping[str, Any]) -> None:
        actions.change_project(project, project_said(said), by=request.user)

    if request.method == "POST" and taken(form, change):
        return HttpResponseRedirect(project.get_absolute_url())
    return show(request, contexts.project_form_page(form, project), status=status_of(form))


@for_people("POST")
def project_parts(request: HttpRequest, slug: str) -> HttpResponse:
    """Parties, activities and outputs: two forms, and a button at each that takes it out."""
    project = _kept_project(request, slug)
    act, number = request.POST.get("act", ""), request.POST.get("number", "")
    party = forms.PartyForm(request.POST if act == "party" else None)
    step = forms.StepForm(request.POST if act == "step" else None, initial={"language": active_language()})
    error, done = "", False
    if act == "party":
        done = taken(party, lambda said: actions.add_party(project, _body(said["body"]), said["part"], by=request.user))
    elif act == "step":
        done = taken(step, lambda said: actions.add_step(project, step_said(said), by=request.user))
    elif act in {"remove_party", "remove_step"}:
        error = _removed(project, act, number, request.user)
        done = not error
    if done:
        return HttpResponseRedirect(reverse("network:project_parts", args=[slug]))
    status = NOT_TAKEN if error else status_of(party, step)
    return show(request, contexts.parts_page(project, party, step, error), status=status)


@for_people("POST")
def innovation(request: HttpRequest, key: str) -> HttpResponse:
    """How a parliament or chamber organises innovation, recorded by the secretariat or whoever speaks for it."""
    bodies = Body.objects.filter(kind__in=PUBLIC_KINDS).select_related("parent")
    body = get_object_or_404(bodies, key=key)
    if not agreeing.may_record_innovation_form(request.user, body):
        raise Http404
    facts = actions.innovation_forms(body)
    ended = next((fact for fact in facts if str(fact.pk) == request.POST.get("number", "")), None)
    form = forms.InnovationFormForm(request.POST if request.method == "POST" and ended is None else None)

    def ends(fact: Fact) -> Any:
        posted = request.POST if ended is not None and fact.pk == ended.pk else None
        return bound.setdefault(fact.pk, forms.EndOfFormForm(posted, prefix=f"end-{fact.pk}"))

    bound: dict[int, Any] = {}
    if ended is not None:
        last = ends(ended)
        if taken(last, lambda said: actions.end_innovation_form(ended, until=said["until"], by=request.user)):
            return HttpResponseRedirect(reverse("network:innovation", args=[key]))
    elif request.method == "POST" and taken(form, lambda said: _form_recorded(body, said, request.user)):
        return HttpResponseRedirect(reverse("network:innovation", args=[key]))
    status = status_of(form, *bound.values())
    return show(request, contexts.innovation_page(body, facts, form, ends), status=status)


def _form_recorded(body: Body, said: Mapping[str, Any], by: Any) -> None:
    actions.record_innovation_form(body, FormSaid(**said), by=by)


def _partner_address(body: Body) -> str:
    return reverse("network:partner", args=[body.key.removeprefix(ORGANISATION_PREFIX)])


def _kept_project(request: HttpRequest, slug: str) -> Project:
    project: Project = get_object_or_404(queries.projects(request.user), slug=slug)
    if not agreeing.may_keep_project(request.user, project):
        raise Http404
    return project


def project_said(said: Mapping[str, Any]) -> ProjectSaid:
    plain = {name: said[name] for name in ("title", "purpose", "language", "since", "until")}
    return ProjectSaid(**plain, topics=list(Topic.objects.filter(code__in=said["topics"])))


def initial_of_project(project: Project) -> dict[str, Any]:
    language = active_language()
    written = texts.all_languages([project.uid]).get(project.uid, {})
    chosen = language if language in written else next(iter(written), language)
    codes = list(project.topics.values_list("code", flat=True))
    return {
        "language": chosen,
        **written.get(chosen, {}),
        "since": project.since,
        "until": project.until,
        "topics": codes,
    }


def _body(key: str) -> Body:
    return get_object_or_404(Body.objects.select_related("parent"), key=key)


def step_said(said: Mapping[str, Any]) -> StepSaid:
    words = {name: said[name] for name in ("title", "language", "dated", "address")}
    return StepSaid(**words, is_output=said["kind"] == "output")


def _removed(project: Project, act: str, number: str, by: Any) -> str:
    """Why it could not be taken out; empty if it was, or had been already."""
    pk = int(number) if number.isascii() and number.isdigit() else 0
    try:
        if act == "remove_party":
            party = ProjectParty.objects.select_related("project", "body").filter(project=project, pk=pk).first()
            if party is not None:
                actions.remove_party(party, by=by)
        else:
            step = ProjectStep.objects.select_related("project").filter(project=project, pk=pk).first()
            if step is not None:
                actions.remove_step(step, by=by)
    except ValidationError as refused:
        return " ".join(refused.messages)
    return ""
