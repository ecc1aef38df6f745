"""Who may do what with the vocabulary."""

from typing import Any

from hemicycle.topics.models import Topic


def may_see(person: Any, topic: Topic) -> bool:  # noqa: ARG001
    """The vocabulary is open to everybody."""
    return True
