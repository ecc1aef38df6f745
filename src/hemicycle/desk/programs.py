"""What a program may read in somebody's name: what awaits them, and the history of records that they may see."""

from dataclasses import asdict
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from hemicycle.accounts.bearing import for_bearers
from hemicycle.accounts.states import Scope
from hemicycle.core import history
from hemicycle.desk import queries
from hemicycle.ui.frame import absolute


@for_bearers(Scope.DESK)
def desk(request: HttpRequest) -> JsonResponse:
    """The list of the desk: the oldest promise first."""
    return JsonResponse(
        {
            "tasks": [
                {
                    "duty": duty.name,
                    "title": task.title,
                    "address": absolute(task.address),
                    "since": task.since,
                    "due": task.due,
                    "note": task.note,
                }
                for duty, task in queries.tasks_of(request.user)
            ]
        }
    )


@for_bearers(Scope.HISTORY)
def history_of(request: HttpRequest, kind: str, uid: UUID) -> HttpResponse:
    """As far as the person may read of it; a record that they may not see is not found."""
    if not history.audiences_for(request.user, kind, uid):
        return JsonResponse({"error": "not_found", "message": _("There is no such record.")}, status=404)
    events = history.of(kind, uid, viewer=request.user)
    return JsonResponse({"kind": kind, "uid": uid, "events": [asdict(event) for event in events]})
