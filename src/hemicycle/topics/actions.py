"""The verbs about topics."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.core.identity import shipped_uid
from hemicycle.topics import states
from hemicycle.topics.models import Topic


@dataclass(frozen=True)
class TermGiven:
    """A topic as it comes in from a file."""

    code: str
    parent: str
    labels: dict[str, str]
    note: str = ""
    origin: str = ""


@transaction.atomic
def load(terms: Sequence[TermGiven], *, by: Person | None) -> int:
    """Make the vocabulary say what the terms say; how many changed. Parents come before children.

    Topics in use are never removed. Only what differs is written and enters the journal, so that loading the same
    again leaves no trace.
    """
    before = {topic.code: topic for topic in Topic.objects.select_related("parent")}
    changed = [
        (order, term)
        for order, term in enumerate(terms)
        if term.code not in before or _differs(before[term.code], order, term)
    ]
    if not changed:
        return 0
    Topic.objects.bulk_create(
        [_topic(order, term) for order, term in changed],
        update_conflicts=True,
        unique_fields=("code",),
        update_fields=("order", "labels", "note", "origin"),
    )
    topics = {topic.code: topic for topic in Topic.objects.all()}
    for _order, term in changed:
        topics[term.code].parent = topics[term.parent] if term.parent else None
    touched = [topics[term.code] for _order, term in changed]
    Topic.objects.bulk_update(touched, ["parent"], batch_size=500)
    journal.record_all(states.LOADED, touched, by=by)
    return len(touched)


def _topic(order: int, term: TermGiven) -> Topic:
    return Topic(
        uid=shipped_uid("topic", term.code),
        code=term.code,
        order=order,
        labels=term.labels,
        note=term.note,
        origin=term.origin,
    )


def _differs(topic: Topic, order: int, term: TermGiven) -> bool:
    parent = topic.parent.code if topic.parent else ""
    known = (topic.order, topic.labels, topic.note, topic.origin, parent)
    return known != (order, term.labels, term.note, term.origin, term.parent)
