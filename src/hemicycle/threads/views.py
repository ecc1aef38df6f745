"""Reading a conversation and writing in it."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hemicycle.core.lists import page_number
from hemicycle.threads import actions, queries, reading_room
from hemicycle.threads.contexts import UnsentPage
from hemicycle.threads.forms import LetterForm
from hemicycle.threads.models import Thread
from hemicycle.ui import show


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The newest page of letters unless the address names another."""
    return _post(request, uid) if request.method == "POST" else _read(request, uid)


@login_required
def _read(request: HttpRequest, uid: UUID) -> HttpResponse:
    found = get_object_or_404(queries.visible_to(request.user, Thread.objects.filter(uid=uid)))
    given = request.GET.get("page", "")
    page = reading_room.page_of(
        found, LetterForm(), reader=request.user, number=page_number(given) if given else None, posted=_is_back(request)
    )
    return show(request, page)


def _post(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Whoever has been signed out, or put out, meanwhile gets their words back."""
    form = LetterForm(request.POST)
    found = queries.visible_to(request.user, Thread.objects.filter(uid=uid)).first()
    if found is None:
        return _give_back(request, request.POST.get("text", ""))
    if not form.is_valid():
        return show(request, reading_room.page_of(found, form, reader=request.user), status=422)
    try:
        actions.post(found, form.cleaned_data["text"], by=request.user, message_id=form.cleaned_data["once"])
    except actions.Closed:
        lead = _("This conversation was closed meanwhile. Copy what you wrote, it is below.")
        return show(request, UnsentPage(_("Your letter was not sent"), lead, form.cleaned_data["text"]), status=409)
    except PermissionDenied:
        return _give_back(request, form.cleaned_data["text"])
    return HttpResponseRedirect(f"{found.get_absolute_url()}?posted=1#newest")


def _give_back(request: HttpRequest, text: str) -> HttpResponse:
    if request.user.is_authenticated:
        lead, status = _("You take part in no conversation at this address. Copy what you wrote, it is below."), 404
    else:
        lead, status = _("You are no longer signed in. Copy what you wrote, sign in again, and send it then."), 403
    longest = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return show(request, UnsentPage(_("Your letter was not sent"), lead, text[:longest]), status=status)


def _is_back(request: HttpRequest) -> bool:
    return request.GET.get("posted") == "1"
