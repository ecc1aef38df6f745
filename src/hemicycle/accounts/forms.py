"""What people may type about themselves."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from hemicycle.accounts.models import Person, Preference
from hemicycle.accounts.states import TOKEN_DAYS, Often, Scope, Topic

ADDRESS = {"autocomplete": "email", "inputmode": "email", "spellcheck": "false", "dir": "ltr"}
CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false", "dir": "ltr"}


def typed(request: HttpRequest) -> QueryDict | None:
    """What was sent, even if it was nothing; no form is judged before it was sent."""
    return request.POST if request.method == "POST" else None


class AddressForm(forms.Form):
    """A mail address to which a code is sent."""

    email = forms.EmailField(label=_("Mail address"), max_length=254, widget=forms.EmailInput(attrs=ADDRESS))


class SignInForm(AddressForm):
    shared = forms.BooleanField(
        label=_("Others use this computer too: sign me out when the browser closes"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Browsers then offer passkeys beside the addresses that they know.
        self.fields["email"].widget.attrs["autocomplete"] = "username webauthn"


class CodeForm(forms.Form):
    """A code from a mail."""

    code = forms.CharField(label=_("Code"), max_length=40, widget=forms.TextInput(attrs=CODE))


class FactorForm(forms.Form):
    """A code from an app, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("From your authenticator app, or one of your recovery codes."),
        widget=forms.TextInput(attrs=CODE),
    )


class PasswordSignInForm(AddressForm):
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class NewPasswordForm(forms.Form):
    """A password, typed once; browsers show it on demand."""

    password = forms.CharField(
        label=_("New password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, self.person)
        return password


class EmptyForm(forms.Form):
    """Nothing but a button."""


class DescribeForm(forms.ModelForm[Person]):
    """What a person is called, and in which language and time zone they are written to."""

    time_zone = forms.ChoiceField(label=_("Time zone"), choices=lambda: [(z, z) for z in sorted(available_timezones())])

    class Meta:
        model = Person
        fields = ("name", "language", "time_zone")
        labels = {"name": _("Name"), "language": _("Language")}
        help_texts = {
            "name": _("As it stands beside what you write. Others with a seat see it."),
            "language": _("In which mails are written to you."),
        }


class HearingForm(forms.ModelForm[Preference]):
    """How often a person hears of each topic."""

    class Meta:
        model = Preference
        fields = (*Topic.values, "plain_text")
        labels = {**dict(Topic.choices), "plain_text": _("Send me plain text alone")}
        widgets = {topic: forms.RadioSelect(choices=Often.choices) for topic in Topic.values}


class PasskeyForm(forms.Form):
    """A passkey that the browser made, and what to call it."""

    name = forms.CharField(
        label=_("Name"), max_length=60, required=False, help_text=_("Such as “Office laptop”, to tell it from others.")
    )
    # Read by the library alone: JSON can hold what no page can, such as half of a sign.
    credential = forms.CharField(widget=forms.HiddenInput(attrs={"data-credential": ""}))


class TokenForm(forms.Form):
    """What a new token is for."""

    name = forms.CharField(label=_("Name"), max_length=80, help_text=_("What will use it, such as “Our library site”."))
    scopes = forms.MultipleChoiceField(label=_("It may"), choices=Scope.choices, widget=forms.CheckboxSelectMultiple)
    days = forms.TypedChoiceField(label=_("It works for"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["days"]
        field.choices = [(days, _days(days)) for days in TOKEN_DAYS]  # type: ignore[attr-defined]


class LeaveForm(forms.Form):
    """The last check before an account is closed."""

    sure = forms.BooleanField(label=_("Close my account and remove my name. This cannot be undone."))


def _days(count: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}
