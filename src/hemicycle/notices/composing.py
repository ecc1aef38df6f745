"""What a mail says: the words of messages, in the reader's language and time zone, as plain text and as HTML."""

import html
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from uuid import UUID

from django.conf import settings
from django.template import engines
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from markupsafe import Markup

from hemicycle.accounts.models import Person
from hemicycle.core.catalogue import MESSAGES, Attachment
from hemicycle.core.panels import drawn
from hemicycle.notices import addresses, styles
from hemicycle.notices.models import Notice
from hemicycle.notices.schedule import zone_of
from hemicycle.notices.states import LARGEST_HTML, MOST_IN_DIGEST
from hemicycle.ui.formatting import format_number
from hemicycle.ui.frame import absolute
from hemicycle.ui.languages import direction_of

TEMPLATE = "notices/mail.html"
LONGEST_SUBJECT = 150


@dataclass(frozen=True)
class Said:
    """The words of one message to one person."""

    subject: str
    text: str
    html: Markup
    thread: UUID | None = None  # The conversation to which an answer goes.
    attached: tuple[Attachment, ...] = ()  # What goes along when nothing else is told.


@dataclass(frozen=True)
class Sheet:
    """What the template around the words of a mail receives."""

    language: str
    direction: str
    style: Markup
    site_name: str
    home: str
    subject: str
    answerable: str  # The line above which an answer is written; empty where answers do not come in.
    items: tuple[Said, ...]
    more: str  # What else there is, in one sentence; may be empty.
    why: str  # Why the reader gets this mail.
    preferences: str
    unsubscribe: str


@dataclass(frozen=True)
class Composed:
    """A mail, ready for the tray."""

    subject: str
    text: str
    html: str
    topic: str
    thread: UUID | None
    attached: tuple[Attachment, ...] = ()


@contextmanager
def speaking_to(person: Person) -> Iterator[None]:
    """Words and times as this person reads them."""
    with override(person.language), timezone.override(zone_of(person.time_zone)):
        yield


def said(notice: Notice) -> Said | None:
    """What is left to say of an entry, by what this person may see now; call while speaking to the person."""
    message = MESSAGES.get(notice.entry.verb)
    it = message.about(notice.entry, notice.person) if message else None
    if message is None or it is None:
        return None
    return Said(
        subject=one_line(_plain(message.template, "subject", it)),
        text=_tidy(_plain(message.template, "text", it)),
        html=drawn(message.template, "html", it),
        thread=message.thread(notice.entry) if message.thread else None,
        attached=tuple(message.attached(it)) if message.attached else (),
    )


def single(person: Person, topic: str, words: Said) -> Composed:
    """A mail about one thing, which can be answered if it belongs to a conversation."""
    composed = _composed(person, topic, words.subject, (words,), thread=words.thread)
    return replace(composed, attached=words.attached)


def digest(person: Person, topic: str, items: Sequence[Said]) -> Composed:
    """A mail about several things; the newest come first, and what is too much is counted."""
    count = len(items)
    subject = ngettext("%(count)s piece of news for you", "%(count)s pieces of news for you", count) % {
        "count": format_number(count)
    }
    return _composed(person, topic, subject, tuple(items))


def line_above_answers() -> str:
    """Whoever quotes the whole mail below their answer still posts the answer alone."""
    words = _("Please write your answer above this line")
    return f"===== {words} ====="


def one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SUBJECT else f"{line[: LONGEST_SUBJECT - 1]}…"


def _composed(
    person: Person, topic: str, subject: str, items: tuple[Said, ...], *, thread: UUID | None = None
) -> Composed:
    sheet = Sheet(
        language=person.language,
        direction=direction_of(person.language),
        style=styles.stylesheet(),
        site_name=settings.SITE_NAME,
        home=absolute(f"/{person.language}/"),
        subject=subject,
        answerable=line_above_answers() if thread and settings.MAIL_DOMAIN else "",
        items=items[:MOST_IN_DIGEST],
        more=_more(len(items) - MOST_IN_DIGEST),
        why=_("You receive this because you asked to hear of it, or because it awaits you."),
        preferences=_preferences(),
        unsubscribe=unsubscribe_link(person, topic),
    )
    return Composed(
        subject=subject,
        text=_as_text(sheet),
        html="" if _prefers_plain_text(person) else _as_html(sheet),
        topic=topic,
        thread=thread,
    )


def unsubscribe_link(person: Person, topic: str) -> str:
    return absolute(reverse("notices:unsubscribe", args=[addresses.unsubscribe_token(person.uid, topic)]))


def _more(count: int) -> str:
    if count <= 0:
        return ""
    sentence = ngettext(
        "%(count)s more piece of news is not in this mail.",
        "%(count)s more pieces of news are not in this mail.",
        count,
    )
    return sentence % {"count": format_number(count)}


def _preferences() -> str:
    try:
        return absolute(reverse(settings.MAIL_PREFERENCES))
    except NoReverseMatch:
        return ""


def _prefers_plain_text(person: Person) -> bool:
    return bool(getattr(getattr(person, "preference", None), "plain_text", False))


def _as_html(sheet: Sheet) -> str:
    """Below the size at which mail programs cut; if it is too much, the last items are only counted."""
    template = engines["jinja2"].get_template(TEMPLATE)
    context = {**asdict(sheet), "items": sheet.items}
    page = str(template.render(context))
    shown = len(sheet.items)
    while len(page.encode()) > LARGEST_HTML and shown > 1:
        shown //= 2
        more = _more(len(sheet.items) - shown)
        page = str(template.render({**context, "items": sheet.items[:shown], "more": more}))
    # One thing that is too long by itself is read as text.
    return page if len(page.encode()) <= LARGEST_HTML else ""


def _as_text(sheet: Sheet) -> str:
    several = len(sheet.items) > 1
    parts = [sheet.answerable] if sheet.answerable else []
    parts += [f"* {item.subject}\n\n{item.text}" if several else item.text for item in sheet.items]
    foot = [sheet.more, sheet.why]
    choose, no_more = _("Choose what you hear of:"), _("Hear no more of this kind:")
    foot += [f"{choose} {sheet.preferences}"] if sheet.preferences else []
    foot += [f"{no_more} {sheet.unsubscribe}"]
    signed = "\n".join(line for line in foot if line)
    return "\n\n".join([*parts, f"-- \n{sheet.site_name}\n{signed}"]) + "\n"


def _plain(template: str, macro: str, it: object) -> str:
    """The macro escapes what it is given, as all templates do; plain text needs the words as they are."""
    return html.unescape(str(drawn(template, macro, it)))


def _tidy(text: str) -> str:
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
