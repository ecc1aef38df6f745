"""Who sees more on the desk than what awaits themselves."""

from typing import Any

from hemicycle.network import policy as network


def may_see_queues(person: Any) -> bool:
    """The secretariat sees how much waits in its queues, and for how long; what it is about is seen on each thing."""
    return network.is_secretariat(person)
