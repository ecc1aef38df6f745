"""Error pages: each says in one sentence what happened and in one what to do, in the reader's language."""

import logging
import re

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.html import escape
from django.utils.translation import gettext as _

from hemicycle.ui.contexts import ErrorPage
from hemicycle.ui.formatting import language_name
from hemicycle.ui.frame import frame_for
from hemicycle.ui.languages import active_language, direction_of, languages_of
from hemicycle.ui.parts import Link
from hemicycle.ui.show import drawn

# Answers to somebody who may not, or may no longer, do what they typed something for.
GIVES_BACK = frozenset({403, 404})
# Shorter entries are choices and dates, which nobody minds choosing again.
LEAST_WORDS = 20
# Nobody reads these over a shoulder.
SECRET = re.compile("password|credential|code|token", re.IGNORECASE)
# What a page puts into a hidden field to know itself again.
MARK = re.compile("[0-9a-f-]{32,36}")
logger = logging.getLogger(__name__)


class Explained(Http404):
    """Nothing is at this address, and the message says why in words meant for the reader."""


# Django calls these by keyword, so each takes the argument whether it needs it or not (ARG001).
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """400: the request itself cannot be understood."""
    return answer(
        request,
        status=400,
        title=_("This request cannot be understood"),
        lead=_("The address or the data that was sent is not in a form that this site can read."),
        advice=_("Check the address, or go back and try again from the page you came from."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403: the person is known, or is not, and may not do this."""
    return answer(
        request,
        status=403,
        title=_("You may not do this"),
        lead=_("This page is open only to people who hold the office that it belongs to."),
        advice=_("Sign in with the address that your parliament knows, or ask your focal point."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: a form came without the sign that it was ours; most often the browser keeps no cookies."""
    return answer(
        request,
        status=403,
        title=_("This form could not be accepted"),
        lead=_(
            "The form was open for too long, you signed in anew meanwhile, "
            "or your browser does not keep this site's cookies."
        ),
        advice=_("Copy what you wrote, load the page again, and send the form once more."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing is here, or nothing that this reader may see."""
    why = str(exception) if isinstance(exception, Explained) else ""
    return answer(
        request,
        status=404,
        title=_("There is nothing at this address"),
        lead=why or _("The page may have moved, or the address may have been mistyped."),
        advice=_("Check the address, search for what you need, or start from the home page."),
    )


def language_not_offered(request: HttpRequest, code: str) -> HttpResponse:
    """404: the address begins with a language in which this site does not speak."""
    named = language_name(code)
    lead = (
        _("The address begins with “%(code)s”, which is no language of this site.")
        if named == code
        else _("This site is not offered in %(language)s.")
    )
    page = ErrorPage(
        status=404,
        title=_("There is nothing at this address"),
        lead=lead % {"code": code, "language": named},
        advice=_("Choose one of the languages below to read the same page."),
        links=tuple(
            Link(choice.name, choice.address, language=choice.code)
            for choice in languages_of(request.get_full_path(), active_language())
        ),
    )
    return shown(request, page)


def gone(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """410: something was public here and was withdrawn."""
    return answer(
        request,
        status=410,
        title=_("This page was withdrawn"),
        lead=_("What was published here was taken back by those who are responsible for it."),
        advice=_("Search for something similar, or start from the home page."),
    )


def signed_out(request: HttpRequest) -> HttpResponse:
    """403: somebody was signed out while they wrote; their words come back."""
    return answer(
        request,
        status=403,
        title=_("You are not signed in any more"),
        lead=_("What you sent was not kept, because nobody was signed in any more."),
        advice=_("Copy your words from below, sign in, and send them again."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a mistake of ours; drawn without the database, and without templates if these are the mistake."""
    return answer(
        request,
        status=500,
        title=_("Something went wrong on our side"),
        lead=_("The page could not be made; the fault has been recorded for the people who run this site."),
        advice=_("Wait a moment and try again; what you saved before is safe."),
    )


def answer(request: HttpRequest, *, status: int, title: str, lead: str, advice: str) -> HttpResponse:
    """An error page with the usual ways on."""
    words = words_of(request) if status in GIVES_BACK else ()
    return shown(request, ErrorPage(status=status, title=title, lead=lead, advice=advice, links=ways_on(), words=words))


def words_of(request: HttpRequest) -> tuple[str, ...]:
    """What was typed into a form of ours; a form on a foreign page puts no words into ours."""
    if request.method != "POST" or not is_from_here(request):
        return ()
    try:
        sent = list(request.POST.lists())
    except (SuspiciousOperation, BadRequest, MultiPartParserError, OSError):
        # Too much of it, or cut off on the way: it could not be read in the first place.
        return ()
    return tuple(
        str(text)
        for name, texts in sent
        if not SECRET.search(name)
        for text in texts
        if len(str(text)) >= LEAST_WORDS and not MARK.fullmatch(str(text))
    )


def is_from_here(request: HttpRequest) -> bool:
    """Whether a form was ours, by its sign; signing in anew makes that invalid, and then the browser tells."""
    signed = getattr(request, "csrf_processing_done", False)
    return bool(signed) or request.headers.get("Sec-Fetch-Site") == "same-origin"


def shown(request: HttpRequest, page: ErrorPage) -> HttpResponse:
    """Draw an error page in the usual frame, or in a bare one if the frame itself cannot be drawn."""
    try:
        content = drawn(page, frame_for(request, page, is_place=False))
    except Exception:
        # The frame may be what is broken; the reader still gets the sentence.
        logger.exception("The error page could not be drawn in its frame.")
        content = bare(page)
    return HttpResponse(content, status=page.status)


def ways_on() -> tuple[Link, ...]:
    """Where a reader can always go."""
    return (Link(_("Home page"), f"/{active_language()}/"),)


def bare(page: ErrorPage) -> str:
    """The same sentences without layout, style or template."""
    language = active_language()
    ways = "".join(f'<p><a href="{escape(link.address)}">{escape(link.label)}</a></p>' for link in page.links)
    return (
        f'<!doctype html><html lang="{language}" dir="{direction_of(language)}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(page.title)}</title>'
        f"<h1>{escape(page.title)}</h1><p>{escape(page.lead)}</p><p>{escape(page.advice)}</p>{ways}</html>"
    )
