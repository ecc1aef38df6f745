"""The calendar and a meeting's own page, for everybody; registering there, for who is signed in."""

from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hemicycle.core.pagecache import cached
from hemicycle.meetings import actions, contexts, queries
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.views.doors import NOT_TAKEN
from hemicycle.ui import show

# A page names the bodies that hold meetings.
GROUND = ("meeting", "hub")


@cached(*GROUND, parameters=("when", "hub", "spoken", "page"))
def calendar(request: HttpRequest) -> HttpResponse:
    return show(request, contexts.calendar_page(request.GET, request.user))


@require_http_methods(["GET", "HEAD", "POST"])
@cached(*GROUND, parameters=("said",))
def meeting(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What one sees follows who one is; the way in is for those who come."""
    found = queries.visible_to(request.user).filter(uid=uid).first()
    if request.method == "POST":
        return _said(request, found)
    if found is None:
        raise Http404
    return show(request, contexts.meeting_page(found, request.user, said=request.GET.get("said", "")))


def _said(request: HttpRequest, meeting: Meeting | None) -> HttpResponse:
    """One press to come, one not to; whoever is signed out meanwhile is led back here."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    verbs: dict[str, Any] = {"register": actions.register, "unregister": actions.unregister}
    verb = verbs.get(request.POST.get("act", ""))
    if meeting is None:
        raise Http404
    if verb is None:
        refused = _("Press one of the two buttons: to register, or to say that you do not come.")
        page = contexts.meeting_page(meeting, request.user, refused=refused)
        return show(request, page, status=NOT_TAKEN)
    try:
        verb(meeting, by=request.user)
    except ValidationError as refused:
        page = contexts.meeting_page(meeting, request.user, refused=" ".join(refused.messages))
        return show(request, page, status=NOT_TAKEN)
    except PermissionDenied as error:
        raise Http404 from error
    return HttpResponseRedirect(f"{meeting.get_absolute_url()}?said={request.POST['act']}")


@cached()
def registered(request: HttpRequest) -> HttpResponse:
    """Where a link in a mail leads; it knows nobody and no meeting."""
    return show(request, contexts.registered_page())


@cached()
def unregistered(request: HttpRequest) -> HttpResponse:
    return show(request, contexts.unregistered_page())
