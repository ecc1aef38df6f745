"""The smaller forms: asking a colleague, handing in, giving a reason, confirming, adopting, rewording, translating."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hemicycle.innovations.forms.fields import Line, PartialDate, Prose
from hemicycle.innovations.states import HEADINGS, Relation, Stage
from hemicycle.innovations.steps import titles
from hemicycle.ui.languages import native_name

NAMES: Mapping[str, Any] = {"title": _("Title"), "lead": _("In two sentences"), "objective": _("Objective"), **HEADINGS}
ONE_LINE = frozenset({"title"})


class Plain(forms.Form):
    """A form whose errors come from us, in the reader's language."""

    use_required_attribute = False


class ColleagueForm(Plain):
    """Asking a colleague to fill one step."""

    email = forms.EmailField(label=_("Their mail address"), max_length=254)
    name = Line(label=_("Their name"), most=150)
    language = forms.ChoiceField(
        label=_("The language of the mail"),
        choices=lambda: [(code, native_name(code)) for code, _n in settings.LANGUAGES],
    )
    step = forms.ChoiceField(label=_("The step that they should fill"), choices=lambda: list(titles().items()))


class SubmitForm(Plain):
    """The acceptance test that only a person can answer."""

    is_new = forms.BooleanField(
        label=_("It is new to this parliament."),
        error_messages={"required": _("The library collects what was new to the parliament that did it.")},
    )
    has_begun = forms.BooleanField(
        label=_("Work has begun; it is more than a plan."),
        error_messages={"required": _("A plan alone is a use case, not a case.")},
    )
    has_effect = forms.BooleanField(
        label=_("It has an effect, or is likely to have one."),
        error_messages={"required": _("Say under “What came of it” what effect you expect.")},
    )
    is_plain = forms.BooleanField(
        label=_("A colleague in another country would understand every sentence."),
        error_messages={"required": _("Read it once more as somebody who has never been in your building.")},
    )

    def met(self) -> frozenset[str]:
        """What was ticked, by the names of `states.ACCEPTANCE`."""
        return frozenset(name for name, ticked in self.cleaned_data.items() if ticked)


class ReasonForm(Plain):
    """Words that go into the thread."""

    reason = Prose(
        label=_("What is missing, or what you would like to know"),
        rows=5,
        most=5_000,
        required=True,
        error_messages={"required": _("Give a reason; the authors cannot mend what they are not told.")},
    )


class ConfirmForm(Plain):
    """Confirming for the chamber, with the stage of today."""

    stage = forms.ChoiceField(label=_("Stage today"), choices=Stage.choices)


class SwitchForm(Plain):
    """Which of two opposite things a button was pressed for."""

    act = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)


class AdoptForm(Plain):
    """Saying that something was taken over."""

    body = forms.ChoiceField(label=_("Which house took it over"))
    relation = forms.ChoiceField(
        label=_("How"), choices=[choice for choice in Relation.choices if choice[0] != Relation.FOLLOWS]
    )
    since = PartialDate(label=_("When"), help_text=_("A year is enough."))
    took = Prose(
        label=_("What you took over"),
        rows=4,
        most=3_000,
        required=True,
        error_messages={"required": _("Say in a sentence what you took over.")},
    )
    changed = Prose(label=_("What you changed"), rows=4, most=3_000)

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].choices = bodies  # type: ignore[attr-defined]


class WordsForm(Plain):
    """The words of a record in one language, field by field; for rewording and for translating."""

    def __init__(
        self,
        *args: Any,
        names: Iterable[str],
        measures: Mapping[str, str] | None = None,
        credited: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        for name in names:
            self.fields[name] = Line(label=NAMES[name], most=150) if name in ONE_LINE else Prose(label=NAMES[name])
        for key, label in (measures or {}).items():
            self.fields[f"measure-{key}"] = Line(label=_("Figure: %(label)s") % {"label": label}, most=200)
        if credited:
            self.fields["credit"] = Line(
                label=_("Translated by"), most=200, help_text=_("The name that readers see below the translation.")
            )

    def words(self) -> dict[str, Any]:
        """The fields that say something, with the names of figures below one key, as texts keep them."""
        said = {name: value for name, value in self.cleaned_data.items() if value and name != "credit"}
        measures = {name.removeprefix("measure-"): said.pop(name) for name in list(said) if name.startswith("measure-")}
        return {**said, "measures": measures} if measures else said
