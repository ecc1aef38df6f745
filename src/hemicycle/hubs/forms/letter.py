"""A letter in the talks about an offer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hemicycle.hubs.forms.fields import once_field
from hemicycle.threads import actions as threads


class LetterForm(forms.Form):
    """What one side writes to the other."""

    text = forms.CharField(
        label=_("Your letter"),
        help_text=_("The other side reads it and hears of it by mail. Letters cannot be changed."),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        error_messages={"required": _("Write something first; an empty letter says nothing.")},
    )
    once = once_field()

    def clean_text(self) -> str:
        return threads.cleaned(self.cleaned_data["text"])

    def clean_once(self) -> str:
        given: Any = self.cleaned_data["once"]
        return f"page:{given}" if given else ""
