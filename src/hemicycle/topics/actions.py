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
    """Make the vocabulary say what the terms say; parents come before children. Topics in use are never removed."""
    Topic.objects.bulk_create(
        [
            Topic(
                uid=shipped_uid("topic", term.code),
                code=term.code,
                order=order,
                labels=term.labels,
                note=term.note,
                origin=term.origin,
            )
            for order, term in enumerate(terms)
        ],
        update_conflicts=True,
        unique_fields=("code",),
        update_fields=("order", "labels", "note", "origin"),
    )
    topics = {topic.code: topic for topic in Topic.objects.all()}
    for term in terms:
        topics[term.code].parent = topics[term.parent] if term.parent else None
    Topic.objects.bulk_update(topics.values(), ["parent"], batch_size=500)
    journal.record_all(states.LOADED, [topics[term.code] for term in terms], by=by)
    return len(terms)
