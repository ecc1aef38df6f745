"""Fields for days that may be known only as a month or a year, and for money."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core.dates import is_partial_date
from hemicycle.network.forms.fields import LineField

HOW = gettext_lazy("As exactly as it is known: 2026, 2026-01 or 2026-01-05.")


class MomentField(LineField):
    """A day, a month or a year, written with four digits for the year first."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=10, **{"help_text": HOW, **options})

    def clean(self, value: Any) -> str:
        moment = str(super().clean(value))
        if moment and not is_partial_date(moment):
            raise ValidationError(_("“%(date)s” is not a date; write 2026, 2026-01 or 2026-01-05.") % {"date": moment})
        return moment


class DayField(forms.CharField):
    """One day of the calendar."""

    widget = forms.DateInput(attrs={"type": "date"})

    def clean(self, value: Any) -> str:
        day = str(super().clean(value)).strip()
        if day and (len(day) != len("2027-01-01") or not is_partial_date(day)):
            raise ValidationError(_("Give the day, such as 2027-01-01."))
        return day
