"""Fields that make what is typed plain, and say in one sentence what is wrong."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hemicycle.kit.typed import one_line, plain
from hemicycle.ui.languages import direction_of

PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
# A web address as people paste it; anything else, such as javascript:, is no address.
WEB = re.compile(r"https?://[^\s<>\"'`\\{}|^]{3,}", re.IGNORECASE)


class Line(forms.CharField):
    """One line of text."""

    def __init__(self, *, most: int = 200, **options: Any) -> None:
        super().__init__(max_length=most, **{"required": False, **options})

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value))


class Prose(forms.CharField):
    """Several paragraphs of plain text."""

    def __init__(self, *, rows: int = 8, most: int = 8_000, **options: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": rows}), max_length=most, **{"required": False, **options})

    def to_python(self, value: Any) -> str:
        return plain(super().to_python(value)).strip()


class PartialDate(Line):
    """A year, a month or a day, as precise as it is known."""

    def __init__(self, **options: Any) -> None:
        super().__init__(most=10, **options)

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed:
            return ""
        found = PARTIAL.fullmatch(typed)
        if found is None or not _is_date(*found.groups()):
            raise ValidationError(_("Write a year, a month or a day: 2024, 2024-05 or 2024-05-17."))
        year, month, day = found.groups()
        return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])


class WebAddress(Line):
    """The address of a page on the web."""

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if typed and not WEB.fullmatch(typed):
            raise ValidationError(_("Write the whole address, beginning with https://"))
        return typed


def spoken(form: forms.Form, names: Iterable[str], language: str) -> None:
    """Mark fields as being in this language, which need not be that of the page and its labels."""
    for name in names:
        form.fields[name].widget.attrs |= {"lang": language, "dir": direction_of(language)}


def _is_date(year: str, month: str | None, day: str | None) -> bool:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return 1900 <= int(year) <= 2100
