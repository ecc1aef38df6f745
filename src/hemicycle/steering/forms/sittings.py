"""What people may type about sittings: calling one, its agenda, papers and minutes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.meetings import moments
from hemicycle.meetings.actions import Planned
from hemicycle.steering.actions import Item
from hemicycle.steering.forms.fields import LANGUAGES, LineField, PaperField, WallField, WordsField, choose
from hemicycle.steering.states import LONGEST_MINUTES, LONGEST_TEXT, LONGEST_TITLE, MOST_ITEMS

SPARE = 2


class SittingForm(forms.Form):
    """When and where the committee meets; the hours are those of the zone that is chosen."""

    title = LineField(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)
    language = forms.ChoiceField(
        label=gettext_lazy("Title and text are in"),
        choices=LANGUAGES,
        help_text=gettext_lazy("Other languages can be added afterwards."),
    )
    text = WordsField(label=gettext_lazy("What it is about"), required=False, max_length=LONGEST_TEXT)
    begins_at = WallField(
        label=gettext_lazy("Begins"),
        help_text=gettext_lazy("Day and hour, as clocks in the time zone below show them."),
    )
    ends_at = WallField(label=gettext_lazy("Ends"))
    zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        choices=lambda: [(name, name) for name in moments.zones()],
        help_text=gettext_lazy("Readers see their own beside it."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages spoken"),
        required=False,
        choices=LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
    )
    place = LineField(
        label=gettext_lazy("Place"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Leave empty if it is held online alone."),
    )
    joining_address = forms.URLField(
        label=gettext_lazy("Joining link"),
        required=False,
        assume_scheme="https",
        max_length=500,
        help_text=gettext_lazy("Only members who say that they come see it; it can be added later."),
    )
    once = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name in ("begins_at", "ends_at"):
            if said.get(name) and said.get("zone"):
                try:
                    said[name] = moments.meant(said[name], said["zone"])
                except ValidationError as fault:
                    self.add_error(name, fault)
                except OverflowError:
                    self.add_error(name, _("This day is too far away; look at the year."))
        return said

    @property
    def planned(self) -> Planned:
        """What was typed, once it was found right."""
        names = Planned.__dataclass_fields__
        return Planned(**{name: value for name, value in self.cleaned_data.items() if name in names})


@dataclass(frozen=True)
class Row:
    """One item of an agenda as the form shows it."""

    number: Any  # The bound field of its place in the order.
    title: Any
    text: Any
    goes: Any  # Whether it is taken off; nothing for a new one.
    uid: Any


class AgendaForm(forms.Form):
    """The agenda in one language; below the items that there are stand a few empty rows for new ones."""

    seen = forms.CharField(
        widget=forms.HiddenInput,
        max_length=40,
        label=gettext_lazy("Agenda"),
        error_messages={"required": gettext_lazy("Open this page again, and write the agenda there.")},
    )

    def __init__(self, *args: Any, count: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.count = count
        for index in range(count + SPARE):
            self.fields[f"number_{index}"] = forms.IntegerField(
                label=gettext_lazy("Place in the order"), required=False, min_value=1, max_value=999
            )
            self.fields[f"title_{index}"] = LineField(
                label=gettext_lazy("Title"), required=False, max_length=LONGEST_TITLE
            )
            self.fields[f"text_{index}"] = WordsField(
                label=gettext_lazy("What it is about"),
                required=False,
                max_length=LONGEST_TEXT,
                widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            )
            self.fields[f"goes_{index}"] = forms.BooleanField(
                label=gettext_lazy("Take this item off the agenda"), required=False
            )
            self.fields[f"uid_{index}"] = forms.UUIDField(widget=forms.HiddenInput, required=False)

    @staticmethod
    def rows_in(data: Mapping[str, Any]) -> int:
        """How many items stood in the form that was sent."""
        return min(MOST_ITEMS, sum(1 for name, value in data.items() if name.startswith("uid_") and value))

    def rows(self) -> list[Row]:
        names = ("number", "title", "text", "goes", "uid")
        return [Row(*(self[f"{name}_{index}"] for name in names)) for index in range(self.count + SPARE)]

    def items(self) -> list[Item]:
        """What was typed, in the order of the numbers; empty new rows are nothing."""
        said = self.cleaned_data
        found: list[tuple[int, int, Item]] = []
        for index in range(self.count + SPARE):
            uid: UUID | None = said.get(f"uid_{index}")
            item = Item(said[f"title_{index}"], said[f"text_{index}"], uid, bool(said[f"goes_{index}"]))
            if uid or item.title or item.text:
                found.append((said[f"number_{index}"] or 1000, index, item))
        return [item for _number, _index, item in sorted(found, key=lambda row: row[:2])]


class PaperForm(forms.Form):
    """A paper in one language."""

    title = LineField(label=gettext_lazy("Title of the paper"), max_length=LONGEST_TITLE)
    language = forms.ChoiceField(label=gettext_lazy("The paper is in"), choices=LANGUAGES)
    item = forms.ChoiceField(label=gettext_lazy("For item"), required=False)
    file = PaperField()

    def __init__(self, *args: Any, items: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        if items:
            choose(self, "item", [("", gettext_lazy("The sitting as a whole")), *items])
        else:
            del self.fields["item"]


class MinutesForm(forms.Form):
    """The minutes in one language."""

    minutes = WordsField(
        label=gettext_lazy("Minutes"),
        max_length=LONGEST_MINUTES,
        widget=forms.Textarea(attrs={"rows": 20, "dir": "auto"}),
        help_text=gettext_lazy("Members read them as soon as they are saved; everybody else once they are published."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
