"""The page of the committee, its seats, and the state of the Centre."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hemicycle.core import days
from hemicycle.core.pagecache import cached
from hemicycle.network.models import Body
from hemicycle.network.states import PUBLIC_KINDS, SECRETARIAT_KEY
from hemicycle.steering import actions, contexts, policy, queries, wording
from hemicycle.steering.contexts import choices
from hemicycle.steering.forms import EndForm, SeatForm
from hemicycle.steering.models import Seat
from hemicycle.steering.views.doors import for_keepers, for_people, reader_of, sent, status_of, taken
from hemicycle.ui import show

# A page names the bodies that sit, and keystone partners sit by their agreements.
GROUND = ("sitting", "decision", "steering_seat", "agreement", "organisation", *(kind.value for kind in PUBLIC_KINDS))


@require_safe
@cached(*GROUND)
def committee(request: HttpRequest) -> HttpResponse:
    """What one sees follows who one is."""
    return show(request, contexts.committee_page(request.user))


@require_safe
@cached()
def advised(request: HttpRequest) -> HttpResponse:
    """Where a link in a mail leads; it knows nobody and no question."""
    return show(request, contexts.advised_page())


@for_people()
def centre(request: HttpRequest) -> HttpResponse:
    if not policy.may_read_inside(request.user):
        raise Http404
    return show(request, contexts.centre_page(get_object_or_404(Body, key=SECRETARIAT_KEY)))


@for_keepers("POST")
def seats(request: HttpRequest) -> HttpResponse:
    """Who has a seat; others are invited here."""
    form = SeatForm(sent(request), bodies=choices.body_choices(), initial={"since": days.today()})
    if request.method == "POST" and taken(form, lambda: _invite(form, request)):
        return HttpResponseRedirect(reverse("steering:seats"))
    return show(request, contexts.seats_page(form), status=status_of(form))


@for_keepers("POST")
def seat(request: HttpRequest, uid: UUID) -> HttpResponse:
    """An invitation ends earlier than its term."""
    found = get_object_or_404(Seat.objects.select_related("body"), uid=uid)
    form = EndForm(sent(request), initial={"on": found.until})
    if request.method == "POST" and taken(
        form, lambda: actions.end_seat(found, on=form.cleaned_data["on"], by=reader_of(request))
    ):
        return HttpResponseRedirect(reverse("steering:seats"))
    page = contexts.form_page(
        _("End the seat earlier"),
        form,
        _("Set the last day"),
        lead=_("From the day after, its people see only what everybody sees."),
        place=wording.body(found.body).label,
        trail=(wording.committee(), contexts.seats_link()),
    )
    return show(request, page, status=status_of(form))


def _invite(form: SeatForm, request: HttpRequest) -> None:
    said = form.cleaned_data
    body = queries.bodies_to_invite().get(key=said["body"])
    actions.invite_to_committee(body, since=said["since"], until=said["until"], by=reader_of(request))
