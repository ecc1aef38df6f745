"""What a program may know of the seats of the person in whose name it asks."""

from django.http import HttpRequest, JsonResponse

from hemicycle.accounts.bearing import for_bearers
from hemicycle.accounts.states import Scope
from hemicycle.network import policy
from hemicycle.network.models import SeatRequest


@for_bearers(Scope.SELF)
def seats(request: HttpRequest) -> JsonResponse:
    """The offices that run today, and what the person has asked for."""
    requests = SeatRequest.objects.filter(person=request.user).select_related("body").order_by("-asked_at")
    return JsonResponse(
        {
            "offices": [
                {
                    "uid": office.uid,
                    "role": office.role,
                    "body": office.body.key,
                    "since": office.since,
                    "until": office.until,
                }
                for office in policy.offices_today(request.user)
            ],
            "requests": [
                {
                    "uid": each.uid,
                    "role": each.role,
                    "body": each.body.key,
                    "state": each.state,
                    "asked_at": each.asked_at,
                    "decided_at": each.decided_at,
                }
                for each in requests
            ],
        }
    )
