"""Makes rows say what was given, and touches only those that differ."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)
BATCH = 500


def make_same(model: type[Row], existing: Mapping[Any, Row], wanted: Mapping[Any, Mapping[str, Any]]) -> None:
    """Add and change rows of the model so that each key has the columns wanted; other rows stay as they are."""
    added = [model(**columns) for key, columns in wanted.items() if key not in existing]
    changed = [
        _changed(existing[key], columns)
        for key, columns in wanted.items()
        if key in existing and _differs(existing[key], columns)
    ]
    model._default_manager.bulk_create(added, batch_size=BATCH)  # noqa: SLF001
    if changed:
        names = _names(model, next(iter(wanted.values())))
        model._default_manager.bulk_update(changed, names, batch_size=BATCH)  # noqa: SLF001


def _differs(row: Model, columns: Mapping[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in columns.items())


def _changed(row: Row, columns: Mapping[str, Any]) -> Row:
    for name, value in columns.items():
        setattr(row, name, value)
    return row


def _names(model: type[Model], columns: Mapping[str, Any]) -> list[str]:
    """Names of fields as Django's bulk update wants them: `parent`, where the column is `parent_id`."""
    fields = {field.attname: field.name for field in model._meta.concrete_fields}  # noqa: SLF001
    return [fields[name] for name in columns]
