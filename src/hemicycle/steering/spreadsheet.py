"""The columns of decisions as a spreadsheet."""

from collections.abc import Callable, Mapping
from typing import Any

from hemicycle.core import exports
from hemicycle.core.catalogue import Record


def _fact(name: str) -> Callable[[Record], Any]:
    return lambda record: record.facts.get(name)


COLUMNS: Mapping[str, Callable[[Record], Any]] = {
    "uid": lambda record: str(record.uid),
    "number": _fact("number"),
    "title": exports.title,
    "taken_on": _fact("taken_on"),
    "taken": _fact("taken"),
    "followed_up_by": _fact("followed_up_by"),
    "follows_up": _fact("follows_up"),
    "due": _fact("due"),
    "state": _fact("state"),
    "outcome": _fact("outcome"),
    "settled_on": _fact("settled_on"),
}
