"""A hub with everything that its page shows, in one query."""

from functools import cache
from typing import Any

from django.db.models import QuerySet

from hemicycle.core.rows import OuterRef, Rows
from hemicycle.hubs.models import Hub, HubPaper, Membership, Output, Plan, Update, YearReport
from hemicycle.hubs.queries.hub import visible_to
from hemicycle.hubs.states import MemberState
from hemicycle.network.models import Agreement
from hemicycle.network.states.agreements import AgreementState

# One more of each is read, so that the page knows whether there are others.
MOST_UPDATES = 4
MOST_OUTPUTS = 12
MOST_PAPERS = 8
BODY = {"key": "body__key", "kind": "body__kind", "name": "body__name", "parent": "body__parent__key"}
HOSTING = ("pk", "since", "until", "signed_on", "signatories", "doubtful", "takes_over_id", "renews_id")
PUBLIC_MEMBERS = (MemberState.MEMBER, MemberState.LEFT)


def whole_hubs(viewer: Any) -> QuerySet[Hub]:
    """`hosts`, `members`, `made`, `told`, `planned`, `kept`, `reported` and `tags` are JSON rows beside the columns."""
    return _with_their_parts().filter(pk__in=visible_to(viewer).order_by().values("pk"))


@cache
def _with_their_parts() -> QuerySet[Hub]:
    """Put together once: Django takes longer to build this query than the database to answer it. Never evaluated."""
    return Hub.objects.select_related("body").annotate(
        hosts=signed_hosts(),
        members=Rows(
            Membership.objects.filter(hub=OuterRef("pk"), state__in=PUBLIC_MEMBERS).order_by("body__key", "pk"),
            *("state", "since", "until"),
            **BODY,
        ),
        made=Rows(
            Output.objects.filter(hub=OuterRef("pk"), published_at__isnull=False, withdrawn_at=None).order_by(
                "-dated", "-pk"
            )[: MOST_OUTPUTS + 1],
            *("uid", "sort", "dated", "address"),
        ),
        told=Rows(
            Update.objects.filter(hub=OuterRef("pk"), published_at__isnull=False, withdrawn_at=None).order_by(
                "-published_at", "-pk"
            )[: MOST_UPDATES + 1],
            *("uid", "published_at", "picture_width", "picture_height", "picture_credit"),
            picture="picture__uid",
        ),
        planned=Rows(
            Plan.objects.filter(hub=OuterRef("pk")).order_by("-year", "-number"),
            *("pk", "year", "number", "language", "note"),
        ),
        kept=Rows(
            HubPaper.objects.filter(hub=OuterRef("pk"), public=True).order_by("-kept_at", "-pk")[: MOST_PAPERS + 1],
            *("title", "language", "dated"),
            file="file__uid",
            media_type="file__media_type",
            size="file__size",
        ),
        reported=Rows(
            YearReport.objects.filter(hub=OuterRef("pk"), published_at__isnull=False).order_by("-year"), "year"
        ),
        tags=Rows(Hub.topics.through.objects.filter(hub=OuterRef("pk")).order_by("pk"), "topic_id"),
    )


def signed_hosts() -> Rows:
    """Every signed agreement about hosting a hub, the latest first; annotates hubs."""
    signed = Agreement.objects.filter(hub=OuterRef("body"), state=AgreementState.SIGNED)
    return Rows(signed.order_by("-since", "-pk"), *HOSTING, **BODY)
