"""Pages on which members of a hub open discussions, find them and close them; what is said is read in its thread."""

from typing import cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from hemicycle.accounts.models import Person
from hemicycle.core.lists import page_number
from hemicycle.hubs import policy, queries
from hemicycle.hubs.actions import discussions as actions
from hemicycle.hubs.contexts import discussions as contexts
from hemicycle.hubs.forms.discussions import DiscussionForm
from hemicycle.hubs.models import Discussion, Hub
from hemicycle.hubs.queries import discussions as reads
from hemicycle.threads.queries import thread_of
from hemicycle.ui import show

NOT_TAKEN = 422


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def discussions(request: HttpRequest, slug: str) -> HttpResponse:
    """What members talk about; for everybody else it is not there."""
    if request.method == "POST":
        return _open(request, slug)
    return _list(request, slug)


@login_required
def _list(request: HttpRequest, slug: str) -> HttpResponse:
    hub = _hub_of(request, slug)
    if hub is None:
        raise Http404
    number = page_number(request.GET.get("page", ""))
    return show(request, contexts.discussions_page(hub, request.user, DiscussionForm(), number))


def _open(request: HttpRequest, slug: str) -> HttpResponse:
    """Whoever has been signed out, or put out, meanwhile gets their words back."""
    text = request.POST.get("text", "")
    if not request.user.is_authenticated:
        lead = _("You are no longer signed in. Copy what you wrote, sign in again, and send it then.")
        return show(request, contexts.unsent_page(lead, text), status=403)
    hub = _hub_of(request, slug)
    if hub is None or not policy.may_discuss(request.user, hub):
        lead = _("You take part in no conversation at this address. Copy what you wrote, it is below.")
        return show(request, contexts.unsent_page(lead, text), status=404)
    form = DiscussionForm(request.POST)
    made = _made(hub, form, request) if form.is_valid() else None
    if made is None:
        return show(request, contexts.discussions_page(hub, request.user, form, 1), status=NOT_TAKEN)
    return HttpResponseRedirect(made.get_absolute_url())


def _made(hub: Hub, form: DiscussionForm, request: HttpRequest) -> Discussion | None:
    said = form.cleaned_data
    try:
        return actions.open_discussion(
            hub, said["title"], said["text"], by=cast("Person", request.user), message_id=said["once"]
        )
    except PermissionDenied:
        form.add_error(None, _("You take no part in this hub any more."))
    except ValidationError as refused:
        for name, messages in _by_field(refused).items():
            form.add_error(name if name in form.fields else None, messages)
    return None


@never_cache
@require_safe
@login_required
def discussion(request: HttpRequest, slug: str, uid: UUID) -> HttpResponse:
    """What was said stands in the thread; this is its permanent address."""
    found = get_object_or_404(reads.discussions_visible_to(request.user), hub__slug=slug, uid=uid)
    thread = thread_of(Discussion.kind, found.uid)
    if thread is None:
        raise Http404
    return HttpResponseRedirect(thread.get_absolute_url())


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def close_discussion(request: HttpRequest, slug: str, uid: UUID) -> HttpResponse:
    """Whoever runs the hub, or opened the discussion, closes it."""
    found = get_object_or_404(reads.discussions_visible_to(request.user), hub__slug=slug, uid=uid)
    if not policy.may_close_discussion(request.user, found):
        raise Http404
    if request.method != "POST":
        return show(request, contexts.close_page(found))
    try:
        actions.close_discussion(found, by=cast("Person", request.user))
    except PermissionDenied as error:
        raise Http404 from error
    return HttpResponseRedirect(found.get_absolute_url())


def _hub_of(request: HttpRequest, slug: str) -> Hub | None:
    """The hub, for those who take part in it."""
    hub: Hub | None = queries.visible_to(request.user).filter(slug=slug).first()
    return hub if hub is not None and policy.is_member(request.user, hub) else None


def _by_field(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
