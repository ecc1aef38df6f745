"""A person's own meetings, and the address at which their calendar program reads them."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from hemicycle.meetings import actions, contexts
from hemicycle.meetings.views.doors import for_people, reader_of
from hemicycle.ui import show


@for_people("POST")
def mine(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        actions.new_feed(reader_of(request))
        return HttpResponseRedirect(reverse("meetings:mine"))
    return show(request, contexts.mine_page(reader_of(request)))
