"""Who takes part: deciding on requests and inviting, and asking, answering, naming and leaving."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.hubs import actions, policy, queries, wording
from hemicycle.hubs.contexts import belonging as contexts
from hemicycle.hubs.contexts.shared import body_choices, person_name, run_address
from hemicycle.hubs.forms.belonging import AskForm, CorrespondentsForm, RefuseForm
from hemicycle.hubs.models import Hub, Membership
from hemicycle.hubs.queries import running
from hemicycle.hubs.states import HubState, MemberState
from hemicycle.hubs.views.doors import (
    for_people,
    for_runners,
    not_here,
    reader_of,
    sent,
    status_of,
    taken,
    told,
    uid_of,
)
from hemicycle.network import actions as network
from hemicycle.network.models import Body
from hemicycle.network.states import BodyKind, Role
from hemicycle.ui import show
from hemicycle.ui.languages import active_language


@for_runners("POST")
def members(request: HttpRequest, hub: Hub) -> HttpResponse:
    """Requests and invitations, and who takes part; the coordinator decides."""
    act = request.POST.get("act", "") if request.method == "POST" else ""
    form = contexts.invite_form(hub, **sent(request, "invite"))
    refusals = _refusals(request, hub, act)
    uid = request.POST.get("uid", "")
    error, done = "", False
    if act == "invite":
        done = taken(form, lambda: _invited(request, hub, form.cleaned_data))
    elif act == "refuse":
        done, error = _refused(request, hub, refusals, uid)
    elif act:
        error = _pressed(request, hub, act)
        done = not error
    elif request.method == "POST":
        raise Http404
    if done:
        return HttpResponseRedirect(run_address(hub, "members/"))
    page = contexts.members_page(hub, form, refusals, error=error)
    return show(request, page, status=status_of(form, *refusals.values(), error=error))


def _refusals(request: HttpRequest, hub: Hub, act: str) -> dict[str, RefuseForm]:
    """One form for each request; the one that was sent holds what was typed."""
    uid = request.POST.get("uid", "")
    found = {}
    for row in running.waiting_in(hub):
        typed = request.POST if act == "refuse" and str(row.uid) == uid else None
        found[str(row.uid)] = RefuseForm(typed, auto_id=f"{row.uid}_%s")
    return found


def _invited(request: HttpRequest, hub: Hub, said: dict[str, Any]) -> None:
    body = Body.objects.get(key=said["body"])
    actions.invite_member(hub, body, note=said["note"], by=reader_of(request))


def _refused(request: HttpRequest, hub: Hub, refusals: dict[str, RefuseForm], uid: str) -> tuple[bool, str]:
    if uid not in refusals:
        return False, _too_late(request, hub)
    form = refusals[uid]
    row = get_object_or_404(hub.memberships, uid=uid)
    return taken(
        form, lambda: actions.refuse_member(row, reason=form.cleaned_data["reason"], by=reader_of(request))
    ), ""


def _pressed(request: HttpRequest, hub: Hub, act: str) -> str:
    verbs: dict[str, Callable[..., object]] = {
        "accept": actions.accept_member,
        "take_back": actions.take_back,
        "end": actions.leave_hub,
    }
    if act not in verbs:
        raise Http404
    row = _row(request, hub)
    return told(lambda: verbs[act](row, by=reader_of(request)))


def _row(request: HttpRequest, hub: Hub) -> Membership:
    return get_object_or_404(hub.memberships.select_related("hub__body", "body__parent"), uid=uid_of(request))


def _too_late(request: HttpRequest, hub: Hub) -> str:
    """A form that was open while somebody else decided gets a sentence; one that never was gets nothing."""
    row = _row(request, hub)
    message = _("This was decided already: “%(state)s”. Open the list again to see what changed.")
    return message % {"state": MemberState(row.state).label}


@for_people("POST")
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """How the bodies for which the reader speaks stand to the hub, and what can be done about it."""
    hub = queries.visible_to(request.user).filter(slug=slug, state=HubState.OPEN).first()
    spoken = {body.key: body for body in running.bodies_spoken_for(request.user)}
    if hub is None or not spoken:
        return not_here(request)
    act = request.POST.get("act", "") if request.method == "POST" else ""
    asking = contexts.bodies_that_may_ask(hub, request.user)
    form = AskForm(**sent(request, "ask"), bodies=body_choices(asking)) if asking else None
    named = _namings(request, hub, spoken, act)
    error, done = "", False
    if act == "ask":
        done = form is not None and taken(form, lambda: _asked(request, hub, form.cleaned_data))
        error = "" if form is not None else _("None of those for whom you speak can ask now; see below.")
    elif act == "name":
        done = _named(request, named)
    elif act:
        error = _answered(request, hub, spoken, act)
        done = not error
    elif request.method == "POST":
        raise Http404
    if done:
        return HttpResponseRedirect(wording.address(f"{hub.path}join/"))
    page = contexts.join_page(hub, request.user, form, {key: each for key, (_row, each) in named.items()}, error=error)
    return show(request, page, status=status_of(form, *(each for _row, each in named.values()), error=error))


def _asked(request: HttpRequest, hub: Hub, said: dict[str, Any]) -> None:
    body = Body.objects.select_related("parent").get(key=said["body"])
    actions.ask_to_join(hub, body, note=said["note"], by=reader_of(request))


def _answered(request: HttpRequest, hub: Hub, spoken: dict[str, Body], act: str) -> str:
    row = _row(request, hub)
    if row.body.key not in spoken:
        raise Http404
    reader = reader_of(request)
    verbs: dict[str, Callable[[], object]] = {
        "accept": lambda: actions.answer_invitation(row, accept=True, by=reader),
        "decline": lambda: actions.answer_invitation(row, accept=False, by=reader),
        "take_back": lambda: actions.take_back(row, by=reader),
        "leave": lambda: actions.leave_hub(row, by=reader),
    }
    if act not in verbs:
        raise Http404
    return told(verbs[act])


def _namings(
    request: HttpRequest, hub: Hub, spoken: dict[str, Body], act: str
) -> dict[str, tuple[Membership, CorrespondentsForm]]:
    """For each member for which the reader speaks, the form by which it names who writes for it."""
    found = {}
    for row in running.terms_of(hub, spoken.values()):
        if row.state != MemberState.MEMBER or not policy.may_name_correspondents(request.user, row):
            continue
        typed = {"data": request.POST} if act == "name" and request.POST.get("uid") == str(row.uid) else {}
        seated = running.seated_in(row.body)
        kept = [each.person for each in row.correspondents.select_related("person")]
        people = {person.pk for person in (*seated, *kept)}
        first = {"people": [person.uid for person in kept], "language": active_language()}
        form = CorrespondentsForm(**typed, people=people, named=person_name, initial=first, auto_id=f"{row.uid}_%s")
        found[row.body.key] = (row, form)
    return found


def _named(request: HttpRequest, named: dict[str, tuple[Membership, CorrespondentsForm]]) -> bool:
    uid = request.POST.get("uid", "")
    for row, form in named.values():
        if str(row.uid) == uid:
            return taken(form, lambda row=row, form=form: _name(request, row, form.cleaned_data))  # type: ignore[misc]
    raise Http404


@transaction.atomic
def _name(request: HttpRequest, row: Membership, said: dict[str, Any]) -> None:
    """Those who are ticked, and somebody by their address, who is invited to a seat if they have none."""
    people = list(said["people"])
    if said["email"]:
        people.append(_found(request, row.body, said))
    actions.name_correspondents(row, people, by=reader_of(request))


def _found(request: HttpRequest, body: Body, said: dict[str, Any]) -> Person:
    known = Person.objects.filter(email__iexact=said["email"], is_active=True).first()
    if known is not None and policy.has_place_in(known, body):
        return known
    if not said["name"]:
        raise ValidationError({"name": _("Say what they are called, so that they can be invited.")})
    if body.kind == BodyKind.ORGANISATION:
        message = _("Only the secretariat gives a seat in an organisation. Ask it for one, then name them here.")
        raise ValidationError({"email": message})
    more = {"name": said["name"], "language": said["language"]}
    return network.invite_to_seat(said["email"], body, Role.CONTRIBUTOR, by=reader_of(request), **more).person
