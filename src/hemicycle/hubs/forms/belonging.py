"""What people may type about membership: asking, inviting, refusing, naming correspondents, giving offices."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.accounts.models import Person
from hemicycle.hubs.forms.fields import Line, Prose, choose, language_field
from hemicycle.hubs.states import LONGEST_NOTE
from hemicycle.network.states import Role

# Nobody holds an office for longer than this from today on; it is a slip of the finger.
MOST_YEARS = 20


class AskForm(forms.Form):
    """A body asks to take part."""

    body = forms.ChoiceField(label=gettext_lazy("Who asks"))
    note = Prose(
        label=gettext_lazy("What you expect, and what you bring"),
        required=False,
        rows=4,
        most=LONGEST_NOTE,
        help_text=gettext_lazy("Those who run the hub read it, and nobody else."),
    )

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self, "body", bodies)


class InviteForm(forms.Form):
    """Those who run the hub invite a body."""

    body = forms.ChoiceField(label=gettext_lazy("Parliament, chamber or organisation"))
    note = Prose(
        label=gettext_lazy("What you write to them"),
        required=False,
        rows=4,
        most=LONGEST_NOTE,
        help_text=gettext_lazy("Those who speak for the body read it, and nobody else."),
    )

    def __init__(self, *args: Any, bodies: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choose(self, "body", bodies)


class RefuseForm(forms.Form):
    """Why a request is refused."""

    reason = Prose(
        label=gettext_lazy("Reason"),
        rows=3,
        most=LONGEST_NOTE,
        help_text=gettext_lazy("The body that asked reads it."),
        error_messages={"required": gettext_lazy("Say why, in a sentence that the body that asked can act on.")},
    )


class CorrespondentsForm(forms.Form):
    """Who writes for a member; somebody new is found or invited by their mail address."""

    people = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Correspondents"),
        queryset=Person.objects.none(),
        required=False,
        to_field_name="uid",
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Of those who have a seat with you. They read and write for you inside the hub."),
    )
    email = forms.EmailField(
        label=gettext_lazy("Somebody else, by mail address"),
        required=False,
        max_length=254,
        help_text=gettext_lazy("Whoever has no seat with you yet is invited to one as a contributor."),
    )
    name = Line(label=gettext_lazy("Their name"), required=False, most=150)
    language = language_field(gettext_lazy("Language of our mail to them"))

    field_order = ("people", "email", "name", "language")

    def __init__(self, *args: Any, people: Iterable[int], named: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["people"]
        field.queryset = Person.objects.filter(pk__in=list(people), is_active=True).order_by("name", "pk")
        field.label_from_instance = named


class OfficeForm(forms.Form):
    """Somebody is given an office of the hub."""

    email = forms.EmailField(label=gettext_lazy("Mail address"), max_length=254)
    name = Line(label=gettext_lazy("Name"), most=150, help_text=gettext_lazy("As the person signs letters."))
    role = forms.ChoiceField(
        label=gettext_lazy("Office"),
        choices=[
            (Role.COORDINATOR.value, gettext_lazy("Coordinator: runs the hub")),
            (Role.STEERING_MEMBER.value, gettext_lazy("Member of the hub’s steering group")),
        ],
        widget=forms.RadioSelect,
    )
    language = language_field(gettext_lazy("Language of our mail to them"))
    until = forms.DateField(
        label=gettext_lazy("Last day of the term"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Leave empty if nobody knows it yet."),
        error_messages={"invalid": gettext_lazy("Write the day as 2027-12-31.")},
    )

    def clean_until(self) -> date | None:
        value: date | None = self.cleaned_data["until"]
        today = timezone.localdate()
        if value is not None and value < today:
            raise ValidationError(_("This day is over; choose today or a later one."))
        if value is not None and value.year > today.year + MOST_YEARS:
            raise ValidationError(_("This day is too far away."))
        return value
