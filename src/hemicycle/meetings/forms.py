"""What people may type about meetings; forms clean and never save."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hemicycle.accounts.models import Person
from hemicycle.kit.typed import one_line, plain
from hemicycle.meetings import hosts, moments
from hemicycle.meetings.actions import Planned
from hemicycle.meetings.models import Meeting
from hemicycle.meetings.states import LONGEST_TEXT, LONGEST_TITLE, Opening, Sort
from hemicycle.network.models import Body

LOCAL = "%Y-%m-%dT%H:%M"


class LineField(forms.CharField):
    """One line of text as everybody will read it."""

    widget = forms.TextInput(attrs={"dir": "auto"})

    def to_python(self, value: Any) -> str:
        return str(super().to_python(one_line(str(value)) if value not in self.empty_values else value))


class WordsField(forms.CharField):
    """Several lines of text as everybody will read them."""

    widget = forms.Textarea(attrs={"dir": "auto"})

    def to_python(self, value: Any) -> str:
        return str(super().to_python(plain(str(value)) if value not in self.empty_values else value))


class WallField(forms.Field):
    """A day and an hour as a clock on a wall shows them; the zone is said beside."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL)

    def prepare_value(self, value: Any) -> Any:
        return value.strftime(LOCAL) if isinstance(value, datetime) else value

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        try:
            found = datetime.fromisoformat(str(value).strip())
        except ValueError:
            found = None
        if found is None or found.tzinfo is not None or len(str(value)) > 30:
            raise ValidationError(_("Write day and hour as 2027-03-28 14:30."))
        return found.replace(second=0, microsecond=0)


class AddressField(forms.URLField):
    """An address of the web; one that a browser would not open safely is not taken."""

    def __init__(self, **options: Any) -> None:
        super().__init__(assume_scheme="https", max_length=500, **options)
        self.widget.attrs["dir"] = "ltr"


class MeetingForm(forms.Form):
    """A meeting as it is to be; the hours are those of the zone that is chosen."""

    title = LineField(label=_("Title"), max_length=LONGEST_TITLE)
    language = forms.ChoiceField(
        label=_("Title and text are in"),
        choices=settings.LANGUAGES,
        help_text=_("Other languages can be added afterwards."),
    )
    text = WordsField(
        label=_("What it is about"),
        required=False,
        max_length=LONGEST_TEXT,
        help_text=_("Also who chairs and who speaks."),
    )
    begins_at = WallField(label=_("Begins"), help_text=_("Day and hour, as clocks in the time zone below show them."))
    ends_at = WallField(label=_("Ends"))
    zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=lambda: [(name, name) for name in moments.zones()],
        help_text=_("Readers see their own beside it."),
    )
    sort = forms.ChoiceField(label=_("Sort of meeting"), choices=Sort.choices, initial=Sort.WEBINAR)
    opening = forms.ChoiceField(
        label=_("Who may come"),
        choices=Opening.choices,
        help_text=_("Only a meeting for anybody stands in the public calendar."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken"),
        required=False,
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
    )
    place = LineField(
        label=_("Place"), required=False, max_length=200, help_text=_("Leave empty if it is held online alone.")
    )
    joining_address = AddressField(
        label=_("Joining link"),
        required=False,
        help_text=_("Only those who register see it; it can be added later."),
    )
    once = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, body: Body, zone: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        called = {**dict(Opening.choices), Opening.MEMBERS.value: hosts.members_words(body)}
        opening: Any = self.fields["opening"]
        opening.choices = list(called.items())
        if zone and zone not in moments.zones():
            # What was set before stays choosable, also under a name that is out of use.
            field: Any = self.fields["zone"]
            field.choices = [(zone, zone), *[(name, name) for name in moments.zones()]]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for name in ("begins_at", "ends_at"):
            if said.get(name) and said.get("zone"):
                try:
                    said[name] = moments.meant(said[name], said["zone"])
                except ValidationError as fault:
                    self.add_error(name, fault)
                except OverflowError:
                    self.add_error(name, str(_("This day is too far away; look at the year.")))
        return said

    @property
    def planned(self) -> Planned:
        """What was typed, once it was found right."""
        names = Planned.__dataclass_fields__
        return Planned(**{name: value for name, value in self.cleaned_data.items() if name in names})


def of_meeting(meeting: Meeting, words: dict[str, str], language: str) -> dict[str, Any]:
    """A meeting as its form shows it at first, with its words in one language."""
    plainly = ("zone", "sort", "opening", "languages", "place", "joining_address")
    return {
        **{name: getattr(meeting, name) for name in plainly},
        "title": words.get("title", ""),
        "text": words.get("text", ""),
        "language": language,
        "begins_at": moments.on_the_wall(meeting.begins_at, meeting.zone),
        "ends_at": moments.on_the_wall(meeting.ends_at, meeting.zone),
        "seen": meeting.sequence,
    }


class WordsForm(forms.Form):
    """The words of a meeting in another language."""

    language = forms.ChoiceField(label=_("Language"))
    title = LineField(label=_("Title"), max_length=LONGEST_TITLE)
    text = WordsField(label=_("What it is about"), required=False, max_length=LONGEST_TEXT)

    def __init__(self, *args: Any, languages: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["language"]
        field.choices = languages


class RecordForm(forms.Form):
    """What is left of a meeting that took place."""

    recording_address = AddressField(label=_("Address of the recording"), required=False)
    language = forms.ChoiceField(label=_("The notes are in"))
    notes = WordsField(label=_("Notes"), required=False, max_length=LONGEST_TEXT)

    def __init__(self, *args: Any, languages: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["language"]
        field.choices = languages


class InviteForm(forms.Form):
    """Who of those inside is asked to come."""

    people = forms.ModelMultipleChoiceField(
        label=_("Members"), queryset=Person.objects.none(), to_field_name="uid", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, people: Iterable[UUID], named: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["people"]
        field.queryset = Person.objects.filter(uid__in=list(people), is_active=True).order_by("name", "pk")
        field.label_from_instance = named
