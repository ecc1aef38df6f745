"""What people may type about terms of the vocabulary; forms clean and never save."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hemicycle.kit.typed import one_line, plain
from hemicycle.topics.queries import vocabulary
from hemicycle.topics.states import BRANCHES, CLOSED, LONGEST_LABEL
from hemicycle.ui.languages import native_name

OF_LABEL = "label_"


class TermForm(forms.Form):
    """A term by its labels; where a language has none, English stands in."""

    note = forms.CharField(
        label=_("What belongs here"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("In English; it stands on the page of the term."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for language, _name in settings.LANGUAGES:
            self.fields[f"{OF_LABEL}{language}"] = forms.CharField(
                label=native_name(language),
                required=language == "en",
                max_length=LONGEST_LABEL,
                widget=forms.TextInput({"lang": language, "dir": "auto"}),
            )
        self.order_fields(["parent", *(f"{OF_LABEL}{language}" for language, _name in settings.LANGUAGES), "note"])

    def clean(self) -> dict[str, Any]:
        """The labels together under `labels`, each on one line."""
        said: dict[str, Any] = super().clean() or {}
        labels = {code: one_line(said.get(f"{OF_LABEL}{code}", "")) for code, _name in settings.LANGUAGES}
        return {**said, "labels": labels, "note": plain(said.get("note", ""))}


def places() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every branch that is open, with the terms in it; a term may stand below another."""
    known = vocabulary()
    return [
        (
            known.terms[name].label,
            [(name, known.terms[name].label), *((one.code, one.label) for one in known.branch(name))],
        )
        for name in BRANCHES
        if name in known.terms and name not in CLOSED
    ]


class NewTermForm(TermForm):
    """The same, with the place where it is to stand."""

    parent = forms.ChoiceField(label=_("Stands below"), choices=places)
