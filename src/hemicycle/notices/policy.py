"""Who looks after the mail."""

from typing import Any

from hemicycle.network import policy as network


def may_care(person: Any) -> bool:
    """Administrators alone: mails hold what was meant for others."""
    return network.is_administrator(person)
