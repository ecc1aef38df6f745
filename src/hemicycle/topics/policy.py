"""Who may do what with the vocabulary."""

from typing import Any

from hemicycle.topics.models import Topic


def may_see(person: Any, topic: Topic) -> bool:  # noqa: ARG001
    """The vocabulary is open to everybody."""
    return True


def may_keep(person: Any) -> bool:
    """Who edits the content keeps the vocabulary; that comes with an office, which the packages above know."""
    return bool(person and person.is_authenticated and person.has_perm("topics.change_topic"))
