"""What every page for people does first, and what every form does when it is sent."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponse]
# What was typed cannot be taken as it is; the page comes back with it and says why.
NOT_TAKEN = 422


def for_people(*methods: str) -> Callable[[View], View]:
    """Only for people who are signed in; kept nowhere on the way, since it is theirs alone."""

    def decorate(view: View) -> View:
        return never_cache(require_http_methods(["GET", "HEAD", *methods])(login_required(view)))

    return decorate


def typed(request: HttpRequest) -> QueryDict | None:
    """What was sent, even if it was nothing; no form is judged before it was sent."""
    return request.POST if request.method == "POST" else None


def taken(form: Form, act: Callable[[dict[str, Any]], object]) -> bool:
    """Whether the form was right and the verb took place; if not, the form says why and keeps what was typed."""
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except ValidationError as error:
        for name, messages in by_field(error).items():
            form.add_error(name if name in form.fields else None, messages)
        return False
    return True


def by_field(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def status_of(*forms: Any) -> int:
    """Whether a page comes back because something on it could not be taken."""
    return NOT_TAKEN if any(form is not None and form.is_bound and form.errors for form in forms) else 200
