"""Who may take part in a conversation: the circle of its thing, those added to it, the secretariat where it belongs."""

from typing import Any
from uuid import UUID

from hemicycle.network import policy as network
from hemicycle.threads.circles import Circle, circle_of
from hemicycle.threads.models import Thread


def may_see(person: Any, thread: Thread) -> bool:
    """Those in the circle as it is now; a thing that is gone takes its conversation along."""
    circle = circle_of(thread.about_kind, thread.about)
    if circle is None or not _is_somebody(person):
        return False
    return is_in(person, circle) or thread.participants.filter(person=person).exists()


def may_post(person: Any, thread: Thread) -> bool:
    """Whoever reads may answer."""
    return may_see(person, thread)


def may_open(person: Any, kind: str, uid: UUID) -> bool:
    """Anybody in the circle of the thing."""
    circle = circle_of(kind, uid)
    return circle is not None and _is_somebody(person) and is_in(person, circle)


def may_add(person: Any, thread: Thread) -> bool:
    """Those in the circle bring in others; a person who was brought in does not."""
    return may_open(person, thread.about_kind, thread.about)


def is_in(person: Any, circle: Circle) -> bool:
    return person.uid in circle.people or (circle.staff and network.is_secretariat(person))


def _is_somebody(person: Any) -> bool:
    return person is not None and person.is_authenticated and person.is_active
