"""What a program may know of the person in whose name it asks."""

from django.http import HttpRequest, JsonResponse

from hemicycle.accounts.bearing import for_bearers
from hemicycle.accounts.states import Scope


@for_bearers(Scope.SELF)
def me(request: HttpRequest) -> JsonResponse:
    person = request.user
    return JsonResponse(
        {
            "uid": person.uid,
            "name": person.name,
            "mail_address": person.email,
            "language": person.language,
            "time_zone": person.time_zone,
        }
    )
