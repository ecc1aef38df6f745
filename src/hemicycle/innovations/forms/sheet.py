"""One step as a whole: its form, its rows, and what they say together once they are clean."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict

from hemicycle.innovations.drafts import ROW_KEY
from hemicycle.innovations.forms.rows import ROWS, Rows
from hemicycle.innovations.forms.steps import FORMS
from hemicycle.innovations.given import Described
from hemicycle.innovations.steps import MOST_ROWS, Step


class Sheet:
    """A step as it is shown: with `values` to begin with, or with what was `typed` and is to be judged."""

    def __init__(self, step: Step, values: Mapping[str, Any], *, typed: bool = False) -> None:
        self.step = step
        self.values = values
        if typed:
            data = MultiValueDict({name: _many(value) for name, value in values.items()})
            self.form = FORMS[step.name](data)
            self.rows: dict[str, Rows] = {
                name: ROWS[name](_counted(name, values, data), prefix=name) for name in step.rows
            }
        else:
            self.form = FORMS[step.name](initial=dict(values))
            self.rows = {name: ROWS[name](initial=_listed(name, values), prefix=name) for name in step.rows}
        self.form.use_required_attribute = False

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    def described(self) -> Described:
        """What the step says; only once it is valid."""
        said = self.form.cleaned_data
        return Described(
            texts={name: said[name] for name in self.step.texts},
            columns={name: said[name] for name in self.step.columns},
            topics={branch: said[branch] for branch in self.step.branches},
            rows={name: rows.rows() for name, rows in self.rows.items()},
        )


def label_of(step: Step, name: str) -> str:
    """What a field is called, also one of a row."""
    row = ROW_KEY.fullmatch(name)
    if row:
        fields = ROWS[row["rows"]].form.base_fields
        return f"{fields[row['name']].label} ({int(row['number']) + 1})" if row["name"] in fields else name
    fields = FORMS[step.name].base_fields
    return str(fields[name].label) if name in fields else name


def _many(value: Any) -> list[str]:
    return list(value) if isinstance(value, list) else [value]


def _listed(name: str, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Rows from keys such as `measures-0-what`, in order; rows that were emptied are left out."""
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for key, value in values.items():
        match = ROW_KEY.fullmatch(key)
        if match and match["rows"] == name:
            found[int(match["number"])][match["name"]] = value
    return [found[number] for number in sorted(found)]


def _counted(name: str, values: Mapping[str, Any], data: MultiValueDict[str, str]) -> MultiValueDict[str, str]:
    numbers = [int(match["number"]) for match in map(ROW_KEY.fullmatch, values) if match and match["rows"] == name]
    total = min(max(numbers, default=-1) + 1, MOST_ROWS[name])
    return MultiValueDict({**data, f"{name}-TOTAL_FORMS": [str(total)], f"{name}-INITIAL_FORMS": ["0"]})
