"""What awaits an operator's decision; others find nothing here."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from hemicycle.notices import actions, policy, queries
from hemicycle.notices.holding import ADDRESS, AGAIN, LEAVE, LETTER, MAIL, page_for
from hemicycle.ui import show


@require_safe
@never_cache
@login_required
def care(request: HttpRequest) -> HttpResponse:
    _require(request)
    return show(request, page_for(request.user))


@require_POST
@never_cache
@login_required
def decide(request: HttpRequest, what: str, uid: UUID) -> HttpResponse:
    """Carry out one decision; what somebody else has decided meanwhile is said in one sentence."""
    _require(request)
    try:
        _carry_out(request, what, uid, request.POST.get("act", ""))
    except ValidationError as refused:
        return show(request, page_for(request.user, error=" ".join(refused.messages)), status=409)
    return HttpResponseRedirect(reverse("notices:care"))


def _require(request: HttpRequest) -> None:
    if not policy.may_care(request.user):
        raise Http404


def _carry_out(request: HttpRequest, what: str, uid: UUID, act: str) -> None:
    by = request.user
    if (what, act) == (MAIL, AGAIN):
        actions.send_again(get_object_or_404(queries.mails(by), uid=uid), by=by)
    elif (what, act) == (MAIL, LEAVE):
        actions.leave(get_object_or_404(queries.mails(by), uid=uid), by=by)
    elif (what, act) == (LETTER, LEAVE):
        actions.leave_letter(get_object_or_404(queries.letters(by), uid=uid), by=by)
    elif (what, act) == (ADDRESS, AGAIN):
        actions.try_address_again(get_object_or_404(queries.unreachable_people(by), person__uid=uid), by=by)
    else:
        raise Http404
