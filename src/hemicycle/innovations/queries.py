"""Reads of cases and use cases."""

from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from hemicycle.innovations.models import Case, UseCase
from hemicycle.innovations.models.shared import Innovation
from hemicycle.innovations.states import PUBLIC_STATES
from hemicycle.network import policy as network
from hemicycle.network.states import SPEAKING_ROLES, BodyKind

Kind = TypeVar("Kind", bound=Innovation)


def visible_to(viewer: Any) -> QuerySet[Case]:
    """The cases that this person may see; agrees with `policy.may_see`, by test."""
    return _visible(Case.objects.all(), viewer)


def use_cases_visible_to(viewer: Any) -> QuerySet[UseCase]:
    return _visible(UseCase.objects.all(), viewer)


def _visible(rows: QuerySet[Kind], viewer: Any) -> QuerySet[Kind]:
    public = Q(state__in=PUBLIC_STATES)
    if viewer is None or not viewer.is_authenticated:
        return rows.filter(public)
    if network.is_secretariat(viewer):
        return rows
    return rows.filter(public | Q(author=viewer) | _spoken_for(viewer))


def _spoken_for(viewer: Any) -> Q:
    """What is about a house for which the viewer speaks: the body itself, its parliament, or its chambers."""
    bodies = [office.body for office in network.offices_today(viewer) if office.role in SPEAKING_ROLES]
    whole = [body.pk for body in bodies if body.kind != BodyKind.CHAMBER]
    near = [pk for body in bodies for pk in (body.pk, body.parent_id) if pk is not None]
    return Q(body__in=near) | Q(body__parent__in=whole)
