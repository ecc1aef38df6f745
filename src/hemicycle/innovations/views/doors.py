"""What stands before every page of work: who is there, and what becomes of words that may not be saved."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from hemicycle.innovations import contexts, wording
from hemicycle.ui import show
from hemicycle.ui.parts import Link

View = Callable[..., HttpResponse]
OURS = frozenset({"csrfmiddlewaretoken", "page", "seen", "act", "autosave"})
# Shorter entries are choices and dates, which nobody minds choosing again.
LEAST_WORDS = 20


def for_people(view: View) -> View:
    """Only for people who are signed in. Who is not any more when they send a form gets their words back."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.method == "POST":
            sentence = _(
                "You are not signed in any more. Copy your words, sign in in another window, and send them again."
            )
            return not_saved(request, sentence)
        return redirect_to_login(request.get_full_path())

    return entered


def not_saved(request: HttpRequest, sentence: str, *, status: int = 403) -> HttpResponse:
    """One clear sentence, and everything that was typed."""
    if is_autosave(request):
        return JsonResponse({"told": sentence}, status=status)
    words = [
        text
        for name, texts in request.POST.lists()
        if name not in OURS
        for text in texts
        if len(str(text)) >= LEAST_WORDS
    ]
    page = contexts.kept_words_page(
        [str(word) for word in words], lead=sentence, links=[Link(_("Cases"), wording.address("/cases/"))]
    )
    return show(request, page, status=status)


def not_here(request: HttpRequest) -> HttpResponse:
    """What one may not see is not found; who was typing gets their words back."""
    if request.method != "POST":
        raise Http404
    sentence = _("This is not open to you any more: it was handed in, or your office has ended. Copy your words.")
    return not_saved(request, sentence, status=404)


def is_autosave(request: HttpRequest) -> bool:
    return "autosave" in request.POST
