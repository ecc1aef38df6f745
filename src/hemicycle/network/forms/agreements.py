"""What people may type about agreements: their terms, their signing, what was given."""

from collections.abc import Iterable
from typing import Any

from babel.numbers import is_currency
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hemicycle.network import papers
from hemicycle.network.forms.fields import LineField, WordsField
from hemicycle.network.forms.moments import DayField, MomentField
from hemicycle.network.queries.partnership import partnership
from hemicycle.network.states.agreements import DOCUMENT_BYTES, Gift, Level
from hemicycle.ui.formatting import format_file_size
from hemicycle.ui.languages import active_language

# While there are talks the level may still be open.
OPEN_LEVELS = [
    *((level.value, level.label) for level in Level if level != Level.UNKNOWN),
    (Level.UNKNOWN.value, gettext_lazy("Not decided yet")),
]
LARGEST_AMOUNT = 999_999_999_999
MOST_DAYS = 100_000


def hub_choices() -> list[tuple[str, str]]:
    named = sorted(partnership().hub_names.values(), key=lambda hub: hub[2].casefold())
    return [("", _("None")), *((key, name) for _uid, key, name in named)]


def project_choices() -> list[tuple[str, str]]:
    found = [(project.slug, project.words("title", active_language())[0]) for project in partnership().projects]
    return [("", _("None")), *sorted(found, key=lambda choice: choice[1].casefold())]


class TermsForm(forms.Form):
    """At which level, about what, and what both sides give and get."""

    level = forms.ChoiceField(label=pgettext_lazy("partner", "Level"), choices=OPEN_LEVELS)
    hub = forms.ChoiceField(
        label=gettext_lazy("Hub that the partner hosts"),
        required=False,
        choices=hub_choices,
        help_text=gettext_lazy("Whoever hosts a hub is a keystone partner."),
    )
    project = forms.ChoiceField(
        label=gettext_lazy("Project"),
        required=False,
        choices=project_choices,
        help_text=gettext_lazy("A project agreement names one."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the words below"), choices=settings.LANGUAGES)
    gives = WordsField(
        label=gettext_lazy("What the partner gives"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
    )
    gets = WordsField(
        label=gettext_lazy("What the partner gets"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
    )
    credit = WordsField(
        label=gettext_lazy("Credit line that the partner requires"),
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("It stands on every output of the project, in each language in which it is written."),
    )
    disclaimer = WordsField(
        label=gettext_lazy("Disclaimer that the partner requires"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, fixed: Iterable[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        for name in fixed:
            del self.fields[name]


class OpenTermsForm(TermsForm):
    """The same, with the partner."""

    body = forms.ChoiceField(label=gettext_lazy("Partner"))
    field_order = ("body",)

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choices: Any = self.fields["body"]
        choices.choices = list(bodies)


class SignForm(forms.Form):
    """What the two sides signed."""

    signed_on = MomentField(label=gettext_lazy("Signed on"))
    signatories = LineField(
        label=gettext_lazy("Signed by"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Names or offices on both sides, as the document says them. Everybody can read this."),
    )
    since = DayField(label=gettext_lazy("First day"))
    until = DayField(
        label=gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("Leave empty if it goes on until somebody ends it."),
    )


class RenewForm(SignForm):
    """What was signed anew, and which contributions go on."""

    goes_on = forms.MultipleChoiceField(
        label=gettext_lazy("Contributions that go on"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("What they are worth in the new time is recorded with the new agreement."),
    )

    def __init__(self, *args: Any, gifts: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choices: Any = self.fields["goes_on"]
        choices.choices = list(gifts)
        if not choices.choices:
            del self.fields["goes_on"]


class HandOverForm(SignForm):
    """To whom the hosting goes, and what was signed with them."""

    body = forms.ChoiceField(label=gettext_lazy("New host"))
    field_order = ("body",)

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choices: Any = self.fields["body"]
        choices.choices = list(bodies)


class LastDayForm(forms.Form):
    """When an agreement ends."""

    until = DayField(label=gettext_lazy("Last day"))


class ContributionForm(forms.Form):
    """What a partner gives, and what came of it."""

    gift = forms.ChoiceField(label=gettext_lazy("What sort of contribution"), choices=Gift.choices)
    what = LineField(label=gettext_lazy("What it is"), max_length=250)
    language = forms.ChoiceField(label=gettext_lazy("Language of your words"), choices=settings.LANGUAGES)
    amount = forms.DecimalField(
        label=gettext_lazy("Amount"),
        required=False,
        min_value=0,
        max_value=LARGEST_AMOUNT,
        decimal_places=2,
        help_text=gettext_lazy("Leave it empty, and the days too, where the value is not known."),
    )
    currency = LineField(
        label=gettext_lazy("Currency"), required=False, max_length=3, help_text=gettext_lazy("Such as CHF, EUR or USD.")
    )
    working_days = forms.IntegerField(
        label=gettext_lazy("Working days"), required=False, min_value=1, max_value=MOST_DAYS
    )
    since = MomentField(label=gettext_lazy("From"), required=False)
    until = MomentField(label=gettext_lazy("To"), required=False)
    led_to = LineField(label=gettext_lazy("What it led to"), required=False, max_length=250)
    led_to_address = forms.URLField(
        label=gettext_lazy("Where that can be seen"), required=False, max_length=400, assume_scheme="https"
    )

    def clean_currency(self) -> str:
        code = str(self.cleaned_data["currency"]).upper()
        if code and not is_currency(code):
            raise ValidationError(
                _("“%(code)s” is no currency; write it with three letters, such as EUR."), params={"code": code}
            )
        return code


class PaperForm(forms.Form):
    """A document of an agreement."""

    paper = forms.FileField(
        label=gettext_lazy("Document"),
        help_text=gettext_lazy(
            "A PDF, or a picture of the page as JPEG or PNG, at most 10 MB. Only the two sides read it."
        ),
    )

    def clean_paper(self) -> bytes:
        file: UploadedFile[Any] = self.cleaned_data["paper"]
        if (file.size or 0) > DOCUMENT_BYTES:
            words = {"most": format_file_size(DOCUMENT_BYTES)}
            raise ValidationError(_("The file is too large; it may have at most %(most)s.") % words)
        content = bytes(file.read())
        try:
            papers.checked(content, most=DOCUMENT_BYTES)
        except papers.PaperRefused as refused:
            raise ValidationError(str(refused)) from refused
        return content


class NothingForm(forms.Form):
    """A button alone; what cannot be done is said above it."""
