"""What the history of a conversation says, to those who take part in it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hemicycle.core import history
from hemicycle.core.history import Thing
from hemicycle.core.models import Entry
from hemicycle.network import policy as network
from hemicycle.threads import queries, states
from hemicycle.threads.models import Thread
from hemicycle.ui.formatting import format_number


def letter_posted(entry: Entry) -> str:
    number = entry.facts.get("letter")
    return _("Letter %(n)s posted") % {"n": format_number(number)} if isinstance(number, int) else _("Letter posted")


WORDS: dict[str, Any] = {
    states.OPENED: gettext_lazy("Conversation begun"),
    states.JOINED: gettext_lazy("Somebody else brought into the conversation"),
    states.LETTER_POSTED: letter_posted,
}


def standing(viewer: Any, uid: UUID) -> Collection[str]:
    """Whoever takes part."""
    if not queries.visible_to(viewer, Thread.objects.filter(uid=uid)).exists():
        return history.NOBODY
    return history.STAFF if network.is_secretariat(viewer) else history.PARTIES


def thing(uid: UUID) -> Thing | None:
    """A conversation is called what the thing is called that it is about."""
    thread = Thread.objects.filter(uid=uid).first()
    named = queries.name_of(thread.about_kind, thread.about) if thread else None
    return Thing(named.title, thread.get_absolute_url()) if thread and named else None
