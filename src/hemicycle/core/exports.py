"""Open data: records as JSON, which loses nothing, and as CSV, which opens in a spreadsheet and stays harmless."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse, JsonResponse
from django.utils.translation import get_language

from hemicycle.core.catalogue import Record

CSV_TYPE = "text/csv; charset=utf-8"
SEPARATOR = "; "
# A spreadsheet takes a cell that begins like this for a formula and may act on it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Columns = Mapping[str, Callable[[Record], Any]]


def as_json(records: Iterable[Record], *, kind: str, about: Mapping[str, Any] | None = None) -> HttpResponse:
    """A collection: `{"kind", "count", …about, "items": […]}`; `about` says what holds for all, such as credits."""
    items = [document(record) for record in records]
    return _json({"kind": kind, "count": len(items), **(about or {}), "items": items})


def one_as_json(record: Record, *, about: Mapping[str, Any] | None = None) -> HttpResponse:
    """One record, with what is said `about` it beside its own members."""
    return _json({**(about or {}), **document(record)})


def as_csv(records: Iterable[Record], columns: Columns) -> HttpResponse:
    """One row per record, one column per name; several values in a cell are parted by `; `.

    Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([cell(read(record)) for read in columns.values()])
    return HttpResponse(target.getvalue(), content_type=CSV_TYPE)


def document(record: Record) -> dict[str, Any]:
    """A record as plain JSON values; empty parts are left out, what is known is never shortened."""
    parts = {
        "uid": str(record.uid),
        "kind": record.kind,
        "key": record.key,
        "address": f"/{get_language()}{record.path}",
        "original_language": record.original,
        "titles": dict(record.titles),
        "leads": dict(record.leads),
        "bodies": dict(record.bodies),
        "facets": {name: list(values) for name, values in record.facets.items()},
        "places": list(record.places),
        "links": [{"relation": relation, "to": str(to)} for relation, to in record.links],
        "facts": dict(record.facts),
    }
    return {name: value for name, value in parts.items() if value not in ({}, [], "")}


def title(record: Record) -> str:
    """The title in the language of the page, else in the original's, else any."""
    texts = record.titles
    return texts.get(get_language() or "") or texts.get(record.original) or next(iter(texts.values()), "")


def cell(value: Any) -> Any:
    """A value as a cell: nothing is empty, several values are joined, text is kept from being a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return guarded(SEPARATOR.join(str(part) for part in value))
    return guarded(str(value))


def guarded(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _json(content: Mapping[str, Any]) -> HttpResponse:
    return JsonResponse(
        content, encoder=DjangoJSONEncoder, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")}
    )
