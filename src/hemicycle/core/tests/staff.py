"""What tests of the staff side ask of every package: what was recorded, by whom, and that nothing else kept count."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, Revision

from hemicycle.core.models import Entry


def at(shelf: str, name: str = "index", *arguments: Any) -> str:
    """The address of a screen."""
    return reverse(f"staff_{shelf}:{name}", args=arguments)


def recorded(thing: Any, since: int = 0) -> list[tuple[str, Any]]:
    """What the journal holds of a thing after an entry: each verb with its actor."""
    rows = Entry.objects.filter(subject=thing.uid, pk__gt=since).order_by("pk")
    return list(rows.values_list("verb", "actor"))


def last_entry() -> int:
    return Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def is_the_only_history() -> bool:
    """Whether the content system has kept no revision and no log of its own."""
    return not ModelLogEntry.objects.exists() and not Revision.objects.exists()


def words(answer: Any) -> str:
    return str(answer.content.decode())


def queries_for(client: Client, address: str, count: Any) -> int:
    """How many queries a screen takes once what is held in memory has been read."""
    assert client.get(address).status_code == 200
    with count() as captured:
        assert client.get(address).status_code == 200
    return len(captured)
