"""Things to talk about, for tests: threads know no subject, so a body of the register stands in for one."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from hemicycle.accounts.models import Person
from hemicycle.network.models import Body
from hemicycle.threads import circles, queries
from hemicycle.threads.models import Letter, Thread


class Matter:
    """Something that people talk about."""

    kind = "matter"

    def __init__(self, body: Body, *people: Person, staff: bool = True) -> None:
        self.uid = body.uid
        self.title = body.name
        self.people = {person.uid for person in people}
        self.staff = staff
        self.is_there = True


@contextmanager
def talked_about(*matters: Matter) -> Iterator[None]:
    """For the length of a test these things can be talked about."""
    by_uid = {matter.uid: matter for matter in matters}

    def members(uid: UUID) -> tuple[set[UUID], bool] | None:
        matter = by_uid.get(uid)
        return (matter.people, matter.staff) if matter and matter.is_there else None

    queries.circle(Matter.kind, members, lambda uid: (by_uid[uid].title, "/en/matter/"))
    try:
        yield
    finally:
        del circles.RULES[Matter.kind]


def letters(thread: Thread, count: int, *, by: Person) -> None:
    """Many letters at once, without the journal."""
    start = queries.number_of_letters(thread)
    Letter.objects.bulk_create(
        Letter(thread=thread, number=start + number, author=by, text=f"Letter {start + number}")
        for number in range(1, count + 1)
    )
