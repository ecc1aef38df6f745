"""Reads of bodies and their facts, straight from the tables."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from hemicycle.network.models import Body, Fact
from hemicycle.network.states import PUBLIC_KINDS, BodyKind


def visible_to(viewer: Any) -> QuerySet[Body]:  # noqa: ARG001 - the register is open to everybody.
    return Body.objects.filter(kind__in=PUBLIC_KINDS)


def parliaments(viewer: Any = None) -> QuerySet[Body]:
    return visible_to(viewer).filter(kind=BodyKind.PARLIAMENT)


def facts_of(bodies: Iterable[int]) -> list[Fact]:
    """Every fact of these bodies (primary keys) with its source, in one query, newest period first."""
    rows = Fact.objects.filter(body__in=list(bodies)).select_related("source")
    return sorted(rows, key=lambda fact: (fact.since or fact.as_of, fact.pk), reverse=True)
