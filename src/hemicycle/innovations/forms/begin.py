"""How a description begins: whose it is, in which language, under what title."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hemicycle.innovations.forms.fields import Line
from hemicycle.ui.languages import native_name


class BeginForm(forms.Form):
    """The first page of a new case."""

    body = forms.ChoiceField(
        label=_("Whose work it is"), error_messages={"required": _("Choose the house whose work it is.")}
    )
    language = forms.ChoiceField(
        label=_("The language in which you write"),
        help_text=_("Write in the language in which you think best; translations follow."),
    )
    title = Line(
        label=_("Title"),
        most=150,
        required=True,
        help_text=_("What you did, in plain words: “Members vote by tablet from their seats”."),
        error_messages={"required": _("Give the case a title.")},
    )

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]
        self.fields["language"].choices = [(code, native_name(code)) for code, _name in settings.LANGUAGES]  # type: ignore[attr-defined]
        self.use_required_attribute = False
