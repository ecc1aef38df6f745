"""Reads a letter as it came: who sent it, by what machine if by one, and its words."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import getaddresses
from html.parser import HTMLParser

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from hemicycle.kit.typed import one_line

# Mail programs nest three or four deep.
DEEPEST = 20
TEXT_TYPES = ("text/plain", "text/html")
BREAKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "blockquote"})
SILENT = frozenset({"style", "script", "head", "title"})
QUOTES = frozenset({"blockquote"})
# By these classes mail programs mark what they quote.
QUOTE_CLASSES = frozenset({"gmail_quote", "gmail_quote_container", "moz-cite-prefix", "yahoo_quoted"})
# As mail programs write them in our languages, and others often seen.
ANSWER_MARKS = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv|res|enc|sv|رد|تحويل)\s*(?:\[\d+\])?\s*[:：]\s*)+", re.IGNORECASE)
LONGEST_SUBJECT = 300
MARKS_OF_MACHINES = ("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress-Reply")
BULK = frozenset({"bulk", "junk", "list", "auto_reply"})


class UnreadableLetter(ValueError):
    """No mail program could have written this."""


@dataclass(frozen=True)
class Parsed:
    """What matters of a letter."""

    message_id: str
    sender: str  # The one address in From, in lower case; empty if there is none or more than one.
    by_machine: bool
    from_list: bool  # Whether a mailing list passed it on.
    subject: str  # On one line, without what mail programs put before it.
    references: str  # The names of the mails that it answers, in their angle brackets.
    text: str  # Everything that was written, quotations among it.
    attachments: int  # How many parts are not words; they are not taken over.


def parsed(content: bytes) -> Parsed:
    """Never acts on what it finds, opens no attachment, and fails in one way only."""
    try:
        message = read(content)
        parts = list(_parts(message))
        return Parsed(
            message_id=_header(message, "Message-ID")[:200],
            sender=_sender(message),
            by_machine=_is_by_machine(message),
            from_list=bool(message.get("List-Id") or message.get("List-Post")),
            subject=_subject(message),
            references=f"{_header(message, 'References')} {_header(message, 'In-Reply-To')}"[:10_000],
            text=_words(parts),
            attachments=sum(_is_attachment(part) for part in parts),
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # The parser of the standard library fails on hostile letters in ways of its own.
        raise UnreadableLetter(type(error).__name__) from error


def read(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        raise UnreadableLetter("no message")
    return message


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _subject(message: EmailMessage) -> str:
    """Whoever answers or forwards did not write “Re:” themselves."""
    return ANSWER_MARKS.sub("", one_line(_header(message, "Subject")))[:LONGEST_SUBJECT]


def _sender(message: EmailMessage) -> str:
    """Two senders are no sender: nobody could say whose words they are."""
    found = getaddresses([str(value) for value in message.get_all("From", [])])
    sender = found[0][1].strip().lower() if len(found) == 1 else ""
    try:
        validate_email(sender)
    except ValidationError:
        return ""
    return sender


def _is_by_machine(message: EmailMessage) -> bool:
    submitted = _header(message, "Auto-Submitted").lower()
    return (
        (bool(submitted) and submitted != "no")
        or _header(message, "Precedence").lower() in BULK
        or any(message.get(name) for name in MARKS_OF_MACHINES)
        or _header(message, "Return-Path") == "<>"
        or message.get_content_type() == "multipart/report"
    )


def _parts(message: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """What the letter itself is made of; a letter inside of it is an attachment, whatever it says."""
    inside = message.get_payload() if message.get_content_maintype() == "multipart" and depth < DEEPEST else None
    if not isinstance(inside, list) or message.get_content_disposition() == "attachment":
        yield message
        return
    for part in inside:
        if isinstance(part, EmailMessage):
            yield from _parts(part, depth + 1)


def _is_attachment(part: EmailMessage) -> bool:
    return part.get_content_type() not in TEXT_TYPES or part.get_content_disposition() == "attachment"


def _words(parts: list[EmailMessage]) -> str:
    """The plain text where there is one, else what the HTML says."""
    for wanted in TEXT_TYPES:
        texts = [_decoded(part) for part in parts if part.get_content_type() == wanted and not _is_attachment(part)]
        if any(text.strip() for text in texts):
            return "\n".join(texts if wanted == "text/plain" else map(_from_html, texts))
    return ""


def _decoded(part: EmailMessage) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    try:
        return content.decode(part.get_content_charset() or "utf-8", errors="replace")
    except LookupError:
        return content.decode("utf-8", errors="replace")


def _from_html(page: str) -> str:
    reader = _Words()
    reader.feed(page)
    reader.close()
    return reader.text()


class _Words(HTMLParser):
    """The words of an HTML letter; what is marked as quoted begins with a mark, as in plain text."""

    VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "wbr", "col", "area", "base", "source"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = [[]]
        self.open: list[tuple[str, bool]] = []  # Open elements, and whether they quote.
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BREAKS:
            self._break()
        if tag in self.VOID:
            return
        classes = set((dict(attrs).get("class") or "").split())
        self.open.append((tag, tag in QUOTES or bool(classes & QUOTE_CLASSES)))
        self.silent += tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag in BREAKS:
            self._break()
        while any(name == tag for name, _quotes in self.open):
            name, _quotes = self.open.pop()
            self.silent -= name in SILENT
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.silent or not data.strip():
            return
        if not self.lines[-1] and any(quotes for _name, quotes in self.open):
            self.lines[-1].append("> ")
        self.lines[-1].append(data)

    def text(self) -> str:
        return "\n".join(" ".join("".join(line).split()) for line in self.lines)

    def _break(self) -> None:
        self.lines.append([])
