"""Reads of hubs."""

from hemicycle.hubs.queries.hub import (
    by_body,
    hosts_people,
    is_quiet,
    members_people,
    quiet_hubs,
    run_by,
    runners_of,
    visible_to,
)

__all__ = [
    "by_body",
    "hosts_people",
    "is_quiet",
    "members_people",
    "quiet_hubs",
    "run_by",
    "runners_of",
    "visible_to",
]
