"""Meetings for programs: iCalendar for everybody, for one meeting, and for one person; open data."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from hemicycle.core import exports
from hemicycle.core.pagecache import cached
from hemicycle.meetings import calendars, contexts, feeds, policy, queries, spreadsheet, versions
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.offer import MEETINGS
from hemicycle.meetings.views.calendar import GROUND


@require_safe
@cached(*GROUND, parameters=("hub",))
def calendar_file(request: HttpRequest) -> HttpResponse:
    """What is public, of all or of one body; the same for whoever asks, since programs carry no session."""
    key = request.GET.get("hub", "")
    name = contexts.name_of_host(key) if key else _("Calendar of %(site)s") % {"site": settings.SITE_NAME}
    meetings = list(queries.for_calendars(None, body=key))
    return _ics(calendars.calendar_of(meetings, name=name), "calendar")


@require_safe
@cached(*GROUND)
def meeting_file(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One meeting; the joining link is in it for those who come."""
    found = get_object_or_404(queries.visible_to(request.user), uid=uid)
    joined = (found.uid,) if policy.may_join(request.user, found) else ()
    return _ics(calendars.calendar_of([found], name=versions.title_of(found), joined=joined), str(uid))


@never_cache
@require_safe
def own_file(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001 - programs carry no session.
    """The meetings of whom the token names, with the ways in; it opens nothing else."""
    person = feeds.person_of(token)
    if person is None:
        raise Http404
    meetings = list(queries.attended_by(person))
    joined = {meeting.uid for meeting in meetings}
    return _ics(calendars.calendar_of(meetings, name=_("My meetings"), joined=joined), "my-meetings")


@require_safe
@cached(*GROUND)
def calendar_data(request: HttpRequest, form: str) -> HttpResponse:  # noqa: ARG001 - data are of what is public.
    records = MEETINGS.records(queries.visible_to(None).order_by("begins_at", "pk"))
    if form == "csv":
        return exports.as_csv(records, spreadsheet.COLUMNS)
    return exports.as_json(records, kind=Meeting.kind)


@require_safe
@cached(*GROUND)
def meeting_data(request: HttpRequest, uid: UUID) -> HttpResponse:  # noqa: ARG001 - data are of what is public.
    found = get_object_or_404(queries.visible_to(None), uid=uid)
    return exports.one_as_json(next(iter(MEETINGS.records([found]))))


def _ics(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=calendars.MEDIA_TYPE)
    response.headers["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return response
