"""Hubs, outputs and updates as tables: which columns a CSV file has."""

from collections.abc import Callable, Mapping
from typing import Any

from hemicycle.core.catalogue import Record

Column = Callable[[Any], Any]


def _title(record: Record) -> str:
    return record.titles.get("en") or record.titles[record.original]


def _lead(record: Record) -> str:
    return record.leads.get("en") or record.leads.get(record.original, "")


def _credit(required: Mapping[str, Mapping[str, str]]) -> str:
    """A credit line and its disclaimer, in English or in the language in which they were written first."""
    said = [words.get("en") or next(iter(words.values()), "") for words in required.values()]
    return " ".join(part for part in said if part)


HUB_COLUMNS: Mapping[str, Column] = {
    "uid": lambda record: str(record.uid),
    "slug": lambda record: record.key,
    "name": lambda record: record.facts["name"],
    "sort": lambda record: " ".join(record.facets["sort"]),
    "state": lambda record: " ".join(record.facets["state"]),
    "purpose": _lead,
    "began": lambda record: record.facts["began"],
    "languages": lambda record: " ".join(record.facts["languages"]),
    "hosts": lambda record: " ".join(host["body"] for host in record.facts["hosts"]),
    "members": lambda record: " ".join(member["body"] for member in record.facts["members"]),
    "compiled_on": lambda record: record.facts["compiled_on"],
    "sources": lambda record: " ".join(record.facts["sources"]),
}
OUTPUT_COLUMNS: Mapping[str, Column] = {
    "uid": lambda record: str(record.uid),
    "hub": lambda record: record.facts["hub"],
    "sort": lambda record: " ".join(record.facets["sort"]),
    "dated": lambda record: record.facts["dated"],
    "title": _title,
    "text": _lead,
    "address": lambda record: record.facts["address"],
    "project": lambda record: record.facts["project"],
    "credits": lambda record: [_credit(one) for one in record.facts["credits"]],
    "sources": lambda record: " ".join(record.facts["sources"]),
}
UPDATE_COLUMNS: Mapping[str, Column] = {
    "uid": lambda record: str(record.uid),
    "hub": lambda record: record.facts["hub"],
    "published_at": lambda record: record.facts["published_at"],
    "title": _title,
    "text": _lead,
}
