"""What every page of those who run hubs does first, and what every form does when it is sent."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hemicycle.accounts.models import Person
from hemicycle.hubs import policy, queries
from hemicycle.hubs.actions import WordsMoved
from hemicycle.hubs.contexts.shared import unsent_page
from hemicycle.ui import show

View = Callable[..., HttpResponse]
# What was typed cannot be taken as it is; the page comes back with it and says why.
NOT_TAKEN, MOVED = 422, 409
LEAST_WORDS = 3
OURS = frozenset({"csrfmiddlewaretoken", "once", "seen", "act", "after", "rows", "state", "language", "uid", "body"})
OUR_ENDS = ("-uid", "-state", "-bodies", "-people", "-project")


def for_people(*methods: str) -> Callable[[View], View]:
    """Only for people who are signed in; kept nowhere on the way, since it is theirs alone."""

    def decorate(view: View) -> View:
        known = login_required(view)

        @wraps(known)
        def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            words = typed_words(request) if request.method == "POST" and not request.user.is_authenticated else ()
            # Whoever was signed out while writing gets their words back.
            if words:
                lead = _("You are no longer signed in. Copy what you wrote, sign in again, and send it then.")
                return show(request, unsent_page(lead, words), status=403)
            return known(request, *args, **kwargs)

        return never_cache(require_http_methods(["GET", "HEAD", *methods])(entered))

    return decorate


def for_runners(*methods: str) -> Callable[[View], View]:
    """Only for those who run the hub, which the view gets; for everybody else the page is not there."""

    def decorate(view: View) -> View:
        @wraps(view)
        def entered(request: HttpRequest, slug: str, **kwargs: Any) -> HttpResponse:
            hub = queries.visible_to(request.user).filter(slug=slug).first()
            if hub is None or not policy.runs(request.user, hub):
                return not_here(request)
            return view(request, hub, **kwargs)

        return for_people(*methods)(entered)

    return decorate


def not_here(request: HttpRequest) -> HttpResponse:
    """The page is not this person's, or not any more: whatever they typed goes back to them."""
    words = typed_words(request) if request.method == "POST" else ()
    if not words:
        raise Http404
    lead = _("You cannot do this here, or cannot any more. Copy what you wrote, it is below.")
    return show(request, unsent_page(lead, words), status=404)


def reader_of(request: HttpRequest) -> Person:
    """Who is signed in; asked only behind `for_people`."""
    return cast("Person", request.user)


def sent(request: HttpRequest, act: str = "") -> dict[str, Any]:
    """What was sent, as forms take it, if it was sent with this act; no form is judged before it was sent."""
    if request.method != "POST" or (act and request.POST.get("act", "") != act):
        return {}
    return {"data": request.POST, "files": request.FILES}


def typed_words(request: HttpRequest) -> tuple[str, ...]:
    """What nobody wants to write twice; choices are soon made again."""
    given = (
        text
        for name, all_of_it in request.POST.lists()
        if name not in OURS and not name.endswith(OUR_ENDS)
        for text in all_of_it
    )
    return tuple(dict.fromkeys(text for text in given if len(text.strip()) >= LEAST_WORDS))


def taken(form: Form, act: Callable[[], object]) -> bool:
    """Whether the form was right and the verb took place; if not, the form says why and keeps what was typed."""
    if not form.is_valid():
        return False
    return not refusal(form, act)


def refusal(form: Form, act: Callable[[], object]) -> bool:
    """Whether the verb was refused; then the form says why."""
    try:
        act()
    except PermissionDenied:
        form.add_error(None, _("You cannot do this any more. Copy what you wrote, and look at the hub again."))
    except WordsMoved:
        raise
    except ValidationError as error:
        for name, messages in by_field(error).items():
            form.add_error(name if name in form.fields else None, messages)
    else:
        return False
    return True


def told(act: Callable[[], object]) -> str:
    """What stands against a verb that needs no form; empty if it took place."""
    try:
        act()
    except PermissionDenied:
        return _("You cannot do this any more. Look at the hub again.")
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def by_field(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def status_of(*forms: Any, error: str = "") -> int:
    """Whether a page comes back because something on it could not be taken."""
    wrong = any(form is not None and form.is_bound and form.errors for form in forms)
    return NOT_TAKEN if wrong or error else 200


def uid_of(request: HttpRequest) -> UUID:
    """Which thing of the page a press is about; for a made-up name there is none."""
    try:
        return UUID(request.POST.get("uid", ""))
    except ValueError as error:
        raise Http404 from error
