"""Pages on which people open talks, do what can be done with an agreement, and correct what was given."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from hemicycle.network import actions, contexts, forms, policy, queries
from hemicycle.network.actions import Given
from hemicycle.network.models import Agreement, Body, Contribution
from hemicycle.network.policy.agreements import represents
from hemicycle.network.states.agreements import AgreementState, Level
from hemicycle.network.views.acts import ACTS, Act, places
from hemicycle.network.views.doors import for_people, status_of, taken, typed
from hemicycle.ui.languages import active_language
from hemicycle.ui.show import show


@for_people()
def agreements(request: HttpRequest) -> HttpResponse:
    return show(request, contexts.agreements_page(request.user, _own_bodies(request.user)))


@for_people("POST")
def new_agreement(request: HttpRequest) -> HttpResponse:
    """Talks are opened by the secretariat with anybody, by others for their own bodies."""
    choices = _partners_of(request.user)
    if not choices:
        raise Http404
    first = {"body": request.GET.get("body", ""), "level": Level.UNKNOWN.value, "language": active_language()}
    form = forms.OpenTermsForm(typed(request), bodies=choices, initial=first)
    made: list[Agreement] = []
    if request.method == "POST" and taken(form, lambda said: made.append(_opened(said, request.user))):
        return HttpResponseRedirect(contexts.agreement_address(made[0]))
    return show(request, contexts.opening_page(form), status=status_of(form))


@for_people("POST")
def act(request: HttpRequest, uid: UUID, act: str) -> HttpResponse:
    """One thing that may be done now. Where somebody else was faster, the form says so and keeps what was forms."""
    found = _visible(request, uid)
    now = contexts.names_of_acts(request.user, found)
    if act not in ACTS or not (act in now or _at_another_time(request.user, found, act)):
        raise Http404
    if request.method != "POST" and act not in now:
        return HttpResponseRedirect(contexts.agreement_address(found))
    chosen = ACTS[act]
    form = chosen.form(request, found)
    if request.method == "POST" and taken(form, lambda said: _done(chosen, found, said, request.user)):
        return HttpResponseRedirect(contexts.agreement_address(found))
    words = contexts.Words(str(chosen.title), str(chosen.lead), str(chosen.button))
    page = contexts.act_page(found, form, words, files=chosen.files)
    return show(request, page, status=status_of(form))


@for_people("POST")
def contribution(request: HttpRequest, uid: UUID, gift: UUID) -> HttpResponse:
    """What was said of a contribution is put right, or taken out where it was a mistake."""
    found = _visible(request, uid)
    given = get_object_or_404(Contribution.objects.select_related("agreement__body"), uid=gift, agreement=found)
    if "contribution" not in contexts.names_of_acts(request.user, found):
        raise Http404
    initial = {name: getattr(given, name) for name in Given.__dataclass_fields__}
    form: Any = forms.ContributionForm(typed(request), initial=initial)
    if request.POST.get("act") == "remove":
        form = forms.ContributionForm(initial, initial=initial)
        if taken(form, lambda _said: actions.remove_contribution(given, by=request.user)):
            return HttpResponseRedirect(contexts.agreement_address(found))
    elif request.method == "POST" and taken(form, lambda said: _corrected(given, said, request.user)):
        return HttpResponseRedirect(contexts.agreement_address(found))
    words = contexts.Words(_("Change a contribution"), "", _("Keep the change"))
    page = contexts.act_page(found, form, words, remove=_("Take it out"))
    return show(request, page, status=status_of(form))


def _corrected(given: Contribution, said: Mapping[str, Any], person: Any) -> None:
    actions.change_contribution(given, Given(**said), by=person)


def _visible(request: HttpRequest, uid: UUID) -> Agreement:
    rows = queries.agreements_visible_to(request.user).select_related("body__parent", "hub", "project")
    found: Agreement = get_object_or_404(rows, uid=uid)
    return found


def _at_another_time(person: Any, agreement: Agreement, act: str) -> bool:
    """Whether this person could do it in another state of the agreement, and so may hear why not now."""
    for state in AgreementState:
        as_if = Agreement(body=agreement.body, state=state, hub=agreement.hub, level=agreement.level, uid=agreement.uid)
        if act in contexts.names_of_acts(person, as_if):
            return True
    return False


def _done(act: Act, agreement: Agreement, said: Mapping[str, Any], person: Any) -> object:
    """What the policy refuses is not found, also where the page was still open."""
    try:
        return act.do(agreement, said, person)
    except PermissionDenied as denied:
        raise Http404 from denied


def _own_bodies(person: Any) -> list[Body]:
    return [office.body for office in policy.offices_today(person) if represents(person, office.body)]


def _partners_of(person: Any) -> list[tuple[str, str]]:
    if policy.is_administrator(person):
        return forms.partner_choices()
    named = {body.key: queries.party(body.pk) for body in _own_bodies(person)}
    return [(key, body.title) for key, body in named.items() if body is not None]


def _opened(said: Mapping[str, Any], person: Any) -> Agreement:
    body = get_object_or_404(Body.objects.select_related("parent"), key=said["body"])
    words = {"words": said, "language": said["language"]}
    return actions.open_agreement(body, said["level"], by=person, **words, **places(said))
