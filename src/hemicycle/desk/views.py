"""The desk."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from hemicycle.desk.contexts import desk_page
from hemicycle.ui import show


@never_cache
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    return show(request, desk_page(request.user))
