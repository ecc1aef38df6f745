"""What people may type about seats: invitations, requests, letters, ends of terms, contact lists."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from hemicycle.network import papers
from hemicycle.network.forms.fields import LineField, UntilField, WordsField, body_choices
from hemicycle.network.states import ASKED_ROLES, CONTACT_LIST_BYTES, LETTER_BYTES, Role


class InviteForm(forms.Form):
    """Who is invited into which seat."""

    email = forms.EmailField(label=_("Mail address"), max_length=254)
    name = LineField(label=_("Name"), max_length=150, help_text=_("As the person signs letters."))
    role = forms.ChoiceField(label=_("Office"))
    language = forms.ChoiceField(label=_("Language of our mail to them"), choices=settings.LANGUAGES)
    until = UntilField(
        label=_("Last day of the term"), required=False, help_text=_("Leave empty if nobody knows it yet.")
    )

    def __init__(self, *args: Any, roles: Iterable[Role], **options: Any) -> None:
        super().__init__(*args, **options)
        choices: Any = self.fields["role"]
        choices.choices = [(role.value, role.label) for role in roles]


class AskForm(forms.Form):
    """For which seat somebody asks."""

    body = forms.ChoiceField(label=_("Parliament or chamber"), choices=body_choices)
    role = forms.ChoiceField(label=_("Office"), choices=ASKED_ROLES)
    note = WordsField(
        label=_("Who you are"),
        max_length=2000,
        help_text=_("Your work in this parliament, and who there can confirm it. Only those who decide read this."),
    )
    letter = forms.FileField(
        label=_("Letter"),
        required=False,
        help_text=_(
            "A letter from the parliament that names you, as PDF, JPEG or PNG, at most 5 MB. It stays private."
        ),
    )

    def clean_letter(self) -> papers.Paper | None:
        return paper_of(self.cleaned_data.get("letter"))


class LetterForm(forms.Form):
    """A letter that goes with a request."""

    letter = forms.FileField(
        label=_("Letter"), help_text=_("A PDF, or a picture of the page as JPEG or PNG, at most 5 MB.")
    )

    def clean_letter(self) -> papers.Paper | None:
        return paper_of(self.cleaned_data["letter"])


class AcceptForm(forms.Form):
    """The term that is given with a seat."""

    until = UntilField(
        label=_("Last day of the term"), required=False, help_text=_("Leave empty if nobody knows it yet.")
    )


class RefuseForm(forms.Form):
    """Why a request is refused."""

    reason = WordsField(
        label=_("Reason"), max_length=1000, help_text=_("Who asked will read it."), widget=forms.Textarea({"rows": 3})
    )


class EndForm(forms.Form):
    """When a term ends."""

    until = UntilField(label=_("Last day of the term"))


class ContactsForm(forms.Form):
    """A contact list as a workbook; it is read by `contacts`, not here."""

    workbook = forms.FileField(label=_("Workbook"), help_text=_("XLSX without formulas and macros, at most 2 MB."))

    def clean_workbook(self) -> bytes:
        workbook: UploadedFile = self.cleaned_data["workbook"]
        if (workbook.size or 0) > CONTACT_LIST_BYTES:
            raise ValidationError(_("The file is too large; a contact list has at most 2 MB."))
        return bytes(workbook.read())


def paper_of(file: UploadedFile | None) -> papers.Paper | None:
    """What was handed in, checked by its content and not by what it calls itself."""
    if file is None:
        return None
    if (file.size or 0) > LETTER_BYTES:
        raise ValidationError(_("The file is too large; a letter has at most 5 MB."))
    try:
        return papers.checked(file.read())
    except papers.PaperRefused as refused:
        raise ValidationError(str(refused)) from refused
