"""The columns of the calendar as a spreadsheet."""

from collections.abc import Callable, Mapping
from typing import Any

from hemicycle.core import exports
from hemicycle.core.catalogue import Record


def _fact(name: str) -> Callable[[Record], Any]:
    return lambda record: record.facts.get(name)


COLUMNS: Mapping[str, Callable[[Record], Any]] = {
    "uid": lambda record: str(record.uid),
    "title": exports.title,
    "begins": lambda record: record.facts["begins"].isoformat(),
    "ends": lambda record: record.facts["ends"].isoformat(),
    "zone": _fact("zone"),
    "state": _fact("state"),
    "sort": lambda record: record.facets["sort"][0],
    "held_by": _fact("held_by"),
    "held_by_name": _fact("held_by_name"),
    "languages": _fact("languages"),
    "place": _fact("place"),
    "recording": _fact("recording"),
}
