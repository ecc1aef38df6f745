"""A kind for the tests of core: core knows no subject, so its tests offer the vocabulary, the smallest there is."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from hemicycle.core import journal
from hemicycle.core.journal import READERS, Reader
from hemicycle.core.models import Entry
from hemicycle.topics import actions, states
from hemicycle.topics.actions import TermGiven
from hemicycle.topics.models import Topic


def terms(*codes: str) -> list[Topic]:
    """Load a small vocabulary and give its topics in the order of the codes."""
    given = [TermGiven(code, code.partition(".")[0] if "." in code else "", {"en": code.title()}) for code in codes]
    actions.load(given, by=None)
    known = {topic.code: topic for topic in Topic.objects.all()}
    return [known[code] for code in codes]


def rename(topic: Topic, name: str) -> None:
    topic.labels = {"en": name}
    topic.save()
    journal.record(states.LOADED, topic, by=None)


@contextmanager
def reader(read, name: str = "tested") -> Iterator[Reader]:
    """A reader that exists for the length of a test, beside the real ones."""
    made = Reader(name, read)
    READERS[name] = made
    try:
        yield made
    finally:
        del READERS[name]


def subjects(entries: Sequence[Entry] | Iterable[Entry]) -> list[str]:
    return [str(entry.subject) for entry in entries]
