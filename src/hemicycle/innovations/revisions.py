"""Reads of texts that wait: words that were suggested, translations in the making, what an original was before."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hemicycle.core.models import Revision, Text


@dataclass(frozen=True)
class Working:
    """The newest text of a thing in one language, whether anybody may read it yet or not."""

    language: str
    state: str  # of the text; empty if there is none
    number: int  # of the newest revision; zero if there is none
    fields: Mapping[str, Any]
    credit: str
    made_by: UUID | None
    waits: bool  # whether it is not what readers see
    source: Mapping[str, Any]  # the original as it was when this was translated


def working(subject: UUID, language: str) -> Working:
    text = Text.objects.filter(subject=subject, language=language).first()
    newest = newest_of(text) if text else None
    if text is None or newest is None:
        return Working(language, "", 0, {}, "", None, waits=False, source={})
    return Working(
        language=language,
        state=text.state,
        number=newest.number,
        fields=newest.fields,
        credit=newest.credit,
        made_by=newest.made_by,
        waits=text.current_id != newest.pk,
        source=newest.source.fields if newest.source else {},
    )


def newest_of(text: Text) -> Revision | None:
    return text.revisions.select_related("source").order_by("-number").first()


def waiting_original(subject: UUID) -> Revision | None:
    """Words that somebody suggested for the original and nobody has decided on; nothing if the newest are in use."""
    text = Text.objects.filter(subject=subject, state=Text.State.ORIGINAL).first()
    newest = newest_of(text) if text else None
    return newest if text and newest and newest.pk != text.current_id else None
