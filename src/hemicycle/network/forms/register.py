"""What the secretariat types about bodies of the register and the facts about them."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hemicycle.core.dates import fault_of_period, is_partial_date
from hemicycle.network import queries, wording
from hemicycle.network.forms.fields import LineField, WordsField
from hemicycle.network.forms.moments import HOW, MomentField
from hemicycle.network.forms.partners import SourceFields
from hemicycle.network.states import FACT_VALUES, ChamberKind, FactName
from hemicycle.ui.languages import native_name

OF_NAME = "name_"
OTHER_LANGUAGES = [code for code, _name in settings.LANGUAGES if code != "en"]
# Some sources speak of a fiscal year.
TIME = re.compile(r"FY\d{4}")
LANGUAGE = re.compile(r"^[a-z]{2,3}\Z")
LONGEST_TERM = 20


class BodyForm(SourceFields):
    """What a body is called, and from where that is known."""

    name = LineField(label=gettext_lazy("Name in English"), max_length=200)
    name_doubtful = forms.BooleanField(label=gettext_lazy("The English name is doubtful"), required=False)
    name_local = LineField(
        label=gettext_lazy("Name in its own language"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("As the body itself writes it; names of institutions are never translated here."),
    )
    name_local_doubtful = forms.BooleanField(label=gettext_lazy("That name is doubtful"), required=False)
    name_note = WordsField(
        label=gettext_lazy("Remark on the names, in English"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
    )
    note = WordsField(
        label=gettext_lazy("Remark on the body, in English"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for code in OTHER_LANGUAGES:
            self.fields[f"{OF_NAME}{code}"] = LineField(
                label=_("Official name: %(language)s") % {"language": native_name(code)},
                required=False,
                max_length=200,
                widget=forms.TextInput({"lang": code, "dir": "auto"}),
            )
        self.fields["source_title"].required = False
        self.fields["source_title"].help_text = _("Needed wherever a name is new or other than before.")
        names = ("name", "name_doubtful", "name_local", "name_local_doubtful")
        official = (f"{OF_NAME}{code}" for code in OTHER_LANGUAGES)
        first = ("parliament", "sort", "short_name")
        self.order_fields([*first, *names, *official, "name_note", "note", "source_title", "source_address"])

    def clean(self) -> dict[str, Any]:
        """The official names together under `names`, as the verbs take them."""
        said: dict[str, Any] = super().clean() or {}
        names = {code: said.pop(f"{OF_NAME}{code}", "") for code in OTHER_LANGUAGES}
        return {**said, "names": {code: name for code, name in names.items() if name}}


def parliaments() -> list[tuple[str, str]]:
    found = [(house.key, house.title) for house in queries.register().parliaments]
    return sorted(found, key=lambda choice: choice[1].casefold())


class ChamberForm(BodyForm):
    """A chamber that is not in the register yet."""

    parliament = forms.ChoiceField(label=gettext_lazy("Parliament"), choices=parliaments)
    sort = forms.ChoiceField(label=gettext_lazy("Which chamber"), choices=ChamberKind.choices)


class RegionalBodyForm(BodyForm):
    """A parliamentary body of a region."""

    short_name = LineField(
        label=gettext_lazy("Short name"),
        max_length=20,
        help_text=gettext_lazy("Letters such as EP; its key and its address are made from them and stay."),
    )


class FactForm(SourceFields):
    """A value for a period, from a source that is known here or named anew; the field follows what the fact is."""

    since = MomentField(label=gettext_lazy("Since"), required=False)
    until = MomentField(
        label=gettext_lazy("Until"),
        required=False,
        help_text=gettext_lazy("Only if it holds no longer; other periods are not closed by this one."),
    )
    as_of = LineField(
        label=gettext_lazy("The source speaks of"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("A year, a month or a day, or a fiscal year such as FY2026."),
    )
    doubtful = forms.BooleanField(label=pgettext_lazy("fact", "Doubtful"), required=False)
    note = WordsField(
        label=gettext_lazy("Remark in English"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    source = forms.ChoiceField(label=gettext_lazy("Source"), required=False)
    field_order = ("value", "since", "until", "as_of", "source", "source_title", "source_address", "doubtful", "note")

    def __init__(self, *args: Any, fact: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fact = fact
        self.fields["value"] = value_field(fact)
        source: Any = self.fields["source"]
        source.choices = known_sources()
        self.fields["source_title"].required = False
        self.fields["source_title"].help_text = _("Where it is not in the list above.")
        self.order_fields(self.field_order)

    def clean_value(self) -> str:
        value = self.cleaned_data["value"]
        # Half a year stands as 0.5, four years as 4.
        return f"{value:g}" if isinstance(value, float) else str(value).strip()

    def clean_as_of(self) -> str:
        moment = str(self.cleaned_data["as_of"])
        if moment and not (TIME.fullmatch(moment) or is_partial_date(moment)):
            raise ValidationError(_("“%(date)s” is not a date; write 2026, 2026-01 or 2026-01-05.") % {"date": moment})
        return moment

    def clean(self) -> Mapping[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if "since" in said and "until" in said and fault_of_period(said["since"], said["until"]):
            self.add_error("until", _("It would end before it begins."))
        if not said.get("source") and not said.get("source_title"):
            self.add_error("source", _("Choose where this is known from, or name a source that is not in the list."))
        return {**said, "name": self.fact}


def value_field(fact: str) -> forms.Field:
    """The field for one kind of fact, so that nothing is typed that the register would not take."""
    label = FactName(fact).label
    if fact in FACT_VALUES:
        named = ((value, wording.said(fact, value)) for value in FACT_VALUES[fact])
        return forms.ChoiceField(label=label, choices=sorted(named, key=lambda choice: str(choice[1])))
    if fact in {FactName.SEATS, FactName.POPULATION}:
        return forms.IntegerField(label=label, min_value=1, max_value=9_999_999_999)
    if fact == FactName.TERM_YEARS:
        return forms.FloatField(label=label, min_value=0.5, max_value=LONGEST_TERM, help_text=_("In years."))
    if fact == FactName.LANGUAGE:
        hint = _("Its code of two or three letters, such as pt or tet.")
        return forms.RegexField(LANGUAGE, label=label, help_text=hint, error_messages={"invalid": hint})
    if fact == FactName.WEBSITE:
        return forms.URLField(label=label, max_length=250, assume_scheme="https")
    return LineField(label=label, max_length=250)


def known_sources() -> list[tuple[str, str]]:
    found = [(source.key, source.title) for source in queries.sources().values()]
    return [("", _("Another one, named below")), *sorted(found, key=lambda choice: choice[1].casefold())]


class EndOfFactForm(forms.Form):
    """When a fact ceased to hold."""

    until = MomentField(label=gettext_lazy("Until"), help_text=HOW)
