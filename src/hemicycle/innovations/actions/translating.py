"""The verbs of language versions: keep, publish, and take in what a machine drafted."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hemicycle.accounts.models import Person
from hemicycle.core import journal, texts
from hemicycle.core.models import Text
from hemicycle.innovations import policy, states
from hemicycle.innovations.actions.doors import locked, require
from hemicycle.innovations.actions.rewording import WordsMoved
from hemicycle.innovations.models.shared import Innovation
from hemicycle.innovations.revisions import working


@transaction.atomic
def translate(
    thing: Innovation, fields: dict[str, Any], *, language: str, credit: str, by: Person, seen: int | None = None
) -> None:
    """Publish a language version made by a person, with credit: one's own, or one that somebody else has offered."""
    thing = locked(thing)
    require(policy.may_publish_translation(by, thing))
    _write(thing, fields, language=language, credit=credit, by=by, seen=seen, publish=True)
    journal.record(f"{thing.kind}.translated", thing, by=by, language=language)


@transaction.atomic
def keep_translation(
    thing: Innovation, fields: dict[str, Any], *, language: str, credit: str, by: Person, seen: int | None = None
) -> None:
    """Keep a translation in the making; nobody reads it until somebody publishes it."""
    thing = locked(thing)
    require(policy.may_translate(by, thing))
    _wait_with(thing, fields, language=language, credit=credit, by=by, seen=seen)
    journal.record(states.TRANSLATION_KEPT, thing, by=by, language=language)


@transaction.atomic
def offer_translation(
    thing: Innovation, fields: dict[str, Any], *, language: str, credit: str, by: Person, seen: int | None = None
) -> None:
    """Hand a finished translation to the house and to editors, who check it before it is published."""
    thing = locked(thing)
    require(policy.may_translate(by, thing))
    _wait_with(thing, fields, language=language, credit=credit, by=by, seen=seen)
    journal.record(states.TRANSLATION_OFFERED, thing, by=by, language=language)


@transaction.atomic
def keep_machine_draft(thing: Innovation, fields: Mapping[str, Any], *, language: str, credit: str) -> bool:
    """Keep what a machine drafted, for a person to work on. It is never published by itself.

    Whatever a person has written in that language stays; the draft is dropped then.
    """
    thing = locked(thing)
    if working(thing.uid, language).number:
        return False
    texts.write(texts.Draft(thing.uid, language, dict(fields), credit=credit), by=None, publish=False)
    Text.objects.filter(subject=thing.uid, language=language).update(state=Text.State.MACHINE_DRAFT)
    journal.record(states.TRANSLATION_KEPT, thing, by=None, language=language)
    return True


def _wait_with(
    thing: Innovation, fields: dict[str, Any], *, language: str, credit: str, by: Person, seen: int | None
) -> None:
    text = Text.objects.filter(subject=thing.uid, language=language)
    _write(thing, fields, language=language, credit=credit, by=by, seen=seen, publish=False)
    text.filter(state=Text.State.MACHINE_DRAFT).update(state=Text.State.IN_TRANSLATION)


def _write(
    thing: Innovation,
    fields: dict[str, Any],
    *,
    language: str,
    credit: str,
    by: Person,
    seen: int | None,
    publish: bool,
) -> None:
    now = working(thing.uid, language)
    if now.state == Text.State.ORIGINAL:
        raise ValidationError(_("The record was first written in this language; it cannot be translated into it."))
    if seen is not None and now.number != seen:
        raise WordsMoved(_("Somebody else has changed this translation since you opened it. Both are shown below."))
    # Whoever checks what waits, and mends it, does not become its translator.
    translator = (now.translator if now.waits else None) or by.uid
    written = texts.Draft(thing.uid, language, fields, credit=credit, translator=translator)
    texts.write(written, by=by.uid, publish=publish)
