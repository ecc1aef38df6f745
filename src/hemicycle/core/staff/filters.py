"""By what the lists of the staff side can be narrowed, beside the words that somebody types."""

from collections.abc import Callable, Iterable
from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

Choices = Callable[[], Iterable[tuple[str, Any]]]
# narrowed(rows, value): the rows that the chosen value leaves.
Narrowed = Callable[[Any, str], Any]


def narrowing(model: Any, **by: tuple[Any, Choices, Narrowed]) -> Any:
    """A set of filters for a list: by name the label, the choices, and what each leaves."""
    filters: dict[str, Any] = {name: _filter(*each) for name, each in by.items()}
    filters["Meta"] = type("Meta", (), {"model": model, "fields": tuple(by)})
    return type(f"{model.__name__}Filters", (WagtailFilterSet,), filters)


def _filter(label: Any, choices: Choices, narrowed: Narrowed) -> Any:
    def leave(rows: Any, _name: str, value: str) -> Any:
        return narrowed(rows, value)

    made: Any = django_filters.ChoiceFilter
    return made(label=label, choices=choices, method=leave, empty_label=_("All"))
