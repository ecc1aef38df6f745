"""Fields that several forms of the committee share."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.kit.typed import one_line, plain
from hemicycle.steering.states import PAPER_BYTES
from hemicycle.ui.formatting import format_file_size

LOCAL = "%Y-%m-%dT%H:%M"
LANGUAGES = settings.LANGUAGES


class LineField(forms.CharField):
    """One line of text as everybody will read it."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(one_line(str(value)) if value not in self.empty_values else value))


class WordsField(forms.CharField):
    """Several lines of text as everybody will read them."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return str(super().to_python(plain(str(value)) if value not in self.empty_values else value))


class DayField(forms.DateField):
    """A day of the calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {"invalid": gettext_lazy("Write the day as 2027-12-31.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **options)


class WallField(forms.Field):
    """A day and an hour as a clock on a wall shows them; the zone is said beside."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL)

    def prepare_value(self, value: Any) -> Any:
        return value.strftime(LOCAL) if isinstance(value, datetime) else value

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        try:
            found = datetime.fromisoformat(str(value).strip()[:30])
        except ValueError:
            found = None
        if found is None or found.tzinfo is not None:
            raise ValidationError(_("Write day and hour as 2027-03-28 14:30."))
        return found.replace(second=0, microsecond=0)


class PaperField(forms.FileField):
    """A paper that is handed in, as its bytes; its content is checked when it is kept."""

    def __init__(self, **options: Any) -> None:
        hint = gettext_lazy("A PDF, or a picture of a page as JPEG or PNG, at most 10 MB.")
        super().__init__(**{"label": gettext_lazy("File"), "help_text": hint, **options})
        self.widget.attrs["accept"] = ".pdf,.jpg,.jpeg,.png"

    def clean(self, data: Any, initial: Any = None) -> Any:
        file: Any = super().clean(data, initial)
        if file is None:
            return b""
        if (file.size or 0) > PAPER_BYTES:
            message = _("The file is too large; it may have at most %(most)s.")
            raise ValidationError(message % {"most": format_file_size(PAPER_BYTES)})
        return file.read()


def choose(form: forms.Form, name: str, choices: Iterable[Any]) -> None:
    """Give a field of choices what there is to choose now."""
    field: Any = form.fields[name]
    field.choices = list(choices)
