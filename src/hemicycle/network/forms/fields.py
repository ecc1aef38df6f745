"""Fields that several forms of this package share."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core import days
from hemicycle.kit.typed import one_line, plain
from hemicycle.network import queries
from hemicycle.network.states import BodyKind

# Nobody holds an office for longer than this from today on; it is a slip of the finger.
MOST_YEARS = 20


class LineField(forms.CharField):
    """One line of text as everybody will read it."""

    def to_python(self, value: Any) -> str:
        return super().to_python(one_line(str(value)) if value not in self.empty_values else value)


class WordsField(forms.CharField):
    """Several lines of text as everybody will read them."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return super().to_python(plain(str(value)) if value not in self.empty_values else value)


class UntilField(forms.DateField):
    """The last day of a term, which is not over and not beyond what anybody can promise."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {"invalid": gettext_lazy("Write the day as 2027-12-31.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **options)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        today = days.today()
        if value is not None and value < today:
            raise ValidationError(_("This day is over; choose today or a later one."))
        if value is not None and value.year > today.year + MOST_YEARS:
            raise ValidationError(_("This day is too far away."))


def body_choices() -> list[tuple[str, str]]:
    """Bodies in which one can have a seat, by country; a parliament of one chamber is its chamber."""
    register = queries.register()
    seated = [house for house in register.houses.values() if house_for_seats(house.key) == house]
    return sorted(((house.key, house.title) for house in seated), key=lambda choice: choice[1].casefold())


def house_for_seats(key: str) -> queries.House | None:
    """The body where a seat is meant to be when somebody names a parliament of one chamber."""
    register = queries.register()
    house = register.get(key.upper())
    chambers = register.chambers_of(house.key) if house is not None and house.kind == BodyKind.PARLIAMENT else ()
    return chambers[0] if len(chambers) == 1 else house
