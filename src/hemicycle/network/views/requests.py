"""Pages about requests for seats."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from hemicycle.core.models import File
from hemicycle.network import actions, contexts, policy, queries
from hemicycle.network.forms import AcceptForm, AskForm, LetterForm, RefuseForm
from hemicycle.network.forms.fields import house_for_seats
from hemicycle.network.models import Body, SeatRequest
from hemicycle.network.papers import Paper
from hemicycle.network.states import Role
from hemicycle.network.views.doors import NOT_TAKEN, for_people, status_of, taken
from hemicycle.ui.show import show


@for_people("POST")
def ask(request: HttpRequest) -> HttpResponse:
    """Anybody who is signed in asks for a seat; a letter may come with it."""
    house = house_for_seats(request.GET.get("body", "")[:40])
    first = {"body": house.key if house is not None else "", "role": Role.CONTRIBUTOR.value}
    posted = request.method == "POST"
    form = AskForm(request.POST, request.FILES) if posted else AskForm(initial=first)
    made: list[SeatRequest] = []
    if posted and taken(form, lambda said: made.append(_ask(said, request))):
        return HttpResponseRedirect(_address(made[0]))
    return show(request, contexts.ask_page(form), status=status_of(form))


@transaction.atomic
def _ask(said: dict[str, Any], request: HttpRequest) -> SeatRequest:
    """The request and its letter together, or neither."""
    body = get_object_or_404(Body, key=said["body"])
    made = actions.ask_for_seat(body, said["role"], note=said["note"], by=request.user)
    if said["letter"] is not None:
        _keep(made, said["letter"], request)
    return made


@for_people("POST")
def seat_request(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One request: who asked sees what became of it, who decides has the forms to decide."""
    visible = queries.requests_visible_to(request.user)
    found = get_object_or_404(visible.select_related("person", "body", "body__parent"), uid=uid)
    forms = _forms(found, request)
    error = ""
    if request.method == "POST":
        act = request.POST.get("act", "")
        if act == "withdraw" and policy.may_see_request(request.user, found) and found.person == request.user:
            error = _withdrawn(found, request)
        elif act not in forms:
            error = _too_late(found)
        elif _acted(act, forms[act], found, request):
            return HttpResponseRedirect(_address(found))
        if act == "withdraw" and not error:
            return HttpResponseRedirect(_address(found))
    letters: list[File] = list(queries.letters_of(found))
    page = contexts.request_page(found, request.user, letters, forms, error)
    return show(request, page, status=NOT_TAKEN if error else status_of(*forms.values()))


def _forms(found: SeatRequest, request: HttpRequest) -> dict[str, Any]:
    """The forms that this reader may send now; the one that was sent holds what was typed."""
    act = request.POST.get("act", "")

    def given(name: str) -> tuple[Any, ...]:
        return (request.POST, request.FILES) if request.method == "POST" and act == name else ()

    forms: dict[str, Any] = {}
    if policy.may_decide(request.user, found):
        forms = {"accept": AcceptForm(*given("accept")), "refuse": RefuseForm(*given("refuse"))}
    if policy.may_keep_letter(request.user, found):
        forms["letter"] = LetterForm(*given("letter"))
    return forms


def _acted(act: str, form: Any, found: SeatRequest, request: HttpRequest) -> bool:
    verbs = {
        "accept": lambda said: actions.accept_request(found, until=said["until"], by=request.user),
        "refuse": lambda said: actions.refuse_request(found, said["reason"], by=request.user),
        "letter": lambda said: _keep(found, said["letter"], request),
    }
    return taken(form, verbs[act])


def _withdrawn(found: SeatRequest, request: HttpRequest) -> str:
    try:
        actions.withdraw_request(found, by=request.user)
    except ValidationError as refused:
        return " ".join(refused.messages)
    return ""


def _too_late(found: SeatRequest) -> str:
    """A form that was open while somebody else decided gets a sentence; one that never was gets nothing."""
    try:
        actions.check_waiting(found)
    except ValidationError as refused:
        return " ".join(refused.messages)
    raise Http404


def _keep(found: SeatRequest, paper: Paper, request: HttpRequest) -> None:
    actions.keep_letter(found, paper.content, name=paper.name, media_type=paper.media_type, by=request.user)


def _address(found: SeatRequest) -> str:
    return reverse("network:request", args=[found.uid])
