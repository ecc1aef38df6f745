"""Reads of hubs."""

from hemicycle.hubs.queries.hub import (
    by_body,
    hosts_people,
    inside_of,
    is_quiet,
    members_people,
    memberships_visible_to,
    offers_visible_to,
    outputs_visible_to,
    papers_visible_to,
    quiet_hubs,
    reports_visible_to,
    run_by,
    runners_of,
    updates_visible_to,
    visible_to,
)
from hemicycle.hubs.queries.whole import whole_hubs

__all__ = [
    "by_body",
    "hosts_people",
    "inside_of",
    "is_quiet",
    "members_people",
    "memberships_visible_to",
    "offers_visible_to",
    "outputs_visible_to",
    "papers_visible_to",
    "quiet_hubs",
    "reports_visible_to",
    "run_by",
    "runners_of",
    "updates_visible_to",
    "visible_to",
    "whole_hubs",
]
