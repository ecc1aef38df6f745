"""Pages about offices: one's own, those of a body, and where nobody speaks."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import Http404
from django.shortcuts import get_object_or_404

from hemicycle.core import days
from hemicycle.core.exports import as_csv
from hemicycle.network import actions, contexts, policy, queries, seating
from hemicycle.network.forms import EndForm, InviteForm
from hemicycle.network.models import Body, Office
from hemicycle.network.states import Role
from hemicycle.network.views.doors import NOT_TAKEN, for_people, status_of, taken, typed
from hemicycle.ui.languages import active_language
from hemicycle.ui.show import show


@for_people()
def my_seats(request: HttpRequest) -> HttpResponse:
    return show(request, contexts.my_seats_page(request.user))


@for_people("POST")
def body_seats(request: HttpRequest, key: str) -> HttpResponse:
    """Who holds what in a body; whoever may give its seats invites here."""
    bodies = queries.seated_bodies(request.user).select_related("parent", "country")
    body = get_object_or_404(bodies, key=key)
    roles = contexts.roles_to_give(request.user, body)
    if request.method == "POST" and not roles:
        raise Http404
    form = _invitation(request, roles) if roles else None
    if form is not None and request.method == "POST" and _invited(form, body, request):
        return HttpResponseRedirect(seating.address_of_seats(body))
    return show(request, contexts.body_seats_page(body, request.user, form), status=status_of(form))


def _invitation(request: HttpRequest, roles: list[str]) -> InviteForm:
    first = {"role": request.GET.get("role", Role.CONTRIBUTOR.value), "language": active_language()}
    return InviteForm(typed(request), roles=roles, initial=first)


def _invited(form: InviteForm, body: Body, request: HttpRequest) -> bool:
    return taken(
        form,
        lambda said: actions.invite_to_seat(
            said["email"],
            body,
            said["role"],
            name=said["name"],
            language=said["language"],
            until=said["until"],
            by=request.user,
        ),
    )


@for_people("POST")
def office(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One office; who holds it may lay it down, who gave it may end or prolong it."""
    offices = queries.offices_visible_to(request.user)
    found = get_object_or_404(
        offices.select_related("person", "body", "body__parent", "deputy_of", "deputy_of__person"), uid=uid
    )
    changes = policy.may_end_office(request.user, found) and found.revoked_at is None
    if request.method == "POST" and not changes:
        raise Http404
    again = request.POST.get("act") == "again"
    form = EndForm(None if again else _typed(found, request), initial={"until": found.until}) if changes else None
    if again:
        return _invite_again(request, found, form)
    if form is not None and request.method == "POST" and taken(form, lambda said: _end(found, said, request)):
        own = found.person_id == request.user.pk
        return HttpResponseRedirect(seating.address_of_office(found) if own else seating.address_of_seats(found.body))
    return show(request, contexts.office_page(found, form, request.user), status=status_of(form))


def _invite_again(request: HttpRequest, found: Office, form: Any) -> HttpResponse:
    """Those who may not are answered as if there were no such button."""
    if not policy.may_give_office(request.user, found.body, found.role):
        raise Http404
    try:
        actions.invite_again(found, by=request.user)
    except ValidationError as refused:
        page = contexts.office_page(found, form, request.user, error=" ".join(refused.messages))
        return show(request, page, status=NOT_TAKEN)
    return HttpResponseRedirect(seating.address_of_office(found))


def _typed(office: Office, request: HttpRequest) -> Any:
    """What was sent; to end a term at once, no day has to be typed."""
    if request.POST.get("act") == "at_once":
        return {"until": max(days.today(), office.since)}
    return typed(request)


def _end(office: Office, said: dict[str, Any], request: HttpRequest) -> None:
    if request.POST.get("act") == "at_once":
        actions.revoke_office(office, by=request.user)
    else:
        actions.end_office(office, until=said["until"], by=request.user)


@for_people()
def vacancies(request: HttpRequest) -> HttpResponse:
    _secretariat(request)
    return show(request, contexts.vacancies_page(request.user))


@for_people()
def vacancies_data(request: HttpRequest) -> HttpResponse:
    """The same as a file; it names bodies and nobody."""
    _secretariat(request)
    rows = [(slug, house) for slug, houses in contexts.by_region(queries.vacancies()) for house in houses]
    columns = {
        "body": lambda row: contexts.seated_key(row[1]),
        "name": lambda row: row[1].name,
        "country": lambda row: row[1].place.name if row[1].place else "",
        "region": lambda row: contexts.region_name(row[0]),
    }
    response = as_csv(rows, columns)
    response.headers["Content-Disposition"] = 'attachment; filename="vacancies.csv"'
    return response


def _secretariat(request: HttpRequest) -> None:
    if not policy.may_see_vacancies(request.user):
        raise Http404
