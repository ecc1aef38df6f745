"""What network keeps about a person, as they may have it themselves, and how long it keeps it."""

from collections.abc import Iterator
from typing import Any

from hemicycle.accounts.exporting import Part
from hemicycle.accounts.models import Person
from hemicycle.accounts.retention import Rule
from hemicycle.core import files
from hemicycle.core.models import File
from hemicycle.network import actions, queries
from hemicycle.network.models import Introduction, Office, SeatRequest


def collect(person: Person) -> dict[str, Any]:
    """Everything in plain values; of others only what the person was told anyway."""
    entry = queries.entry_of(person)
    listed = entry.changed_at is not None
    return {
        "offices": list(
            Office.objects.filter(person=person)
            .order_by("since", "pk")
            .values("uid", "body__key", "role", "since", "until", "revoked_at")
        ),
        "requests": list(
            SeatRequest.objects.filter(person=person)
            .order_by("pk")
            .values("uid", "body__key", "role", "note", "state", "asked_at", "decided_at", "reason")
        ),
        "directory": {
            "listed": entry.listed,
            "shows_mail": entry.shows_mail,
            "topics": [topic.code for topic in entry.topics.all()] if listed else [],
            "languages": [language.code for language in entry.languages.all()] if listed else [],
        },
        "decided": list(
            SeatRequest.objects.filter(decided_by=person)
            .order_by("pk")
            .values("uid", "body__key", "role", "state", "decided_at")
        ),
        "letters_written": list(
            Introduction.objects.filter(writer=person).order_by("pk").values("uid", "text", "written_at")
        ),
        "letters_received": list(
            Introduction.objects.filter(reader=person).order_by("pk").values("uid", "text", "written_at")
        ),
    }


def letters(person: Person) -> Iterator[tuple[str, bytes]]:
    """Letters that are on file with the person's requests."""
    requests = SeatRequest.objects.filter(person=person)
    for file in File.objects.filter(kind=SeatRequest.kind, subject__in=requests.values("uid")).order_by("kept_at"):
        yield file.name, files.path_of(file).read_bytes()


PART = Part("network", collect, letters)
RULES = (
    Rule("introductions", "Texts of letters through the directory, after 30 days.", actions.forget_texts),
    Rule("contact_lists", "Contact lists that nobody loaded, after 7 days.", actions.forget_contact_lists),
    Rule(
        "seat_requests",
        "Notes and letters of requests for seats, a year after the decision.",
        actions.forget_decided_requests,
    ),
    Rule(
        "unused_accounts",
        "Accounts that nobody has signed in to, and that held no office, for two years.",
        actions.close_unused_accounts,
    ),
)
