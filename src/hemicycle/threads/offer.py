"""What threads declare to the rest: their verbs, and who hears of a letter in what words."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hemicycle.accounts import exporting, leaving
from hemicycle.accounts.exporting import Part
from hemicycle.accounts.models import Person
from hemicycle.core import catalogue, files, history
from hemicycle.core.catalogue import Message
from hemicycle.threads import policy, queries, states, told, wording
from hemicycle.threads.models import Letter, Participant, Thread
from hemicycle.ui.frame import absolute


@dataclass(frozen=True)
class Posted:
    """A new letter as a mail tells of it."""

    title: str  # what the thing is called
    author: str
    office: str
    text: str
    address: str  # where the conversation is, absolute


def audience(entry: Any) -> set[UUID]:
    thread = Thread.objects.filter(uid=entry.subject).first()
    return queries.audience_of(thread) if thread else set()


def about(entry: Any, person: Any) -> Posted | None:
    """Nothing is told to those who may not, or no longer, see the conversation."""
    letter = (
        Letter.objects.filter(thread__uid=entry.subject, number=entry.facts["letter"])
        .select_related("thread", "author", "office__body")
        .first()
    )
    if letter is None or not policy.may_see(person, letter.thread):
        return None
    thread = letter.thread
    named = queries.name_of(thread.about_kind, thread.about)
    return Posted(
        title=named.title if named else "",
        author=wording.author_of(letter),
        office=wording.office_words(letter.office),
        text=letter.text,
        address=absolute(thread.get_absolute_url()),
    )


def thread_of(entry: Any) -> UUID:
    subject: UUID = entry.subject
    return subject


def collect(person: Person) -> list[dict[str, Any]]:
    """What somebody wrote, where and when."""
    rows = Letter.objects.filter(author=person).order_by("pk")
    return [dict(row) for row in rows.values("thread__uid", "number", "posted_at", "via", "text")]


def forget(person: Person) -> None:
    """Who leaves takes part in nothing any more; their words stay, and name nobody."""
    Participant.objects.filter(person=person).delete()


catalogue.verbs(states.VERBS)
history.words(told.WORDS)
history.standing(Thread.kind, told.standing)
history.thing(Thread.kind, told.thing)
catalogue.message(
    Message(
        verb=states.LETTER_POSTED,
        topic=states.TOPIC,
        audience=audience,
        about=about,
        template="threads/letter_posted.html",
        thread=thread_of,
    )
)
files.private_kind(Thread.kind, queries.visible_to)
exporting.export(Part("letters", collect))
leaving.on_leave("threads", forget)
