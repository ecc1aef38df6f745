"""Permanent identity: every public thing has a uid that never changes."""

import uuid

# Made once for this project; changing it would give every shipped record a new identity.
NAMESPACE = uuid.UUID("6f1d3c1e-6c0e-5d0b-9a53-8a1f6c0b7e21")


def shipped_uid(kind: str, key: str) -> uuid.UUID:
    """The uid of a record that ships with the project: the same on every node."""
    return uuid.uuid5(NAMESPACE, f"{kind}:{key}")
