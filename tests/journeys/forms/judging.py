"""Judges what a form was answered: no error of ours, no more than the reader may know, and their words back."""

import html
import re
from collections.abc import Callable, Iterable, Mapping

from django.conf import settings
from django.http import HttpResponse

from hemicycle.innovations.views.doors import LEAST_WORDS
from hemicycle.kit.typed import plain
from tests.journeys.forms import attacks
from tests.journeys.forms.attacks import Sent
from tests.journeys.forms.finding import Form
from tests.journeys.forms.walking import Browser, Place, words_of

# Answers with which a form comes back, or the words that were in it.
GIVES_BACK = frozenset({409, 413, 422})
# How a page says what is wrong.
SENTENCE = re.compile(r'class="(?:field__error|errors|notice[^"]*)"|role="alert"|<h1[^>]*>[^<]+</h1>\s*<p')
LEAKS = ("Traceback", "SELECT ", "django.", "hemicycle/", settings.SECRET_KEY)


def faults(
    found: Iterable[Place], browsers: Mapping[str, Browser], attack: Callable[[Form], Iterable[Sent]]
) -> list[str]:
    """Each request that was not answered as it ought to be, with the reason."""
    return [
        f"{place.form.signature} | {sent.name} | {reason}"
        for place in found
        for sent in attack(place.form)
        if (reason := reason_of(answer_to(place, sent, browsers), sent))
    ]


def answer_to(place: Place, sent: Sent, browsers: Mapping[str, Browser]) -> HttpResponse:
    with browsers[place.role].visit(place.page) as client:
        answer = client.generic("POST", place.form.address, sent.body, content_type=sent.kind)
        answer.words = words_of(answer)
    return answer


def reason_of(answer: HttpResponse, sent: Sent) -> str:
    """What is wrong with an answer; nothing if all is well."""
    if answer.status_code >= 500:
        return str(answer.status_code)
    leaked = [leak for leak in (*LEAKS, attacks.SCRIPT) if leak in answer.words]
    if leaked:
        return f"shows {leaked[0]}"
    if answer.status_code < 400:
        return ""
    if answer.words and not SENTENCE.search(answer.words):
        return f"{answer.status_code} without a sentence"
    lost = lost_in(sent, answer) if answer.status_code in GIVES_BACK else []
    return f"loses {', '.join(lost)}" if lost else ""


def lost_in(sent: Sent, answer: HttpResponse) -> list[str]:
    """The fields whose words are not in the page that comes back; signs that nobody sees may be gone."""
    shown = _as_seen(html.unescape(answer.words))
    # Where the form itself does not come back, choices and dates need not either.
    least = 0 if answer.status_code == 422 else LEAST_WORDS
    typed = (sent.typed or {}).items()
    return [name for name, value in typed if len(value) >= least and _as_seen(value) not in shown]


def _as_seen(text: str) -> str:
    return " ".join(plain(text).replace("\ufffd", "").split())
