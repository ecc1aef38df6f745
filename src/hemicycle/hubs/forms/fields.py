"""Fields that make what was typed or pasted plain, and say in one sentence what is wrong."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core import papers
from hemicycle.hubs import pictures
from hemicycle.hubs.states import LONGEST_TEXT, LONGEST_TITLE, PAPER_BYTES, PICTURE_BYTES
from hemicycle.kit.pasted import pasted, pasted_line
from hemicycle.ui.formatting import format_file_size
from hemicycle.ui.languages import native_name

PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
WEB = re.compile(r"https?://[^\s<>\"'`\\{}|^]{3,}", re.IGNORECASE)
HOW_EXACT = gettext_lazy("As exactly as it is known: 2026, 2026-03 or 2026-03-15.")
WRITTEN_IN = gettext_lazy("The language in which you write")
NONE = ("", gettext_lazy("None"))
Choices = list[tuple[str, Any]]


class Line(forms.CharField):
    """One line of text."""

    def __init__(self, *, most: int = LONGEST_TITLE, **options: Any) -> None:
        super().__init__(max_length=most, **options)
        self.widget.attrs.setdefault("dir", "auto")

    def to_python(self, value: Any) -> str:
        return str(super().to_python(pasted_line(str(value)) if value not in self.empty_values else value))


class Prose(forms.CharField):
    """Several paragraphs of plain text."""

    def __init__(self, *, rows: int = 6, most: int = LONGEST_TEXT, **options: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": rows, "dir": "auto"}), max_length=most, **options)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(pasted(str(value)) if value not in self.empty_values else value))


class Moment(Line):
    """A year, a month or a day, as exactly as it is known."""

    def __init__(self, **options: Any) -> None:
        super().__init__(most=10, **{"required": False, "help_text": HOW_EXACT, **options})
        self.widget.attrs["dir"] = "ltr"

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value))
        found = PARTIAL.fullmatch(typed)
        if not typed:
            return ""
        if found is None or not _is_date(*found.groups()):
            raise ValidationError(_("“%(date)s” is not a date; write 2026, 2026-03 or 2026-03-15.") % {"date": typed})
        year, *rest = found.groups()
        return "-".join([year, *(f"{int(part):02d}" for part in rest if part)])


class WebAddress(Line):
    """The address of a page; what a browser would not open safely is not taken."""

    def __init__(self, **options: Any) -> None:
        super().__init__(most=400, **{"required": False, **options})
        self.widget.attrs |= {"dir": "ltr", "inputmode": "url"}

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value))
        if typed and not WEB.fullmatch(typed):
            raise ValidationError(_("Write the whole address, beginning with https://"))
        return typed


class Handed(forms.FileField):
    """A file, read and checked by its content; what it is called does not matter."""

    def __init__(self, *, most: int, check: Callable[[bytes], object], **options: Any) -> None:
        super().__init__(**options)
        self.most = most
        self.check = check

    def clean(self, data: Any, initial: Any = None) -> bytes | None:
        given: Any = super().clean(data, initial)
        if given is None:
            return None
        if (given.size or 0) > self.most:
            message = _("The file is too large; it may have at most %(most)s.")
            raise ValidationError(message % {"most": format_file_size(self.most)})
        content = bytes(given.read())
        try:
            self.check(content)
        except (papers.PaperRefused, pictures.PictureRefused) as refused:
            raise ValidationError(str(refused)) from refused
        return content


def picture_field(**options: Any) -> Handed:
    return Handed(most=PICTURE_BYTES, check=pictures.checked, **options)


def paper_field(**options: Any) -> Handed:
    return Handed(most=PAPER_BYTES, check=_checked_paper, **options)


def language_field(label: Any = WRITTEN_IN, **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=languages, **options)


def languages() -> Choices:
    """The languages of the site, each by its own name."""
    return [(code, native_name(code)) for code, _name in settings.LANGUAGES]


def once_field() -> forms.UUIDField:
    """By which a form that was sent twice is known."""
    return forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)


def seen_field() -> forms.IntegerField:
    """What was read before somebody wrote, so that two who write at once do not overwrite each other."""
    return forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=1_000_000)


def choose(form: forms.Form, name: str, choices: Iterable[tuple[str, Any]]) -> None:
    """Give a field of choices what can be chosen now."""
    field: Any = form.fields[name]
    field.choices = list(choices)


def _checked_paper(content: bytes) -> papers.Paper:
    return papers.checked(content, name="paper", most=PAPER_BYTES)


def _is_date(year: str, month: str | None, day: str | None) -> bool:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return 1900 <= int(year) <= 2100
