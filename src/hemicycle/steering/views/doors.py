"""What every page for people does first, and what every form does when it is sent."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hemicycle.accounts.models import Person
from hemicycle.steering import contexts, policy
from hemicycle.ui import show

View = Callable[..., HttpResponse]
# What was typed cannot be taken as it is; the page comes back with it and says why.
NOT_TAKEN = 422
LEAST_WORDS = 20
OURS = frozenset({"csrfmiddlewaretoken", "once", "seen", "act"})


def for_people(*methods: str) -> Callable[[View], View]:
    """Only for people who are signed in; kept nowhere on the way, since it is theirs alone."""

    def decorate(view: View) -> View:
        known = login_required(view)

        @wraps(known)
        def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            words = typed_words(request) if request.method == "POST" and not request.user.is_authenticated else ()
            # Whoever was signed out while writing gets their words back.
            if words:
                return show(request, contexts.unsent_page(words), status=403)
            return known(request, *args, **kwargs)

        return never_cache(require_http_methods(["GET", "HEAD", *methods])(entered))

    return decorate


def for_keepers(*methods: str) -> Callable[[View], View]:
    """Only for those who keep the committee's papers; for everybody else there is nothing."""

    def decorate(view: View) -> View:
        @wraps(view)
        def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not policy.may_keep(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return for_people(*methods)(entered)

    return decorate


def reader_of(request: HttpRequest) -> Person:
    """Who is signed in; nobody else gets as far as to the views that ask."""
    return cast("Person", request.user)


def sent(request: HttpRequest) -> Any:
    """What was sent, even if it was nothing; no form is judged before it was sent."""
    return request.POST if request.method == "POST" else None


def typed_words(request: HttpRequest) -> tuple[str, ...]:
    """What nobody wants to write twice; choices and dates are soon made again."""
    given = (text for name, all_of_it in request.POST.lists() if name not in OURS for text in all_of_it)
    return tuple(text for text in given if len(text) >= LEAST_WORDS)


def taken(form: Form, act: Callable[[], object]) -> bool:
    """Whether the form was right and the verb took place; if not, the form says why and keeps what was typed."""
    if not form.is_valid():
        return False
    try:
        act()
    except PermissionDenied:
        form.add_error(None, _("This cannot be done any more. Copy what you wrote, and look at the page again."))
        return False
    except ValidationError as error:
        for name, messages in _by_field(error).items():
            form.add_error(name if name in form.fields else None, messages)
        return False
    return True


def refusal(act: Callable[[], object]) -> str:
    """Do what a button without a form asks for; the sentence that says why not, if it cannot be done."""
    try:
        act()
    except ValidationError as refused:
        return " ".join(refused.messages)
    except PermissionDenied as error:
        raise Http404 from error
    return ""


def status_of(*forms: Any) -> int:
    """Whether a page comes back because something on it could not be taken."""
    return NOT_TAKEN if any(form is not None and form.is_bound and form.errors for form in forms) else 200


def _by_field(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
