"""Who may take part in a conversation: the circle of its thing, those added to it, the secretariat where it belongs."""

from typing import Any
from uuid import UUID

from hemicycle.network import policy as network
from hemicycle.threads.circles import RULES, Circle, circle_of, is_open
from hemicycle.threads.models import Thread


def may_see(person: Any, thread: Thread) -> bool:
    """Those in the circle as it is now; a thing that is gone takes its conversation along."""
    if may_open(person, thread.about_kind, thread.about):
        return True
    added = _is_somebody(person) and thread.participants.filter(person=person).exists()
    return added and circle_of(thread.about_kind, thread.about) is not None


def may_post(person: Any, thread: Thread) -> bool:
    """Whoever reads may answer, as long as the conversation is open."""
    return may_see(person, thread) and is_open(thread.about_kind, thread.about)


def may_open(person: Any, kind: str, uid: UUID) -> bool:
    """Anybody in the circle of the thing."""
    if not _is_somebody(person) or kind not in RULES:
        return False
    admits = RULES[kind].admits
    if admits is not None:
        return admits(uid, person)
    circle = circle_of(kind, uid)
    return circle is not None and is_in(person, circle)


def may_add(person: Any, thread: Thread) -> bool:
    """Those in the circle bring in others; a person who was brought in does not."""
    return may_open(person, thread.about_kind, thread.about)


def is_in(person: Any, circle: Circle) -> bool:
    return person.uid in circle.people or (circle.staff and network.is_secretariat(person))


def _is_somebody(person: Any) -> bool:
    return person is not None and person.is_authenticated and person.is_active
