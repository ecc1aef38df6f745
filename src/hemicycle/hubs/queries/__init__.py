"""Reads of hubs."""

from hemicycle.hubs.queries.hub import (
    by_body,
    hosts_people,
    is_quiet,
    members_people,
    outputs_visible_to,
    quiet_hubs,
    run_by,
    runners_of,
    updates_visible_to,
    visible_to,
)
from hemicycle.hubs.queries.whole import whole_hubs

__all__ = [
    "by_body",
    "hosts_people",
    "is_quiet",
    "members_people",
    "outputs_visible_to",
    "quiet_hubs",
    "run_by",
    "runners_of",
    "updates_visible_to",
    "visible_to",
    "whole_hubs",
]
