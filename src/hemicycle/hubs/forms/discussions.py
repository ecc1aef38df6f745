"""What members may write to open a discussion."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from hemicycle.hubs.actions import discussions as actions
from hemicycle.kit.typed import one_line
from hemicycle.threads import actions as threads


class DiscussionForm(forms.Form):
    """A matter and a first letter; the hidden name keeps a second press of the button from opening it twice."""

    title = forms.CharField(label=_("What it is about"), max_length=actions.LONGEST_TITLE)
    text = forms.CharField(
        label=_("Your letter"),
        help_text=_("All members of the hub read it and hear of it by mail. Letters cannot be changed."),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        error_messages={"required": _("Write something first; an empty letter says nothing.")},
    )
    once = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)

    def clean_title(self) -> str:
        return one_line(self.cleaned_data["title"])

    def clean_text(self) -> str:
        return threads.cleaned(self.cleaned_data["text"])

    def clean_once(self) -> str:
        given: Any = self.cleaned_data["once"]
        return f"page:{given}" if given else ""
