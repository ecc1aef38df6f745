"""Why something was found, in words for the reader."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.search.states import Reason, Why
from hemicycle.ui.formatting import format_list, language_name


def reasons(given: Sequence[Reason]) -> str:
    """All reasons of one hit in one line."""
    return " · ".join(_each(given))


def spelling(written: str, near: Sequence[str]) -> str:
    """What was sought in place of a word that stands in no text."""
    words = {"written": written, "near": format_list([_quoted(word) for word in near], "or")}
    return _("No text holds “%(written)s”. Searched for %(near)s instead.") % words


def _each(given: Sequence[Reason]) -> Iterator[str]:
    of_kind = {why: [reason for reason in given if reason.why == why] for why in Why}
    for reason in of_kind[Why.PHRASE]:
        yield _("These very words in the text in %(language)s") % {"language": language_name(reason.language)}
    if met := of_kind[Why.WORD]:
        yield ngettext(
            "The word %(words)s in the text in %(language)s",
            "The words %(words)s in the text in %(language)s",
            len(met),
        ) % {"words": _listed(met), "language": language_name(met[0].language)}
    if near := of_kind[Why.SPELLING]:
        yield ngettext("A similar spelling: %(words)s", "Similar spellings: %(words)s", len(near)) % {
            "words": _listed(near)
        }
    # The same words may label two terms of different branches.
    for label in dict.fromkeys(_quoted(reason.words) for reason in of_kind[Why.LABEL]):
        yield _("It is filed under %(label)s") % {"label": label}
    if of_kind[Why.MEANING]:
        yield _("Close in meaning")


def _listed(given: Sequence[Reason]) -> str:
    return format_list([_quoted(reason.words) for reason in given])


def _quoted(word: str) -> str:
    return _("“%(word)s”") % {"word": word}
