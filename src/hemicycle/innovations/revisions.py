"""Reads of texts that wait: words that were suggested, translations in the making, what an original was before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Q

from hemicycle.core.models import Entry, Revision, Text
from hemicycle.innovations.states import TRANSLATION_KEPT, TRANSLATION_OFFERED

MOVES_OF_A_VERSION = (TRANSLATION_KEPT, TRANSLATION_OFFERED, "case.translated")


@dataclass(frozen=True)
class Working:
    """The newest text of a thing in one language, whether anybody may read it yet or not."""

    language: str
    state: str  # of the text; empty if there is none
    number: int  # of the newest revision; zero if there is none
    fields: Mapping[str, Any]
    credit: str
    made_by: UUID | None
    translator: UUID | None
    waits: bool  # whether it is not what readers see
    source: Mapping[str, Any]  # the original as it was when this was translated


def working(subject: UUID, language: str) -> Working:
    text = Text.objects.filter(subject=subject, language=language).first()
    newest = newest_of(text) if text else None
    if text is None or newest is None:
        return Working(language, "", 0, {}, "", None, None, waits=False, source={})
    return Working(
        language=language,
        state=text.state,
        number=newest.number,
        fields=newest.fields,
        credit=newest.credit,
        made_by=newest.made_by,
        translator=newest.translator,
        waits=text.current_id != newest.pk,
        source=newest.source.fields if newest.source else {},
    )


def newest_of(text: Text) -> Revision | None:
    return text.revisions.select_related("source").order_by("-number").first()


def waiting_original(subject: UUID) -> Revision | None:
    """Words that somebody suggested for the original and nobody has decided on; nothing if the newest are in use."""
    text = Text.objects.filter(subject=subject, state=Text.State.ORIGINAL).select_related("current").first()
    newest = newest_of(text) if text else None
    return newest if text and newest and _waits(newest, text) else None


def waiting_originals() -> list[UUID]:
    """The things for which other words wait."""
    originals = Text.objects.filter(state=Text.State.ORIGINAL).annotate(newest=Max("revisions__number"))
    newer = originals.filter(newest__gt=F("current__number")).select_related("current")
    return [text.subject for text in newer if (newest := newest_of(text)) and _waits(newest, text)]


def _waits(newest: Revision, text: Text) -> bool:
    """Words that were put away are followed by those in use, which wait for nobody."""
    return newest.pk != text.current_id and (text.current is None or newest.fields != text.current.fields)


@dataclass(frozen=True)
class Offered:
    """A language version that somebody has finished and that waits to be checked."""

    subject: UUID
    language: str
    since: datetime


def offered(subject: UUID | None = None) -> tuple[Offered, ...]:
    """The versions that wait to be checked, of all things or of one: handed over, and neither published nor taken up.

    The journal knows what was handed over and what became of it; the texts know what still waits.
    """
    texts = Text.objects.exclude(state=Text.State.ORIGINAL).annotate(newest=Max("revisions__number"))
    waiting = texts.filter(Q(current=None) | Q(newest__gt=F("current__number")))
    if subject is not None:
        waiting = waiting.filter(subject=subject)
    left = set(waiting.values_list("subject", "language"))
    entries = Entry.objects.filter(subject__in={uid for uid, _language in left}, verb__in=MOVES_OF_A_VERSION)
    last = {
        (uid, facts.get("language", "")): (verb, at)
        for uid, facts, verb, at in entries.order_by("id").values_list("subject", "facts", "verb", "at")
    }
    return tuple(
        Offered(uid, language, at)
        for (uid, language), (verb, at) in last.items()
        if verb == TRANSLATION_OFFERED and (uid, language) in left
    )
