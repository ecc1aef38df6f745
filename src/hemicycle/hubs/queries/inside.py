"""The bodies of the hubs that somebody runs or takes part in, for packages that know hubs by their bodies."""

from typing import Any

from hemicycle.hubs.queries.hub import inside_of, run_by


def bodies_run_by(person: Any) -> set[int]:
    """The bodies of open hubs that this person runs, in whatever office; agrees with `policy.runs`."""
    return set(run_by(person).values_list("body", flat=True))


def bodies_inside(person: Any) -> set[int]:
    """The bodies of hubs in which this person takes part, in whatever way; agrees with `policy.is_member`."""
    return set(inside_of(person).values_list("body", flat=True))
