"""What the history of a page of text says: in which of its languages something happened."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from hemicycle.core.models import Entry
from hemicycle.pages import states
from hemicycle.ui.formatting import language_name


def published(entry: Entry) -> str:
    return _in(entry, _("Published"), _("Published in one language: %(language)s"))


def withdrawn(entry: Entry) -> str:
    return _in(entry, _("Withdrawn"), _("Withdrawn in one language: %(language)s"))


def _in(entry: Entry, plain: str, of_one: str) -> str:
    language = str(entry.facts.get("language") or "")
    return of_one % {"language": language_name(language)} if language else plain


WORDS: dict[str, Callable[[Entry], Any]] = {states.PUBLISHED: published, states.WITHDRAWN: withdrawn}
