"""Rows of another table as one JSON column, so that a page reads a thing with all its parts in one query."""

from typing import Any

from django.db.models import JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject


class Rows(Subquery):
    """`Rows(Measure.objects.filter(case=OuterRef("pk")), "key", "value")` is a list of dicts, in the queryset's order.

    Values arrive as JSON has them: numbers, strings, booleans, null. Columns that hold JSON themselves are not for it:
    SQLite would give them back as text.
    """

    template = "(SELECT json_group_array(json(item)) FROM (%(subquery)s) AS rows_of_it)"
    output_field = JSONField()

    def __init__(self, queryset: QuerySet[Any], *columns: str, **named: Any) -> None:
        fields = {**{column: column for column in columns}, **named}
        super().__init__(queryset.annotate(item=JSONObject(**fields)).values("item"))

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = "(SELECT coalesce(jsonb_agg(item), '[]'::jsonb) FROM (%(subquery)s) AS rows_of_it)"
        return self.as_sql(compiler, connection, template=template, **extra)


__all__ = ["OuterRef", "Rows"]
