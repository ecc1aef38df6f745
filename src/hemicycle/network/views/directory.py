"""Pages of the members' directory, for people who hold an office."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from hemicycle.network import actions, contexts, policy, queries
from hemicycle.network.forms import ListingForm, SearchForm, WriteForm
from hemicycle.network.views.doors import for_people, status_of, taken, typed
from hemicycle.ui.errors import Explained
from hemicycle.ui.show import show


@for_people()
def members(request: HttpRequest) -> HttpResponse:
    _member(request)
    form = SearchForm(request.GET, bodies=contexts.body_choices())
    if not form.is_valid():
        raise Explained(_("The directory cannot be searched for this; choose from the lists."))
    return show(request, contexts.directory_page(request.user, form, request.GET))


@for_people("POST")
def listing(request: HttpRequest) -> HttpResponse:
    """One's own choice; nobody else can make it."""
    _member(request)
    form = ListingForm(request.POST) if request.method == "POST" else ListingForm(initial=_chosen(request))
    if request.method == "POST" and taken(form, lambda said: actions.choose_listing(request.user, **said)):
        return HttpResponseRedirect(reverse("network:members"))
    return show(request, contexts.listing_page(form), status=status_of(form))


@for_people("POST")
def write(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A first letter to somebody who is listed."""
    _member(request)
    listed = queries.listed_to(request.user).exclude(person=request.user).select_related("person")
    entry = get_object_or_404(listed, person__uid=uid)
    form = WriteForm(typed(request))
    if request.method == "POST" and taken(form, lambda said: actions.introduce(entry, said["text"], by=request.user)):
        return HttpResponseRedirect(f"{reverse('network:members')}?sent=1")
    return show(request, contexts.write_page(entry, request.user, form), status=status_of(form))


def _chosen(request: HttpRequest) -> dict[str, object]:
    entry = queries.entry_of(request.user)
    if entry.changed_at is None:
        return {"languages": [request.user.language]}
    return {
        "listed": entry.listed,
        "shows_mail": entry.shows_mail,
        "languages": [language.code for language in entry.languages.all()],
        "topics": [topic.code for topic in entry.topics.all()],
    }


def _member(request: HttpRequest) -> None:
    if not policy.may_read_directory(request.user):
        raise Http404
