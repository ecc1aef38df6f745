"""Offering to host a hub, the talks about it, and how every hub stands."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from hemicycle.core.lists import no_page, page_number
from hemicycle.hubs import actions, policy, queries, talking
from hemicycle.hubs.contexts import offering as contexts
from hemicycle.hubs.contexts import standing
from hemicycle.hubs.contexts.shared import body_choices
from hemicycle.hubs.forms.hosting import BesideForm, OfferForm
from hemicycle.hubs.forms.letter import LetterForm
from hemicycle.hubs.models import Hub
from hemicycle.hubs.queries import running
from hemicycle.hubs.queries.standing import hubs_standing
from hemicycle.hubs.states import HubState
from hemicycle.hubs.views.doors import for_people, not_here, reader_of, sent, status_of, taken, told
from hemicycle.network.models import Agreement, Body
from hemicycle.network.states.agreements import AgreementState
from hemicycle.threads import actions as threads
from hemicycle.ui import show
from hemicycle.ui.languages import active_language


@for_people("POST")
def offer(request: HttpRequest) -> HttpResponse:
    """Whoever speaks for a body offers that it hosts a hub, alone or together with those who host one."""
    bodies = list(running.bodies_spoken_for(request.user))
    if not bodies:
        return not_here(request)
    slug = request.GET.get("hub", "")[:80]
    beside = get_object_or_404(queries.visible_to(request.user), slug=slug, state=HubState.OPEN) if slug else None
    first = {"language": active_language(), "body": bodies[0].key, "sort": "regional"}
    kind = BesideForm if beside is not None else OfferForm
    form = kind(**sent(request), bodies=body_choices(bodies), initial=first)
    made: list[Agreement] = []
    if request.method == "POST" and taken(form, lambda: made.append(_offered(request, form, beside))):
        return HttpResponseRedirect(talking.address_of(made[0]))
    hubs = [] if beside else list(queries.visible_to(request.user).filter(state=HubState.OPEN))
    return show(request, contexts.offering_page(form, hubs, beside=beside), status=status_of(form))


def _offered(request: HttpRequest, form: BesideForm | OfferForm, beside: Hub | None) -> Agreement:
    body = Body.objects.select_related("parent").get(key=form.cleaned_data["body"])
    once = form.cleaned_data.get("once")
    return actions.offer_hub(body, form.described(), by=reader_of(request), beside=beside, once=once)


@for_people("POST")
def offered(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One offer, for its two sides: what is offered, the talks, and what can be done now."""
    visible = queries.offers_visible_to(request.user).select_related("hub__hub__body", "body__parent")
    agreement = visible.filter(uid=uid).first()
    if agreement is None:
        return not_here(request)
    act = request.POST.get("act", "") if request.method == "POST" else ""
    letter = LetterForm(**sent(request, "write")) if agreement.state != AgreementState.DECLINED else None
    error, done = "", False
    if act == "write" and letter is not None:
        done = taken(letter, lambda: _written(request, agreement, letter))
    elif act in {"open", "decline"}:
        error = told(lambda: _decided(request, agreement, act))
        done = not error
    elif request.method == "POST":
        return not_here(request)
    if done:
        return HttpResponseRedirect(talking.address_of(agreement))
    page = contexts.offer_page(agreement, request.user, letter, error=error)
    return show(request, page, status=status_of(letter, error=error))


def _written(request: HttpRequest, agreement: Agreement, letter: LetterForm) -> None:
    said = letter.cleaned_data
    thread = threads.open_thread(agreement, by=reader_of(request))
    threads.post(thread, said["text"], by=reader_of(request), message_id=said["once"])


def _decided(request: HttpRequest, agreement: Agreement, act: str) -> None:
    hub: Hub = agreement.hub.hub  # type: ignore[union-attr]
    if act == "open":
        actions.open_hub(hub, by=reader_of(request))
    else:
        actions.decline_offer(agreement, by=reader_of(request))


@for_people()
def states(request: HttpRequest) -> HttpResponse:
    """Every hub with its state, for the secretariat."""
    if not policy.may_see_states(request.user):
        raise Http404
    wanted = request.GET.get("which", "")
    if wanted and wanted not in standing.WHICH:
        raise Http404
    found = hubs_standing(request.user)
    number = page_number(request.GET.get("page", ""))
    if number > 1 and (number - 1) * standing.PAGE_SIZE >= standing.number_shown(found, wanted):
        raise no_page(number)
    return show(request, standing.states_page(found, wanted, number))


@for_people("POST")
def state(request: HttpRequest, slug: str) -> HttpResponse:
    """One hub for the secretariat: its agreements, opening and closing it."""
    if not policy.may_see_states(request.user):
        raise Http404
    hub = get_object_or_404(Hub.objects.select_related("body"), slug=slug)
    error = ""
    if request.method == "POST":
        verbs = {"open": actions.open_hub, "close": actions.close_hub}
        act = request.POST.get("act", "")
        if act not in verbs or not policy.may_close(request.user, hub):
            raise Http404
        error = told(lambda: verbs[act](hub, by=reader_of(request)))
        if not error:
            return HttpResponseRedirect(request.path)
    stands = next((one for one in hubs_standing(request.user) if one.slug == slug), None)
    if stands is None:
        raise PermissionDenied
    agreements = list(Agreement.objects.filter(hub=hub.body).select_related("body").order_by("-since", "-pk"))
    return show(request, standing.state_page(hub, stands, agreements, error=error), status=status_of(error=error))
