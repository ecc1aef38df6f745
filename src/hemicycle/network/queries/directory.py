"""Reads of the members' directory: only those who chose to be listed and hold an office today."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from hemicycle.accounts.models import Person
from hemicycle.network import policy
from hemicycle.network.models import DirectoryEntry, Office


@dataclass(frozen=True)
class Sought:
    """By what a counterpart is sought; an empty part is no condition."""

    body: str = ""  # The key of a body; people of its chambers or its parliament are found with it.
    role: str = ""
    topic: str = ""  # The code of a topic.
    language: str = ""


def listed_to(viewer: Any, sought: Sought = Sought()) -> QuerySet[DirectoryEntry]:
    """Entries that the viewer may see, by name; nobody without an office sees any."""
    if not policy.may_read_directory(viewer):
        return DirectoryEntry.objects.none()
    offices = Office.objects.running()
    if sought.body:
        offices = offices.filter(_of(sought.body))
    if sought.role:
        offices = offices.filter(role=sought.role)
    entries = DirectoryEntry.objects.filter(listed=True, person__is_active=True, person__in=offices.values("person"))
    if sought.topic:
        entries = entries.filter(topics__code=sought.topic)
    if sought.language:
        entries = entries.filter(languages__code=sought.language)
    return entries.exclude(person__name="").order_by("person__name", "pk")


def with_what_they_show(entries: QuerySet[DirectoryEntry]) -> QuerySet[DirectoryEntry]:
    """The entries with people, offices, topics and languages, in as many queries whatever their number."""
    offices = Prefetch(
        "person__offices", Office.objects.running().select_related("body").order_by("since"), to_attr="running"
    )
    return entries.select_related("person").prefetch_related(offices, "topics", "languages")


def entry_of(person: Person) -> DirectoryEntry:
    """A person's choice; not listed if they have made none."""
    found = DirectoryEntry.objects.filter(person=person).prefetch_related("topics", "languages").first()
    return found or DirectoryEntry(person=person)


def _of(key: str) -> Q:
    """Offices in the body, in the parliament that it is part of, or in its chambers."""
    return Q(body__key=key) | Q(body__parent__key=key) | Q(body__parts__key=key)
