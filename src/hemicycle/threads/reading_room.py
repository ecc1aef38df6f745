"""Prepares a page of letters for its reader."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hemicycle.core.lists import no_page, pages_of
from hemicycle.threads import queries
from hemicycle.threads.circles import is_open, rule_for
from hemicycle.threads.contexts import LetterShown, ThreadPage
from hemicycle.threads.forms import LetterForm
from hemicycle.threads.models import Letter, Thread
from hemicycle.threads.states import LETTERS_A_PAGE, Via
from hemicycle.threads.wording import author_of, office_words
from hemicycle.ui.formatting import format_number
from hemicycle.ui.parts import Link


def page_of(
    thread: Thread, form: LetterForm, *, reader: Any, number: int | None = None, posted: bool = False
) -> ThreadPage:
    """One page of letters; None is the newest. Two reads, however long the conversation is."""
    total = queries.number_of_letters(thread)
    last = max(1, -(-total // LETTERS_A_PAGE))
    number = last if number is None else number
    if number > last:
        raise no_page(number)
    first = (number - 1) * LETTERS_A_PAGE + 1
    letters = queries.letters_between(thread, first, first + LETTERS_A_PAGE - 1)
    title, address = queries.name_of(thread.about_kind, thread.about) or ("", "")
    here = thread.get_absolute_url()
    goes_on = is_open(thread.about_kind, thread.about)
    return ThreadPage(
        title=title or _("Conversation"),
        lead=_how_many(total),
        about=Link(title, address),
        letters=tuple(_shown(letter, reader) for letter in letters),
        pages=pages_of(number, total, LETTERS_A_PAGE, lambda to: f"{here}?page={to}"),
        form=form if goes_on else None,
        closed="" if goes_on else _("This conversation is closed. It can be read, and nothing more is written."),
        ways=tuple(rule_for(thread.about_kind).ways(thread.about, reader)),
        posted=posted,
    )


def _shown(letter: Letter, reader: Any) -> LetterShown:
    return LetterShown(
        number=letter.number,
        author=author_of(letter),
        office=office_words(letter.office),
        posted_at=letter.posted_at,
        text=letter.text,
        by_mail=letter.via == Via.MAIL,
        own=letter.author_id == reader.pk,
    )


def _how_many(total: int) -> str:
    if not total:
        return _("Nobody has written yet.")
    return ngettext("A conversation of %(count)s letter", "A conversation of %(count)s letters", total) % {
        "count": format_number(total)
    }
