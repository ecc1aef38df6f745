"""What people may write."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from hemicycle.threads import actions


class LetterForm(forms.Form):
    """One letter; the hidden name of the form keeps a second press of the button from sending it twice."""

    text = forms.CharField(
        label=_("Your letter"),
        help_text=_("Everybody in this conversation reads it and hears of it by mail. Letters cannot be changed."),
        # Emptiness and length are told by the verb, in the same words as to those who write by mail.
        required=True,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        error_messages={"required": _("Write something first; an empty letter says nothing.")},
    )
    once = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)

    def clean_text(self) -> str:
        return actions.cleaned(self.cleaned_data["text"])

    def clean_once(self) -> str:
        given = self.cleaned_data["once"]
        return f"page:{given}" if given else ""
