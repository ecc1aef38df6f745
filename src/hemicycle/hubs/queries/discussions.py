"""Reads of what members of hubs talk about."""

from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from hemicycle.hubs.models import Discussion, Hub
from hemicycle.hubs.queries.inside import bodies_inside
from hemicycle.threads.models import Letter


def discussions_visible_to(viewer: Any) -> QuerySet[Discussion]:
    """What members say is for members; agrees with `policy.may_see_discussion`, by test."""
    return Discussion.objects.filter(hub__body__in=bodies_inside(viewer)).select_related("hub__body")


def discussions_of(hub: Hub) -> QuerySet[Discussion]:
    """The discussions of a hub, those first in which somebody wrote last."""
    letters = Letter.objects.filter(thread__about=OuterRef("uid")).order_by("-number")
    last = Coalesce(Subquery(letters.values("posted_at")[:1]), "opened_at")
    found = hub.discussions.annotate(last_at=last, letters=Subquery(letters.values("number")[:1]))
    return found.select_related("opened_by").order_by("-last_at", "-pk")


def discussion(uid: UUID) -> Discussion | None:
    found: Discussion | None = Discussion.objects.select_related("hub__body").filter(uid=uid).first()
    return found
