"""A work plan as it is typed: what the year is for, and its activities below one another."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from hemicycle.core.dates import earliest, latest
from hemicycle.hubs.actions import Planned
from hemicycle.hubs.forms.fields import NONE, Line, Moment, Prose, choose, language_field
from hemicycle.hubs.models import Activity
from hemicycle.hubs.states import MOST_ACTIVITIES, ActivityState

EMPTY_ROWS = 2


class PlanForm(forms.Form):
    """What holds for the whole plan."""

    language = language_field()
    note = Prose(
        label=gettext_lazy("What the year is for"),
        required=False,
        rows=3,
        most=2_000,
        help_text=gettext_lazy("In a revision: why the plan changes."),
    )
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10_000, required=False)

    def clean_after(self) -> int:
        return self.cleaned_data["after"] or 0


class ActivityForm(forms.Form):
    """One activity; without a title and anything else it is an empty row."""

    uid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = Line(label=gettext_lazy("Title of the activity"), required=False)
    since = Moment(label=gettext_lazy("From"), help_text="")
    until = Moment(label=gettext_lazy("To"), help_text="")
    state = forms.ChoiceField(label=gettext_lazy("Where it stands"), choices=ActivityState.choices, required=False)
    text = Prose(label=gettext_lazy("More about it"), required=False, rows=2, most=2_000)
    bodies = forms.MultipleChoiceField(
        label=gettext_lazy("Who takes it on"), required=False, widget=forms.CheckboxSelectMultiple
    )
    people = forms.MultipleChoiceField(
        label=gettext_lazy("People"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Only members see who."),
    )
    project = forms.ChoiceField(label=gettext_lazy("Part of the project"), required=False)
    out = forms.BooleanField(label=gettext_lazy("Take it out of the plan"), required=False)

    def __init__(self, *args: Any, choosable: "Choosable", **options: Any) -> None:
        super().__init__(*args, **options)
        self.choosable = choosable
        choose(self, "bodies", choosable.named["bodies"])
        choose(self, "people", choosable.named["people"])
        choose(self, "project", [NONE, *choosable.named["project"]])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        since, until = said.get("since", ""), said.get("until", "")
        if since and until and latest(until) < earliest(since):
            self.add_error("until", str(gettext_lazy("It would end before it begins.")))
        if not said.get("out") and not said.get("title") and any(said.get(name) for name in ("since", "until", "text")):
            self.add_error("title", str(gettext_lazy("Give the activity a title.")))
        return said

    @property
    def is_empty(self) -> bool:
        return bool(self.cleaned_data["out"]) or not self.cleaned_data["title"]

    @property
    def planned(self) -> Planned:
        said = self.cleaned_data
        things = self.choosable.things
        return Planned(
            title=said["title"],
            text=said["text"],
            since=said["since"],
            until=said["until"],
            state=said["state"] or ActivityState.PLANNED,
            people=tuple(things["people"][uid] for uid in said["people"]),
            bodies=tuple(things["bodies"][uid] for uid in said["bodies"]),
            project=things["project"].get(said["project"]),
            uid=said["uid"],
        )


class Choosable:
    """What can be chosen for an activity: those who take part in the hub, and projects; read once for all rows."""

    def __init__(self, **found: Mapping[str, tuple[Any, str]]) -> None:
        """By name of the field: what stands for each choice, by its value, and what it is called."""
        self.things = {name: {value: thing for value, (thing, _label) in rows.items()} for name, rows in found.items()}
        self.named = {name: [(value, label) for value, (_thing, label) in rows.items()] for name, rows in found.items()}


class Sheet:
    """All activities of a plan as one form."""

    def __init__(self, rows: Sequence[ActivityForm]) -> None:
        self.rows = rows

    def is_valid(self) -> bool:
        return [row.is_valid() for row in self.rows] == [True] * len(self.rows)

    @property
    def planned(self) -> list[Planned]:
        return [row.planned for row in self.rows if not row.is_empty]


def sheet_of(choosable: Choosable, activities: Sequence[Activity]) -> Sheet:
    """The rows of a plan as it stands, and some empty ones."""
    first: list[dict[str, Any]] = [_as_it_stands(activity) for activity in activities]
    return _sheet(choosable, first)


def sheet_sent(choosable: Choosable, data: QueryDict) -> Sheet:
    """The rows as they were sent, to be judged."""
    places = range(_rows_in(data))
    return Sheet([ActivityForm(data, prefix=f"a{place}", choosable=choosable) for place in places])


def sheet_typed(choosable: Choosable, data: QueryDict) -> Sheet:
    """The rows as they were sent, not judged, and some empty ones more."""
    return _sheet(choosable, [_as_typed(data, place) for place in range(_rows_in(data))])


def _sheet(choosable: Choosable, first: Sequence[dict[str, Any]]) -> Sheet:
    number = min(len(first) + EMPTY_ROWS, MOST_ACTIVITIES)
    wanted = [*first, *({} for _row in range(EMPTY_ROWS))][:number]
    rows = enumerate(wanted)
    return Sheet([ActivityForm(prefix=f"a{place}", initial=row, choosable=choosable) for place, row in rows])


def _as_it_stands(activity: Activity) -> dict[str, Any]:
    plainly = {name: getattr(activity, name) for name in ("uid", "title", "since", "until", "state", "text")}
    return {
        **plainly,
        "bodies": [str(body.uid) for body in activity.bodies.all()],
        "people": [str(person.uid) for person in activity.people.all()],
        "project": activity.project.slug if activity.project else "",
    }


def _as_typed(data: QueryDict, place: int) -> dict[str, Any]:
    single = ("uid", "title", "since", "until", "state", "text", "project", "out")
    return {
        **{name: data.get(f"a{place}-{name}", "") for name in single},
        **{name: data.getlist(f"a{place}-{name}") for name in ("bodies", "people")},
    }


def _rows_in(data: QueryDict) -> int:
    typed = str(data.get("rows", ""))
    return min(int(typed), MOST_ACTIVITIES) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
