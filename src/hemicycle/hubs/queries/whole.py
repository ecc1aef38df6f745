"""A hub with everything that its page shows, in one query."""

from typing import Any

from django.db.models import QuerySet

from hemicycle.core.rows import OuterRef, Rows
from hemicycle.hubs.models import Hub, Membership, Output, Plan, Update
from hemicycle.hubs.queries.hub import visible_to
from hemicycle.hubs.states import MemberState
from hemicycle.network.models import Agreement
from hemicycle.network.states.agreements import AgreementState

MOST_UPDATES = 4
MOST_OUTPUTS = 12
BODY = {"key": "body__key", "kind": "body__kind", "name": "body__name", "parent": "body__parent__key"}


def whole_hubs(viewer: Any) -> QuerySet[Hub]:
    """`hosts`, `members`, `made`, `told`, `planned` and `tags` are JSON rows beside the hub's own columns."""
    return visible_to(viewer).annotate(
        hosts=Rows(
            Agreement.objects.filter(hub=OuterRef("body"), state=AgreementState.SIGNED).order_by("-since", "-pk"),
            *("uid", "body_id", "since", "until", "signed_on", "signatories", "doubtful", "takes_over_id", "renews_id"),
            **BODY,
        ),
        members=Rows(
            Membership.objects.filter(hub=OuterRef("pk"), state__in=(MemberState.MEMBER, MemberState.LEFT)).order_by(
                "body__key", "pk"
            ),
            *("body_id", "state", "since", "until"),
            **BODY,
        ),
        made=Rows(
            Output.objects.filter(hub=OuterRef("pk"), published_at__isnull=False, withdrawn_at=None).order_by(
                "-dated", "-pk"
            )[:MOST_OUTPUTS],
            *("uid", "sort", "dated", "address"),
        ),
        told=Rows(
            Update.objects.filter(hub=OuterRef("pk"), published_at__isnull=False, withdrawn_at=None).order_by(
                "-published_at", "-pk"
            )[:MOST_UPDATES],
            *("uid", "published_at", "picture_width", "picture_height"),
            picture="picture__uid",
        ),
        planned=Rows(
            Plan.objects.filter(hub=OuterRef("pk")).order_by("-year", "-number"),
            *("pk", "year", "number", "language", "note"),
        ),
        tags=Rows(Hub.topics.through.objects.filter(hub=OuterRef("pk")).order_by("pk"), "topic_id"),
    )
