"""The verbs about topics."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal
from hemicycle.core.identity import shipped_uid
from hemicycle.core.models import Entry
from hemicycle.topics import policy, states
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

    Topics in use are never removed, and what people wrote of a term stays theirs. Only what differs is written and
    enters the journal, so that loading the same again leaves no trace.
    """
    before = {topic.code: topic for topic in Topic.objects.select_related("parent")}
    theirs = _written_by_people(before.values())
    given = [_with_words_of(before[term.code], term) if term.code in theirs else term for term in terms]
    changed = [
        (order, term)
        for order, term in enumerate(given)
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


def _written_by_people(topics: Iterable[Topic]) -> set[str]:
    entries = Entry.objects.filter(kind=Topic.kind, verb__in=states.BY_PEOPLE, actor__isnull=False)
    uids = set(entries.values_list("subject", flat=True))
    return {topic.code for topic in topics if topic.uid in uids}


def _with_words_of(topic: Topic, term: TermGiven) -> TermGiven:
    """The term at its place in the file, in the words that people gave it."""
    return replace(term, labels=topic.labels, note=topic.note)


@transaction.atomic
def add_term(parent: Topic, labels: Mapping[str, str], note: str = "", *, by: Person) -> Topic:
    """A new term stands last below its parent. Its code is made from the English label and stays for good."""
    _require(policy.may_keep(by))
    branch = parent.code.partition(".")[0]
    if branch in states.CLOSED:
        raise ValidationError({"parent": _("This branch holds fixed steps, to which none can be added.")})
    labels = _checked(labels, branch)
    slug = slugify(labels["en"])[:60].strip("-")
    if not slug:
        raise ValidationError({"label_en": _("Write the English label with letters; the address is made from it.")})
    code = f"{branch}.{slug}"
    if Topic.objects.filter(code=code).exists():
        raise ValidationError({"label_en": _("There is such a term already: %(code)s.") % {"code": code}})
    last = Topic.objects.aggregate(last=Max("order"))["last"] or 0
    topic = Topic(uid=shipped_uid(Topic.kind, code), code=code, parent=parent, order=last + 1, origin=states.ADDED_HERE)
    _write(topic, labels, note)
    journal.record(states.ADDED, topic, by=by)
    return topic


@transaction.atomic
def change_term(topic: Topic, labels: Mapping[str, str], note: str = "", *, by: Person) -> None:
    """Other words for a term; its code and its place stay. Words that are the same already leave no trace."""
    _require(policy.may_keep(by))
    topic = Topic.objects.select_for_update(of=("self",)).get(pk=topic.pk)
    branch, _dot, slug = topic.code.partition(".")
    labels = _checked(labels, branch if slug else "", own=topic.pk)
    if (topic.labels, topic.note) == (labels, note.strip()):
        return
    _write(topic, labels, note)
    journal.record(states.CHANGED, topic, by=by)


def _write(topic: Topic, labels: Mapping[str, str], note: str) -> None:
    topic.labels, topic.note = dict(labels), note.strip()
    topic.full_clean()
    topic.save()


def _checked(labels: Mapping[str, str], branch: str, *, own: int | None = None) -> dict[str, str]:
    """The labels without blanks around them; English is there, and no other term of the branch is called the same."""
    found = {language: label.strip() for language, label in labels.items() if label.strip()}
    if "en" not in found:
        raise ValidationError({"label_en": _("English stands in wherever another language has no label yet.")})
    beside = Topic.objects.filter(code__startswith=f"{branch}.").exclude(pk=own or 0) if branch else ()
    taken = {(language, label.casefold()) for topic in beside for language, label in topic.labels.items()}
    for language, label in found.items():
        if (language, label.casefold()) in taken:
            sentence = _("Another term of this branch is called “%(label)s”.")
            raise ValidationError({f"label_{language}": sentence % {"label": label}})
    return found


def _require(allowed: bool) -> None:  # noqa: FBT001 - reads as a sentence at the call.
    if not allowed:
        raise PermissionDenied
